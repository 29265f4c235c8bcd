import type { Worker } from 'node:worker_threads'
import { silence, startBundled } from '../bundled-worker'
import type { FromWorker, ToWorker } from './messages'
import type { Rendered, Resolution, Resolve, Target } from './rendered'
import { pipelineVersion } from './version'

/** How one body ended. After `too-slow` and `crashed` the worker is gone. */
export type Outcome =
  | { kind: 'done'; rendered: Rendered; targets: Target[]; resolutions: Resolution[] }
  | { kind: 'failed' | 'crashed'; message: string }
  | { kind: 'too-slow' }

// Nesting is what a body costs in stack, so a worker gets far more of it than the main thread has.
const resourceLimits = { stackSizeMb: 64, maxOldGenerationSizeMb: 768 }

/** A worker that has loaded everything: from here on a deadline is fair. */
export const startWorker = (): Promise<Worker> =>
  startBundled({ entry: 'lib/markdown/render-worker.ts', version: pipelineVersion() }, { resourceLimits })

/** Renders one body within `limit` milliseconds; the time in which `resolve` answers does not count. */
export function renderIn(
  worker: Worker,
  { body, title }: { body: string; title: string },
  limit: number,
  resolve: Resolve,
): Promise<Outcome> {
  const send = (message: ToWorker) => worker.postMessage(message)
  return new Promise((settle, reject) => {
    const asked: { targets: Target[]; resolutions: Resolution[] } = { targets: [], resolutions: [] }
    const watch = stopwatch(limit, () => finish({ kind: 'too-slow' }))
    const finish = (outcome: Outcome) => {
      watch.stop()
      silence(worker)
      settle(outcome)
    }
    const answer = async (targets: Target[]) => {
      watch.stop()
      const resolutions = await resolve(targets)
      Object.assign(asked, { targets, resolutions })
      watch.start()
      send({ kind: 'answer', resolutions })
    }
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ask') answer(message.targets).catch(reject)
      else if (message.kind === 'done') finish({ ...message, ...asked })
      else if (message.kind === 'failed') finish(message)
    })
    worker.once('error', ({ message }) => finish({ kind: 'crashed', message }))
    worker.once('exit', () => finish({ kind: 'crashed', message: 'the worker ended' }))
    watch.start()
    send({ kind: 'render', body, title })
  })
}

function stopwatch(limit: number, onEnd: () => void) {
  let left = limit
  let since = 0
  let timer: NodeJS.Timeout | undefined
  return {
    start() {
      since = performance.now()
      // A message that has arrived meanwhile is heard first: a busy main thread must not count against a body.
      timer = setTimeout(() => setImmediate(() => timer && onEnd()), left)
    },
    stop() {
      left -= performance.now() - since
      clearTimeout(timer)
      timer = undefined
    },
  }
}
