import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const file = path.resolve('.cache/build.lock')

// The works of this process wait for each other here, so a lock with its id is always one that an ended process left.
let before: Promise<unknown> = Promise.resolve()

/** Runs `work` while no other build of this folder runs. A lock whose process is gone is taken over. */
export function whileLocked<Result>(work: () => Promise<Result>, onWait: (process: number) => void): Promise<Result> {
  const result = before.then(() => lockedFromOthers(work, onWait))
  before = result.catch(() => {})
  return result
}

async function lockedFromOthers<Result>(
  work: () => Promise<Result>,
  onWait: (process: number) => void,
): Promise<Result> {
  await mkdir(path.dirname(file), { recursive: true })
  for (let told = false; !(await take()); told = true) {
    const owner = Number(await readFile(file, 'utf8').catch(() => '0'))
    if (owner === process.pid || !isAlive(owner)) await rm(file, { force: true })
    else if (!told) onWait(owner)
    await wait(200)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

// A link appears with its content already in it, so nobody ever sees a lock without its owner.
async function take(): Promise<boolean> {
  const own = `${file}.${process.pid}`
  await writeFile(own, String(process.pid))
  try {
    await link(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(own, { force: true })
  }
}

function isAlive(pid: number): boolean {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process lives, though it may not be signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
