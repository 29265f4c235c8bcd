import { parentPort } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './messages'
import { renderUnplaced } from './render'
import type { Resolution, Target } from './rendered'

const port = parentPort
if (!port) throw new Error('This file runs in a worker only')

const say = (message: FromWorker) => port.postMessage(message)

let hear: (resolutions: Resolution[]) => void = () => {}

const ask = (targets: Target[]) =>
  new Promise<Resolution[]>((resolve) => {
    hear = resolve
    say({ kind: 'ask', targets })
  })

port.on('message', async (message: ToWorker) => {
  if (message.kind === 'answer') return hear(message.resolutions)
  try {
    say({ kind: 'done', rendered: await renderUnplaced(message.body, message.title, ask) })
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

say({ kind: 'ready' })
