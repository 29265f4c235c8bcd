import { parentPort, workerData } from 'node:worker_threads'
import { renderUnplaced } from '../render/render'
import type { Resolution, Target } from '../rendered'
import type { FromWorker, ToWorker, WorkerInit } from './messages'

const port = parentPort
if (!port) throw new Error('This file runs in a worker only')

const say = (message: FromWorker) => port.postMessage(message)

// Bodies that have asked, and what each does with the answer. Meanwhile the next is rendered.
const waiting = new Map<number, (resolutions: Resolution[]) => void>()

function ask(id: number, targets: Target[]): Promise<Resolution[]> {
  say({ kind: 'ask', id, targets })
  return new Promise((resolve) => waiting.set(id, resolve))
}

async function render({ id, body, title }: Extract<ToWorker, { kind: 'render' }>): Promise<void> {
  try {
    say({ kind: 'done', id, rendered: await renderUnplaced(body, title, (targets) => ask(id, targets)) })
  } catch (error) {
    say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) })
  }
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'render') return render(message)
  waiting.get(message.id)?.(message.resolutions)
  waiting.delete(message.id)
})

const { warmUp } = workerData as WorkerInit
// The code for it is loaded, and made fast, before the first body that counts; whether it succeeds does not matter.
if (warmUp !== undefined) await renderUnplaced(warmUp, '', async () => []).catch(() => {})

say({ kind: 'ready' })
