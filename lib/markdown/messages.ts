import type { Rendered, Resolution, Target } from './rendered'

/** What goes to a worker: a body, and the answer to what it asked. */
export type ToWorker = { kind: 'render'; body: string; title: string } | { kind: 'answer'; resolutions: Resolution[] }

/** What comes back: it can begin, it has a question, it has finished or failed. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'ask'; targets: Target[] }
  | { kind: 'done'; rendered: Rendered }
  | { kind: 'failed'; message: string }
