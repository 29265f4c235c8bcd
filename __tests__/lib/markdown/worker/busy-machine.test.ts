import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { readyText } from '@/lib/content/lazy-text'
import { createBodyRenderer } from '@/lib/markdown/worker/bodies'
import { part } from '../honest-part'
import { resolve } from '../rendering'

const busyLoop = "console.log('busy'); for (;;);"
let directory: string
const loops: ChildProcess[] = []

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'busy-'))
})
afterEach(() => {
  for (const loop of loops.splice(0)) loop.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

/** A text of 40 KB, another for each number. */
function honest(number: number): string {
  const parts = Math.ceil((40 * 1024) / part(100).length)
  return Array.from({ length: parts }, (_, index) => part(100 * number + index)).join('')
}

async function rendered(numbers: number[], deadline?: number) {
  const options = {
    cacheDirectory: directory,
    resolve: (_: string, targets: Parameters<typeof resolve>[0]) => resolve(targets),
  }
  const renderer = createBodyRenderer(deadline === undefined ? options : { ...options, deadline })
  const jobs = numbers.map((number) => ({
    ...{ file: `posts/${number}.md`, body: readyText(honest(number)), bodyLine: 10, title: 'T' },
  }))
  const before = process.cpuUsage()
  const bodies = await renderer.renderAll(jobs)
  const { user, system } = process.cpuUsage(before)
  await renderer.close()
  return { spent: (user + system) / 1000, problems: bodies.flatMap(({ problems }) => problems) }
}

test('gives no body up because others keep the machine busy', async () => {
  // What one takes by itself, and what its worker takes to begin: less than it needs by the clock with a share of the machine.
  const { spent } = await rendered([0])
  for (let loop = 0; loop < 2 * availableParallelism(); loop++) loops.push(spawn(process.execPath, ['-e', busyLoop]))
  await Promise.all(loops.map(({ stdout }) => stdout && once(stdout, 'data')))
  const { problems } = await rendered([1, 2], 1.5 * spent)
  expect(problems.map(({ message }) => message)).toEqual([])
})
