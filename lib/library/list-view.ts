import { feedPath, feedsOf } from '../routes'
import type { Hue } from '../site'
import { formatSpan } from '../words/dates'
import { type Card, cardOf } from './card'
import { type FilterItem, filterOf } from './filter'
import type { Entry, Library } from './library'

import type { List } from './lists'
import type { ListPage } from './pagination'

export type PageLink = { path: string; from: string; to?: string }

/** One page of a list: all articles, or those of a category, tag, author or year. */
export type ListView = {
  kind: 'list'
  scope: List['scope']
  path: string
  title: string
  /** The name of the list, without what tells its pages apart. */
  name: string
  description: string
  hue?: Hue
  author?: List['author']
  /** Where its feed is, if it has one. */
  feed?: string
  filter: FilterItem[]
  cards: Card[]
  /** The days of a numbered page; the page without a number speaks for the list. */
  span?: string
  newer?: PageLink
  older?: PageLink
}

export function listView(
  library: Library,
  list: List,
  page: ListPage<Entry>,
  newerPage: ListPage<Entry> | undefined,
  olderPage: ListPage<Entry> | undefined,
): ListView {
  const { scope, name, description, hue, author, current, entries, path } = list
  const numbered = page.number !== undefined
  const span = numbered ? spanOf(page) : undefined
  return {
    ...{ kind: 'list', scope, path: path(page.number), name, description },
    title: span ? `${name}, ${formatSpan(span.from, span.to)}` : name,
    ...(hue ? { hue } : {}),
    ...(author ? { author } : {}),
    ...(feedsOf(scope).length ? { feed: feedPath(path()) } : {}),
    filter: filterOf(library, { ...(current ? { current } : {}), counts: list.counts && !numbered }),
    cards: page.items.map((entry) => cardOf(library, entry)),
    ...(span ? { span: formatSpan(span.from, span.to) } : {}),
    ...(newerPage ? { newer: pageLinkTo(newerPage) } : {}),
    ...(olderPage ? { older: pageLinkTo(olderPage) } : {}),
  }

  // The newest day of the page without a number moves with every article; only its oldest is named.
  function pageLinkTo(other: ListPage<Entry>): PageLink {
    const { from, to } = spanOf(other)
    return { path: path(other.number), from, ...(other.number === undefined ? {} : { to }) }
  }

  function spanOf({ items }: ListPage<Entry>): { from: string; to: string } {
    const newest = items[0] ?? entries[0]
    const oldest = items.at(-1) ?? newest
    return { from: oldest?.date ?? '', to: newest?.date ?? '' }
  }
}
