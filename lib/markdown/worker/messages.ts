import type { Rendered, Resolution, Target } from '../rendered'

/** What a worker is begun with: a body to render and forget. */
export type WorkerInit = { warmUp?: string }

/** What goes to a worker: a body, and the answer to what that body asked. */
export type ToWorker =
  | { kind: 'render'; id: number; body: string; title: string }
  | { kind: 'answer'; id: number; resolutions: Resolution[] }

/** What comes back: it can begin; a body has a question, it is finished or has failed. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'ask'; id: number; targets: Target[] }
  | { kind: 'done'; id: number; rendered: Rendered }
  | { kind: 'failed'; id: number; message: string }
