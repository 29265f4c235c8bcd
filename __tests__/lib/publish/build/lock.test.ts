import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LockOwner } from '@/lib/publish/build/lock'
import { nameOf, ownName, processOf } from '../../../../lib/processes.mjs'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()
const place = '.cache/locks/build'
const processes = pathToFileURL(path.resolve('lib/processes.mjs')).href
const lock = () => import('@/lib/publish/build/lock')

/** The id of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill()
})

/** A process that lives until the test is over, and the first line it says. */
async function livingProcess(command: string, ...words: string[]) {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = await once(child.stdout, 'data')
  return { child, line: String(line).trim() }
}

/** The id of a process that has ended, and whose parent will never ask how. */
async function zombie(): Promise<string> {
  const { line } = await livingProcess('sh', '-c', 'sleep 0 & echo $!; exec sleep 60')
  while (!/\) Z /.test(readFileSync(`/proc/${line}/stat`, 'utf8')))
    await new Promise((resolve) => setTimeout(resolve, 10))
  return line
}

const parent = { ...processOf(ownName), pid: process.ppid, start: '' }
const onlyOnLinux: [string, () => Promise<string>][] = [
  ['of an ended process whose id another got', async () => nameOf({ ...parent, start: '1' })],
  ['of an ended process that nobody has asked how', zombie],
]

const endedOwners: [string, () => Promise<string>][] = [
  ['of a process that is gone', async () => String(await endedProcess())],
  ['of an ended process whose id this one got', async () => String(process.pid)],
  ['that is no number', async () => 'half a wor'],
  ['of an earlier boot of this host', async () => nameOf({ ...parent, boot: 'earlier' })],
  ...(existsSync('/proc/self/stat') ? onlyOnLinux : []),
]

describe('the lock of a build', () => {
  it('holds while the work goes on, and not after it', async () => {
    const { whileLocked } = await lock()
    expect(await whileLocked('build', async () => readdirSync(place), fail)).toEqual([ownName])
    expect(existsSync(place)).toBe(false)
  })

  it('is given back when the work fails', async () => {
    const { whileLocked } = await lock()
    await expect(whileLocked('build', () => Promise.reject(new Error('no disk')), fail)).rejects.toThrow('no disk')
    expect(existsSync(place)).toBe(false)
  })

  test.each(endedOwners)('is taken over from one %s', async (_, owner) => {
    write(`${place}/${await owner()}`, '')
    const { whileLocked } = await lock()
    expect(await whileLocked('build', async () => 'done', fail)).toBe('done')
  })

  test.each([
    ['another host', async () => ({ ...parent, pid: await endedProcess(), host: 'web-2.example, "b"' })],
    ['another host, with the id of this process', async () => ({ ...processOf(ownName), host: 'web-2' })],
    ['another container of this host', async () => ({ ...parent, pid: await endedProcess(), space: '1' })],
  ])('is never taken over from a process of %s, which is told', async (_, owner) => {
    const process = await owner()
    write(`${place}/${nameOf(process)}`)
    const { whileLocked } = await lock()
    const told: unknown[] = []
    const work = whileLocked(
      'build',
      async () => readdirSync(place),
      (...words) => told.push(words),
    )
    const early = await Promise.race([work, new Promise((resolve) => setTimeout(resolve, 600, 'waiting'))])
    expect([early, told]).toEqual(['waiting', [[{ pid: process.pid, host: process.host, isHere: false }, place]]])
    rmSync(place, { recursive: true })
    expect(await work).toEqual([ownName])
  })

  it('waits for a living process, says once for which, and goes on when it has ended', async () => {
    write(`${place}/${process.ppid}`, '')
    const { whileLocked } = await lock()
    const told: unknown[] = []
    const work = whileLocked(
      'build',
      async () => 'done',
      (...words) => told.push(words),
    )
    const early = await Promise.race([work, new Promise((resolve) => setTimeout(resolve, 600, 'waiting'))])
    expect(early).toBe('waiting')
    rmSync(`${place}/${process.ppid}`)
    expect(await work).toBe('done')
    expect(told).toEqual([[{ pid: process.ppid, host: hostname(), isHere: true }, place]])
  })

  it('waits for a process that names itself, and takes the lock over when that is killed', async () => {
    const code = `import { ownName } from '${processes}'; console.log(ownName); setInterval(() => {}, 1000)`
    const { child, line } = await livingProcess(process.execPath, '--input-type=module', '-e', code)
    write(`${place}/${line}`)
    const { whileLocked } = await lock()
    const told: unknown[] = []
    const work = whileLocked(
      'build',
      async () => 'done',
      (owner) => {
        told.push(owner)
        child.kill('SIGKILL')
      },
    )
    expect(await work).toBe('done')
    expect(told).toEqual([{ pid: child.pid, host: hostname(), isHere: true }])
  })

  it('is not taken over from a process that was faster to take it over', async () => {
    const ended = await endedProcess()
    write(`${place}/${ended}`)
    const fs = jest.requireActual<typeof import('node:fs/promises')>('node:fs/promises')
    const readdir = async (folder: string) => {
      const names = await fs.readdir(folder)
      if (names[0] === String(ended)) renameSync(`${place}/${ended}`, `${place}/${process.ppid}`)
      return names
    }
    jest.doMock('node:fs/promises', () => ({ ...fs, readdir }))
    const { whileLocked } = await lock()
    jest.dontMock('node:fs/promises')
    const told: number[] = []
    await whileLocked(
      'build',
      async () => 'done',
      ({ pid }) => {
        told.push(pid)
        rmSync(`${place}/${pid}`)
      },
    )
    expect(told).toEqual([process.ppid])
  })

  it('lets two works of one folder run one after the other', async () => {
    const { whileLocked } = await lock()
    let running = 0
    const work = async () => {
      running += 1
      // Longer than a waiting build waits before it looks again.
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(readdirSync(place)).toEqual([ownName])
      expect(running).toBe(1)
      running -= 1
    }
    await Promise.all([
      whileLocked('build', work, () => {}),
      whileLocked('build', work, () => {}),
      whileLocked('build', work, () => {}),
    ])
    expect(existsSync(place)).toBe(false)
  })

  it('lets a work of another name go on', async () => {
    write(`${place}/${process.ppid}`)
    const { whileLocked } = await lock()
    expect(await whileLocked('images', async () => 'done', fail)).toBe('done')
  })

  it('goes on after a work that failed', async () => {
    const { whileLocked } = await lock()
    const failing = whileLocked('build', () => Promise.reject(new Error('no disk')), fail)
    const next = whileLocked('build', async () => 'done', fail)
    await expect(failing).rejects.toThrow('no disk')
    expect(await next).toBe('done')
  })
})

function fail({ pid, host }: LockOwner): never {
  throw new Error(`It waited for process ${pid} of ${host}`)
}
