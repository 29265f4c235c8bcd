import { type Day, latestOf } from '../days'

/** An article as every feed tells it. Addresses are whole. */
export type FeedItem = {
  /** Also what tells it apart from all others, for ever: an article keeps its address. */
  address: string
  title: string
  excerpt: string
  date: Day
  updated?: Day
  authors: { name: string; address: string }[]
  /** The name of its category, then its tags. */
  categories: string[]
  image: { address: string; type: string; width: number; height: number }
  /** The whole text as HTML that needs nothing of ours. */
  content(): string
}

export type Feed = {
  title: string
  description: string
  /** Its own address. */
  address: string
  /** The page it belongs to. */
  home: string
  /** Newest first. */
  items: FeedItem[]
}

/** The last day on which something in a feed changed. */
export const lastChange = ({ items }: Feed): Day | undefined =>
  latestOf(items.map(({ date, updated }) => updated ?? date))
