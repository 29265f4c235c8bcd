import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startBundled } from '../../lib/bundled-worker'
import { hashOf } from '../../lib/digest'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'worker-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

function started(code: string) {
  const entry = path.join(directory, 'some-worker.ts')
  writeFileSync(entry, `import { parentPort as port } from 'node:worker_threads'\n${code}`)
  return startBundled({ entry, version: hashOf([code]) }, {})
}

test.each([
  ['ends in the turn in which it was ready', "port?.postMessage('ready')\nprocess.exit()", /ended by itself/],
  [
    'fails later, with nothing to do',
    "port?.postMessage('ready')\nsetTimeout(() => { throw new Error('no luck') })",
    /luck/,
  ],
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
