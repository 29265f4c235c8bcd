import type { Author } from '../content/authors'
import type { Heading } from '../markdown/rendered'
import { aboutPath, archivePath, authorPath, notFoundPath, seriesPath, yearPath } from '../routes'
import { site } from '../site'
import { words } from '../words/words'
import type { Body } from './article-view'
import { type Card, cardOf } from './card'
import { type FilterItem, filterOf } from './filter'
import { inReadingOrder, type Library } from './library'
import { bodyMarkup, markMarkup } from './markup-names'

type Page = { path: string; title: string; description: string; filter: FilterItem[] }

export type SeriesView = Page & { kind: 'series'; cards: Card[] }
export type ArchiveView = Page & {
  kind: 'archive'
  years: { year: string; path: string; count: number; newest: Pick<Card, 'title' | 'path' | 'date' | 'category'>[] }[]
}
export type AboutView = Page & {
  kind: 'about'
  html: string
  headings: Heading[]
  staff: (Author & { path: string; mark: string })[]
}
export type NotFoundView = Page & { kind: 'not-found'; latest: Card[] }

const quiet = { counts: false }

export function seriesViews(library: Library): SeriesView[] {
  return library.series.map(({ slug, name, entries }) => ({
    kind: 'series',
    path: seriesPath(slug),
    title: name,
    description: words.wholeSeries(name),
    filter: filterOf(library, quiet),
    cards: inReadingOrder(entries).map((entry) => cardOf(library, entry)),
  }))
}

export function archiveView(library: Library): ArchiveView {
  const named = 12
  return {
    kind: 'archive',
    path: archivePath(),
    title: words.archive,
    description: words.everyYear(site.name),
    filter: filterOf(library, quiet),
    years: library.years.map(({ year, entries }) => ({
      year,
      path: yearPath(year),
      count: entries.length,
      newest: entries.slice(0, named).map((entry) => {
        const { title, path, date, category } = cardOf(library, entry)
        return { title, path, date, category }
      }),
    })),
  }
}

export function aboutView(library: Library, { id, headings }: Body): AboutView {
  return {
    kind: 'about',
    path: aboutPath(),
    title: words.aboutName(site.name),
    description: words.aboutDescription(site.name),
    filter: filterOf(library, quiet),
    ...{ html: bodyMarkup(id), headings },
    staff: library.authors
      .filter(({ bio }) => bio)
      .map((author) => ({ ...author, path: authorPath(author.slug), mark: markMarkup(author.slug) })),
  }
}

export function notFoundView(library: Library): NotFoundView {
  return {
    kind: 'not-found',
    path: notFoundPath(),
    title: words.notFound,
    description: words.noPage,
    filter: filterOf(library, quiet),
    latest: library.entries.slice(0, 3).map((entry) => cardOf(library, entry)),
  }
}
