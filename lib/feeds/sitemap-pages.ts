import { latestOf } from '../days'
import type { Entry, Library } from '../library/library'
import { listsOf } from '../library/lists'
import { pagesOf } from '../library/pagination'
import { aboutPath, absolute, archivePath, articlePath, frontPath, seriesPath } from '../routes'
import { site } from '../site'
import type { SitemapPage } from './sitemap'

/** Every page that search engines may show. One whose article was published elsewhere first is not for them. */
export function sitemapPages(library: Library): SitemapPage[] {
  // Each article stands in half a dozen lists.
  const changes = new Map(library.entries.map((entry) => [entry, entry.updated ?? entry.date]))
  const lastChange = (entries: Entry[]) => latestOf(entries.map((entry) => changes.get(entry)))
  const ofAll = lastChange(library.entries)
  return [
    { path: frontPath(), changed: ofAll },
    { path: archivePath(), changed: ofAll },
    { path: aboutPath() },
    ...library.entries.filter(isOurs).map((entry) => ({ path: articlePath(entry.slug), changed: changes.get(entry) })),
    ...listsOf(library).flatMap(({ entries, path }) =>
      pagesOf(entries, site.pageSize).map(({ number, items }) => ({ path: path(number), changed: lastChange(items) })),
    ),
    ...library.series.map(({ slug, entries }) => ({ path: seriesPath(slug), changed: lastChange(entries) })),
  ]
}

const isOurs = ({ slug, canonicalUrl }: Entry) =>
  canonicalUrl === undefined || canonicalUrl === absolute(articlePath(slug))
