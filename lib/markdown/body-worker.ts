import { startBundled } from '../bundled-worker'
import type { FromWorker, ToWorker } from './messages'
import type { Rendered, Resolution, Resolve, Target } from './rendered'
import { isPipelineUnchanged, pipelineVersion } from './version'

/** A body to render. A worker that says nothing for `limit` milliseconds, while it has nothing to wait for, is given up. */
export type BodyWork = { body: string; title: string; limit: number; resolve: Resolve }

/** How one body ended. */
export type Outcome = Ended | Lost

type Ended =
  | { kind: 'done'; rendered: Rendered; targets: Target[]; resolutions: Resolution[] }
  | { kind: 'failed'; message: string }

/** How a worker came to its end. */
type Ending = { kind: 'too-slow' } | { kind: 'crashed'; message: string }

/** The worker is gone, and all that it had in hand with it; `alone` says that this body was all, and so the cause. */
type Lost = Ending & { alone: boolean }

export const isLost = (outcome: Outcome): outcome is Lost => outcome.kind === 'too-slow' || outcome.kind === 'crashed'

export type BodyWorker = {
  /** Renders one body after another. Given the next ones ahead, it goes on with them while one has a question. */
  render(work: BodyWork): Promise<Outcome>
  end(): Promise<void>
}

type InHand = {
  work: BodyWork
  asked: { targets: Target[]; resolutions: Resolution[] }
  isWaiting: boolean
  settle(outcome: Outcome): void
  reject(error: unknown): void
}

// Nesting is what a body costs in stack, so a worker gets far more of it than the main thread has.
const resourceLimits = { stackSizeMb: 64, maxOldGenerationSizeMb: 768 }

/** A worker that has loaded everything, and has rehearsed with a body if it was given one: from here on a deadline is fair. */
export async function startBodyWorker(rehearsal?: string): Promise<BodyWorker> {
  const code = { entry: 'lib/markdown/render-worker.ts', version: pipelineVersion(), isCurrent: isPipelineUnchanged }
  const worker = await startBundled(code, { resourceLimits, workerData: { rehearsal } })
  const send = (message: ToWorker) => worker.postMessage(message)
  const inHand = new Map<number, InHand>()
  const watch = alarm(() => {
    lose({ kind: 'too-slow' })
    worker.terminate()
  })
  let given = 0
  let lost: Ending | undefined

  const watchOn = () => {
    const limits = [...inHand.values()].filter(({ isWaiting }) => !isWaiting).map(({ work }) => work.limit)
    watch.set(limits.length > 0 ? Math.max(...limits) : undefined)
  }
  const lose = (how: Ending) => {
    lost ??= how
    const alone = inHand.size === 1
    for (const { settle } of inHand.values()) settle({ ...how, alone })
    inHand.clear()
    watchOn()
  }
  const leave = (id: number) => {
    inHand.delete(id)
    watchOn()
  }
  const answer = async (id: number, one: InHand, targets: Target[]) => {
    one.isWaiting = true
    watchOn()
    const resolutions = await one.work.resolve(targets)
    Object.assign(one, { asked: { targets, resolutions }, isWaiting: false })
    watchOn()
    send({ kind: 'answer', id, resolutions })
  }
  worker.on('message', (message: FromWorker) => {
    const one = message.kind === 'ready' ? undefined : inHand.get(message.id)
    if (!one || message.kind === 'ready') return
    if (message.kind === 'ask')
      return answer(message.id, one, message.targets).catch((error) => {
        leave(message.id)
        one.reject(error)
      })
    leave(message.id)
    one.settle(message.kind === 'done' ? { kind: 'done', rendered: message.rendered, ...one.asked } : message)
  })
  worker.on('error', ({ message }) => lose({ kind: 'crashed', message }))
  worker.on('exit', () => lose({ kind: 'crashed', message: 'the worker ended' }))

  return {
    render: (work) =>
      new Promise((settle, reject) => {
        if (lost) return settle({ ...lost, alone: false })
        const id = given++
        inHand.set(id, { work, asked: { targets: [], resolutions: [] }, isWaiting: false, settle, reject })
        watchOn()
        send({ kind: 'render', id, body: work.body, title: work.title })
      }),
    async end() {
      await worker.terminate()
    },
  }
}

/** Rings when it has been set and not set again for so many milliseconds. */
function alarm(ring: () => void) {
  let timer: NodeJS.Timeout | undefined
  return {
    set(after: number | undefined) {
      clearTimeout(timer)
      timer = undefined
      if (after === undefined) return
      const mine = setTimeout(() => {
        // A message that has arrived meanwhile is heard first: a busy main thread must not count against a body.
        setImmediate(() => timer === mine && ring())
      }, after)
      timer = mine
    },
  }
}
