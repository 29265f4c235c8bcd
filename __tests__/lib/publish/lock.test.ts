import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { inEmptyFolder } from './folder'

const { write } = inEmptyFolder()
const place = '.cache/locks/build'
const lock = () => import('@/lib/publish/lock')

/** The id of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}

describe('the lock of a build', () => {
  it('holds while the work goes on, and not after it', async () => {
    const { whileLocked } = await lock()
    expect(await whileLocked('build', async () => readdirSync(place), fail)).toEqual([String(process.pid)])
    expect(existsSync(place)).toBe(false)
  })

  it('is given back when the work fails', async () => {
    const { whileLocked } = await lock()
    await expect(whileLocked('build', () => Promise.reject(new Error('no disk')), fail)).rejects.toThrow('no disk')
    expect(existsSync(place)).toBe(false)
  })

  test.each([
    ['of a process that is gone', async () => String(await endedProcess())],
    ['of an ended process whose id this one got', async () => String(process.pid)],
    ['that is no number', async () => 'half a wor'],
  ])('is taken over from one %s', async (_, owner) => {
    write(`${place}/${await owner()}`, '')
    const { whileLocked } = await lock()
    expect(await whileLocked('build', async () => 'done', fail)).toBe('done')
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
    expect(told).toEqual([[process.ppid, place]])
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
      (owner) => {
        told.push(owner)
        rmSync(`${place}/${owner}`)
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
      expect(readdirSync(place)).toEqual([String(process.pid)])
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

function fail(owner: number): never {
  throw new Error(`It waited for process ${owner}`)
}
