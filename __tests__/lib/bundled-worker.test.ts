import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runBundled, startBundled } from '../../lib/bundled-worker'
import { hashOf } from '../../lib/digest'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'worker-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

function written(code: string) {
  const entry = path.join(directory, 'some-worker.ts')
  writeFileSync(entry, `import { parentPort as port, workerData } from 'node:worker_threads'\n${code}`)
  return { entry, version: hashOf([code]) }
}
const started = (code: string) => startBundled(written(code), {})

test.each([
  ['ends in the turn in which it was ready', "port?.postMessage('ready')\nprocess.exit()", /ended by itself/],
  ['fails later', "port?.on('message', () => { throw new Error('no luck') })\nport?.postMessage('ready')", /luck/],
  [
    'stays until it is ended',
    "port?.on('message', () => process.exit())\nport?.postMessage('ready')",
    /ended by itself/,
  ],
])('tells of a worker that %s', async (_, code, why) => {
  const { worker, ended } = await started(code)
  worker.postMessage('end')
  expect((await ended).message).toMatch(why)
})

test.each([
  ['ends', 'process.exit()', /ended before it could begin: the worker ended by itself/],
  ['fails', "throw new Error('no luck')", /ended before it could begin: no luck/],
])('refuses a worker that %s before it is ready', async (_, code, why) => {
  await expect(started(code)).rejects.toThrow(why)
})

test('gives the only answer of a worker, or why there is none', async () => {
  expect(await runBundled(written('port?.postMessage(2 * workerData)'), 21)).toBe(42)
  await expect(runBundled(written("throw new Error('no luck')"), 1)).rejects.toThrow('no luck')
  await expect(runBundled(written('process.exit(0)'), 1)).rejects.toThrow('without an answer')
})
