import type { Author } from '../content/authors'
import { formatSpan } from '../dates'
import { markSvg } from '../media/author-mark'
import { articlesPath, authorPath, categoryPath, tagPath, yearPath } from '../routes'
import { site } from '../site'
import { type Card, cardOf } from './card'
import { type FilterItem, filterOf } from './filter'
import type { Entry, Library } from './library'
import { type ListPage, pagesOf } from './pages'

export type Turn = { path: string; from: string; to?: string }

/** One page of a list: all articles, or those of a category, tag, author or year. */
export type ListView = {
  kind: 'list'
  scope: 'articles' | 'category' | 'tag' | 'author' | 'year'
  path: string
  title: string
  /** The name of the list, without what tells its pages apart. */
  name: string
  description: string
  hue?: string
  author?: Author & { mark: string }
  filter: FilterItem[]
  cards: Card[]
  /** The days of a numbered page; the page without a number speaks for the list. */
  span?: string
  newer?: Turn
  older?: Turn
}

type List = Pick<ListView, 'scope' | 'name' | 'description' | 'hue' | 'author'> & {
  current?: string
  counts: boolean
  entries: Entry[]
  path(page?: number): string
}

export function listViews(library: Library): ListView[] {
  return listsOf(library).flatMap((list) => {
    const pages = pagesOf(list.entries, site.pageSize)
    return pages.map((page, index) => listView(library, list, page, pages[index - 1], pages[index + 1]))
  })
}

function listsOf(library: Library): List[] {
  return [
    {
      scope: 'articles',
      name: 'All articles',
      description: `Everything published in ${site.name}, newest first.`,
      current: 'all',
      counts: true,
      entries: library.entries,
      path: articlesPath,
    },
    ...library.categories.map(({ slug, name, description, hue }) => ({
      ...{ scope: 'category' as const, name, description, hue, current: slug, counts: true },
      entries: library.byCategory.get(slug) ?? [],
      path: (page?: number) => categoryPath(slug, page),
    })),
    ...library.tags.map(({ slug, name, entries }) => ({
      ...{ scope: 'tag' as const, name, description: `Articles tagged “${name}”.`, counts: false, entries },
      path: (page?: number) => tagPath(slug, page),
    })),
    ...library.authors.map((author) => ({
      ...{
        scope: 'author' as const,
        name: author.name,
        author: { ...author, mark: markSvg(author.slug) },
        counts: false,
      },
      description: author.bio ?? `Articles by ${author.name}.`,
      entries: library.byAuthor.get(author.slug) ?? [],
      path: (page?: number) => authorPath(author.slug, page),
    })),
    ...library.years.map(({ year, entries }) => ({
      ...{ scope: 'year' as const, name: year, description: `Articles published in ${year}.`, counts: false, entries },
      path: (page?: number) => yearPath(year, page),
    })),
  ]
}

function listView(
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
    filter: filterOf(library, { ...(current ? { current } : {}), counts: list.counts && !numbered }),
    cards: page.items.map((entry) => cardOf(library, entry)),
    ...(span ? { span: formatSpan(span.from, span.to) } : {}),
    ...(newerPage ? { newer: turnTo(newerPage) } : {}),
    ...(olderPage ? { older: turnTo(olderPage) } : {}),
  }

  // The newest day of the page without a number moves with every article; only its oldest is named.
  function turnTo(other: ListPage<Entry>): Turn {
    const { from, to } = spanOf(other)
    return { path: path(other.number), from, ...(other.number === undefined ? {} : { to }) }
  }

  function spanOf({ items }: ListPage<Entry>): { from: string; to: string } {
    const newest = items[0] ?? entries[0]
    const oldest = items.at(-1) ?? newest
    return { from: oldest?.date ?? '', to: newest?.date ?? '' }
  }
}
