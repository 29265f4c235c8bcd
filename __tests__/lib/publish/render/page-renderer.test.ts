import { Worker } from 'node:worker_threads'
import { entry, viewsOfAll } from '../../library/some-library'
import { inEmptyFolder } from '../folder'

inEmptyFolder()

const begin = "const { parentPort: port } = require('node:worker_threads')\n"
const idle = true

test.each([
  [
    'with nothing to do',
    idle,
    "port.postMessage('ready'); setTimeout(() => process.exit())",
    'the worker ended by itself',
  ],
  ['by an error', idle, "port.postMessage('ready'); setTimeout(() => { throw new Error('no luck') })", 'no luck'],
  [
    'at a page',
    !idle,
    "port.on('message', () => process.exit()); port.postMessage('ready')",
    'the worker ended by itself',
  ],
])('says so when a worker has ended %s', async (_, isIdle, code, why) => {
  const { whenReady } = await import('@/lib/bundled-worker')
  const { startPageRenderer } = await import('@/lib/publish/render/page-renderer')
  const thread = new Worker(begin + code, { eval: true })
  const gone = new Promise((resolve) => thread.once('exit', resolve))
  const options = { fingerprint: '', workers: 1, stylesheets: {}, styles: {} }
  const renderer = startPageRenderer(options, () => whenReady(thread))
  if (isIdle) await gone
  const [view] = viewsOfAll([entry()])
  if (!view) throw new Error('there is no view')
  const rendering = renderer.render([{ path: view.path, file: 'a.html', view: () => view }])
  // On a busy machine its error can be heard of before its first message.
  await expect(rendering).rejects.toThrow(new RegExp(`^Pages could not be rendered: .*${why}`))
  await renderer.close()
})
