import { Worker } from 'node:worker_threads'
import { whenReady } from '../../../lib/bundled-worker'
import { bodyWorkerOn } from '../../../lib/markdown/worker/body-worker'

/** A thread that speaks as the renderer does. What it does with a body is what the body's first word says. */
const code = `
const { parentPort } = require('node:worker_threads')
const cell = new Int32Array(new SharedArrayBuffer(4))
parentPort.on('message', ({ kind, id, body }) => {
  const [what, milliseconds] = (body ?? 'answered').split(' ')
  if (what === 'slow') for (;;);
  if (what === 'deadly') process.exit()
  if (what === 'failing') throw new Error('no memory')
  if (what === 'still') return
  if (what === 'asleep') Atomics.wait(cell, 0, 0)
  if (what === 'asking' && kind === 'render') return parentPort.postMessage({ kind: 'ask', id, targets: [] })
  if (what === 'sleeping') Atomics.wait(cell, 0, 0, Number(milliseconds))
  if (what === 'working') for (const from = performance.now(); performance.now() - from < Number(milliseconds); );
  parentPort.postMessage({ kind: 'done', id, rendered: {} })
})
parentPort.postMessage({ kind: 'ready' })
`

/** Starts such threads, and keeps them for whoever wants to end one. */
export function someThreads() {
  const started: Worker[] = []
  let live = 0
  let most = 0
  return {
    started,
    async start() {
      const thread = new Worker(code, { eval: true })
      started.push(thread)
      most = Math.max(most, ++live)
      thread.once('exit', () => live--)
      return bodyWorkerOn(await whenReady(thread))
    },
    live: () => live,
    /** How many there have been at once. */
    most: () => most,
  }
}
