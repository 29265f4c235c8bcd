import { type StartedWorker, startBundled } from '../../bundled-worker'
import { isMarkdownCodeUnchanged, markdownFingerprint } from '../../fingerprint/layers'
import type { Rendered, Resolution, Resolve, Target } from '../rendered'
import type { FromWorker, ToWorker } from './messages'
import { createTimeout } from './timeout'

/** A body to render. A worker that spends `limit` milliseconds of processor time without saying anything is given up. */
export type BodyWork = { body: string; title: string; limit: number; resolve: Resolve }

/** How one body ended. */
export type Outcome = Ended | Lost

type Ended =
  | { kind: 'done'; rendered: Rendered; targets: Target[]; resolutions: Resolution[] }
  | { kind: 'failed'; message: string }

/** The worker is gone, and all that it had in hand with it, whichever was the cause. */
type Lost = { kind: 'too-slow' } | { kind: 'crashed'; message: string }

export const isLost = (outcome: Outcome): outcome is Lost => outcome.kind === 'too-slow' || outcome.kind === 'crashed'

export type BodyWorker = {
  /** Renders one body after another. Given the next ones ahead, it goes on with them while one has a question. */
  render(work: BodyWork): Promise<Outcome>
  end(): Promise<void>
  /** Resolves when it is gone, whoever ended it. */
  ended: Promise<unknown>
}

type InHand = {
  work: BodyWork
  asked: { targets: Target[]; resolutions: Resolution[] }
  isWaiting: boolean
  settle(outcome: Outcome): void
  reject(error: unknown): void
}

// Nesting is what a body costs in stack, so a worker gets far more of it than the main thread has.
const resourceLimits = { stackSizeMb: 64, maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 768 }

/** A worker that has loaded everything, and is warmed up with a body if it was given one: from here on a timeout is fair. */
export async function startBodyWorker(warmUp?: string): Promise<BodyWorker> {
  const code = {
    entry: 'lib/markdown/worker/render-worker.ts',
    version: markdownFingerprint(),
    isCurrent: isMarkdownCodeUnchanged,
  }
  return bodyWorkerOn(await startBundled(code, { resourceLimits, workerData: { warmUp } }))
}

/** Speaks with a thread that renders, and knows when it has taken too much or is gone. */
export function bodyWorkerOn({ worker, ended }: StartedWorker): BodyWorker {
  const send = (message: ToWorker) => worker.postMessage(message)
  const inHand = new Map<number, InHand>()
  const timeout = createTimeout(worker, (kind) => {
    lose(kind === 'spent' ? { kind: 'too-slow' } : { kind: 'crashed', message: 'the worker stood still over it' })
    worker.terminate()
  })
  let given = 0
  let lost: Lost | undefined

  const resetTimeout = () => {
    const limits = [...inHand.values()].filter(({ isWaiting }) => !isWaiting).map(({ work }) => work.limit)
    timeout.set(limits.length > 0 ? Math.max(...limits) : undefined)
  }
  const lose = (how: Lost) => {
    lost ??= how
    for (const { settle } of inHand.values()) settle(how)
    inHand.clear()
    resetTimeout()
  }
  const leave = (id: number) => {
    inHand.delete(id)
    resetTimeout()
  }
  const answer = async (id: number, one: InHand, targets: Target[]) => {
    one.isWaiting = true
    resetTimeout()
    const resolutions = await one.work.resolve(targets)
    Object.assign(one, { asked: { targets, resolutions }, isWaiting: false })
    resetTimeout()
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
  ended.then(({ message }) => lose({ kind: 'crashed', message }))

  return {
    render: (work) =>
      new Promise((settle, reject) => {
        if (lost) return settle(lost)
        const id = given++
        inHand.set(id, { work, asked: { targets: [], resolutions: [] }, isWaiting: false, settle, reject })
        resetTimeout()
        send({ kind: 'render', id, body: work.body, title: work.title })
      }),
    async end() {
      await worker.terminate()
    },
    ended,
  }
}
