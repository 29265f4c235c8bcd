import { slugOf } from '../content/slugs'
import { digestOf } from '../digest'
import { absolute, articlePath } from '../routes'
import { site } from '../site'
import { articleView, type Body } from './article-view'
import { authorOf } from './card'
import { entryDigest, remembered, viewDigest } from './digests'
import { filterOf } from './filter'
import { frontView } from './front-view'
import { type Entry, inReadingOrder, type Library } from './library'
import { listView } from './list-view'
import { type List, listsOf } from './lists'
import { aboutView, archiveView, notFoundView, seriesViews } from './other-views'
import { type ListPage, pagesOf } from './pagination'
import { relatedTo } from './related'
import type { View } from './views'

/**
 * A page to be. Its digest changes with its view; that of an article or a list is made of what goes into the view, so that
 * no view has to be made of the thousands that are as they were. Pages of one route are rendered by the same code.
 * `canonical` is the whole address that the page names as its own; that of what is missing names none.
 */
export type PlannedView = { path: string; route: string; digest: string; canonical?: string; view(): View }

const relatedCount = 3

/**
 * Every page of the site. `bodyOf` gives the rendered body of an article, `about` that of the about page; `relatedOf` may
 * remember what it has found before.
 */
export function* plannedViews(
  library: Library,
  bodyOf: (slug: string) => Body,
  about: Body,
  relatedOf = ({ entries }: Library, count: number) => relatedTo(entries, count),
): Iterable<PlannedView> {
  yield planned(frontView(library))
  for (const list of listsOf(library)) yield* plannedList(library, list)
  const related = relatedOf(library, relatedCount)
  for (const [index, entry] of library.entries.entries())
    yield plannedArticle(library, entry, index, bodyOf(entry.slug), related.get(entry.slug) ?? [])
  for (const view of seriesViews(library)) yield planned(view)
  for (const view of [archiveView(library), aboutView(library, about), notFoundView(library)]) yield planned(view)
}

/** The view of every page of the site. */
export const viewsOf = (library: Library, bodyOf: (slug: string) => Body, about: Body): View[] =>
  [...plannedViews(library, bodyOf, about)].map(({ view }) => view())

function planned(view: View): PlannedView {
  const { path, kind } = view
  const canonical = kind === 'not-found' ? {} : { canonical: absolute(path) }
  return { path, route: kind, digest: viewDigest(view), ...canonical, view: () => view }
}

function plannedArticle(library: Library, entry: Entry, index: number, body: Body, related: string[]): PlannedView {
  const { entries, bySlug, tagBySlug, seriesBySlug, categories } = library
  const group = entry.series === undefined ? undefined : seriesBySlug.get(slugOf(entry.series, site.language))
  const neighbour = (at: number) => [entries[at]?.slug, entries[at]?.title]
  const digest = digestOf(
    entryDigest(library, entry),
    body.id,
    remembered(categories, () => digestOf(filterOf(library, { counts: false }))),
    entry.authors.map((name) => authorDigest(library, name)),
    entry.tags.map((name) => tagBySlug.get(slugOf(name, site.language))?.name),
    group && [
      group.name,
      remembered(group, () => digestOf(inReadingOrder(group.entries).map(({ slug, title }) => [slug, title]))),
    ],
    related.map((slug) => digestOfSlug(slug)),
    neighbour(index - 1),
    neighbour(index + 1),
  )
  const view = () => articleView(library, entry.slug, body, related)
  const path = articlePath(entry.slug)
  return { path, route: 'article', digest, canonical: entry.canonicalUrl ?? absolute(path), view }

  function digestOfSlug(slug: string): string | undefined {
    const other = bySlug.get(slug)
    return other && entryDigest(library, other)
  }
}

const authorDigest = (library: Library, name: string) => {
  const author = authorOf(library, name)
  const { slug, bio } = author
  return remembered(author, () => digestOf(slug, bio))
}

function* plannedList(library: Library, list: List): Iterable<PlannedView> {
  const { scope, entries, path, ...said } = list
  const pages = pagesOf(entries, site.pageSize)
  const [numbered, whole] = [false, list.counts].map((counts) =>
    digestOf(scope, said, path(), filterOf(library, { ...(list.current ? { current: list.current } : {}), counts })),
  )
  for (const [index, page] of pages.entries()) {
    const [newer, older] = [pages[index - 1], pages[index + 1]]
    const digest = digestOf(
      page.number === undefined ? whole : numbered,
      page.number,
      page.items.map((entry) => entryDigest(library, entry)),
      pageLinkOf(newer),
      pageLinkOf(older),
    )
    const route = scope === 'articles' && page.number !== undefined ? 'numbered' : scope
    const address = path(page.number)
    yield {
      path: address,
      route,
      digest,
      canonical: absolute(address),
      view: () => listView(library, list, page, newer, older),
    }
  }
}

// The newest day of the page without a number moves with every article, and no page says it.
const pageLinkOf = (page: ListPage<Entry> | undefined) =>
  page && [page.number, page.number === undefined ? '' : page.items[0]?.date, page.items.at(-1)?.date]
