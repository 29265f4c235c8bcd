import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { hasEnded, isAskable, ownName, processOf } from '../../processes.mjs'

// Each is a folder, in which one entry is named after the process that holds it: the file system lets one of many take it.
const locks = path.resolve('.cache/locks')

/** The process that holds a lock. `isHere` unless it runs on another host or in another container. */
export type LockOwner = { pid: number; host: string; isHere: boolean }

// The works of this process wait for each other here, so an entry with its id is always one that an ended process left.
let before: Promise<unknown> = Promise.resolve()

/**
 * Runs `work` while no other of this folder runs under that name; `onWait` is told once for which process it waits, and the
 * lock. A lock whose process has certainly ended is taken over.
 */
export function whileLocked<Result>(
  name: 'build' | 'images',
  work: () => Promise<Result>,
  onWait: (owner: LockOwner, lock: string) => void,
): Promise<Result> {
  const result = before.then(() => lockedFromOthers(path.join(locks, name), work, onWait))
  before = result.catch(() => {})
  return result
}

async function lockedFromOthers<Result>(
  lock: string,
  work: () => Promise<Result>,
  onWait: (owner: LockOwner, lock: string) => void,
): Promise<Result> {
  await mkdir(locks, { recursive: true })
  for (let told = false; !(await take(lock)); await wait(200)) {
    const [owner] = await unless('ENOENT', readdir(lock), [])
    if (owner === undefined) continue
    const holder = processOf(owner)
    const isHere = isAskable(holder)
    if ((isHere && holder.pid === process.pid) || hasEnded(holder)) {
      if (await takeOver(lock, owner)) break
    } else if (!told) {
      onWait({ pid: holder.pid, host: holder.host, isHere }, path.relative('.', lock))
      told = true
    }
  }
  try {
    return await work()
  } finally {
    await rm(path.join(lock, ownName), { force: true })
    await unless('ENOENT ENOTEMPTY EEXIST', rmdir(lock), undefined)
  }
}

/** A folder appears with our entry already in it, and cannot replace one that has an entry. */
async function take(lock: string): Promise<boolean> {
  const folder = `${lock}.${ownName}`
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, ownName), '')
  const taken = await unless(
    'ENOTEMPTY EEXIST',
    rename(folder, lock).then(() => true),
    false,
  )
  if (!taken) await rm(folder, { recursive: true })
  return taken
}

/** Of all who see the same ended owner, the first gives its entry another name, and the others find it no more. */
function takeOver(lock: string, owner: string): Promise<boolean> {
  const entry = path.join(lock, owner)
  return unless(
    'ENOENT',
    rename(entry, path.join(lock, ownName)).then(() => true),
    false,
  )
}

/** What comes of it, or `otherwise` when it fails with one of these codes. */
async function unless<Result>(codes: string, work: Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (codes.split(' ').includes((error as NodeJS.ErrnoException).code ?? '')) return otherwise
    throw error
  }
}
