import { type ArticleView, articleView, type Body } from './article-view'
import { type FrontView, frontView } from './front-view'
import type { Library } from './library'
import { type ListView, listViews } from './list-view'
import {
  type AboutView,
  type ArchiveView,
  aboutView,
  archiveView,
  type NotFoundView,
  notFoundView,
  type SeriesView,
  seriesViews,
} from './other-views'
import { relatedTo } from './related'

/** What one page shows: plain data that survives JSON unchanged. A page is a pure function of its view. */
export type View = FrontView | ListView | ArticleView | SeriesView | ArchiveView | AboutView | NotFoundView

const relatedCount = 3

/** The view of every page of the site. `bodyOf` gives the rendered body of an article, `about` that of the about page. */
export function viewsOf(library: Library, bodyOf: (slug: string) => Body, about: Body): View[] {
  const related = relatedTo(library.entries, relatedCount)
  return [
    frontView(library),
    ...listViews(library),
    ...library.entries.map(({ slug }) => articleView(library, slug, bodyOf(slug), related.get(slug) ?? [])),
    ...seriesViews(library),
    archiveView(library),
    aboutView(library, about),
    notFoundView(library),
  ]
}
