import type { ArticleView, Body } from './article-view'
import type { FrontView } from './front-view'
import type { Library } from './library'
import type { ListView } from './list-view'
import type { AboutView, ArchiveView, NotFoundView, SeriesView } from './other-views'
import { plannedViews } from './planned-views'

/** What one page shows: plain data that survives JSON unchanged. A page is a pure function of its view. */
export type View = FrontView | ListView | ArticleView | SeriesView | ArchiveView | AboutView | NotFoundView

/** The view of every page of the site. */
export const viewsOf = (library: Library, bodyOf: (slug: string) => Body, about: Body): View[] =>
  [...plannedViews(library, bodyOf, about)].map(({ view }) => view())
