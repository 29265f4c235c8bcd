import type { ArticleView } from './article-view'
import type { FrontView } from './front-view'
import type { ListView } from './list-view'
import type { AboutView, ArchiveView, NotFoundView, SeriesView } from './other-views'

/** What one page shows: plain data that survives JSON unchanged. A page is a pure function of its view. */
export type View = FrontView | ListView | ArticleView | SeriesView | ArchiveView | AboutView | NotFoundView
