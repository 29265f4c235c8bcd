import type { Edition, Progress } from './edition'
import type { Plan } from './plan'

/** What there is to publish, and how. */
export type Job = {
  edition: Edition
  plan: Plan
  madeWith: string
  /** Taken before `madeWith` was. */
  codeStamp: string
  onProgress: Progress
  /** Told what will be done and why, in a sentence. */
  onPlan(words: string): void
  plain: boolean
  compress: boolean
}

/** `rendered` counts pages; `untidy` says why something old could not be deleted after the swap. */
export type Published = { articles: number; pages: number; rendered: number; untidy?: string }
