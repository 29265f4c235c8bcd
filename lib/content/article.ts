import type { Day } from '../days'
import type { LazyText } from './lazy-text'
import type { FieldPlaces, Place } from './places'
import type { FrontMatter } from './schema'

/** A post that passed validation. Its fields are the front matter's; `authors` are names as written, at least one. */
export type Article = Omit<FrontMatter, 'author' | 'slug'> & {
  /** As shown in problems: POSIX slashes, relative to the working directory when inside it. */
  file: string
  slug: string
  authors: string[]
  /** Markdown after the closing fence. */
  body: LazyText
  /** The line of the file where the body begins, from 1. */
  bodyLine: number
  places: FieldPlaces
  /** That of the picture: of one that is not fetched yet every build tells. */
  imagePlace?: Place
}

/** A post that is not published yet. Nothing else of it leaves the loader. */
export type Withheld = {
  file: string
  slug: string
  title: string
  aliases: string[]
  reason: 'draft' | 'scheduled'
  due?: Day
}

// The slug settles ties, so two builds of the same posts never differ.
export function newestFirst(a: Article, b: Article): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  return a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0
}
