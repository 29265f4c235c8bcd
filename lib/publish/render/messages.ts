import type { FinishedPage } from '../finish/finisher'
import type { Stylesheets } from './compiled-pages'

/** What a worker is begun with: Next's stylesheets lie in `directory`, and of some it is known what stands in their place. */
export type WorkerInit = {
  directory: string
  stylesheets: Stylesheets
  styles: Record<string, string>
  /** A page to render before the first that counts, and to forget: the first takes ten times as long as the others. */
  warmUp?: string
}

/** A page to render, by its path on the site and its file in the release. A worker is sent some at a time. */
export type PageJob = { path: string; file: string }

export type FromRenderer =
  | { kind: 'ready' }
  | { kind: 'done'; pages: FinishedPage[]; styles: Record<string, string> }
  | { kind: 'missing-body'; message: string }
  | { kind: 'unrenderable'; message: string }
  | { kind: 'failed'; message: string }
