import { lstatSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../../content/problem'
import { type LockedPicture, lockedAddress } from './locked-picture'
import { fetchedFolder, type PictureLock, readLock } from './picture-lock'

/** The locks of the folders that name pictures, as they are now: each is read once. */
export type PictureLocks = {
  /** What a remote picture was fetched as, and its file, if that is there as it was. */
  find(folder: string, url: string): { file: string; locked: LockedPicture } | undefined
  problems(): Problem[]
}

export function createLocks(): PictureLocks {
  const locks = new Map<string, PictureLock>()
  const of = (folder: string) => {
    const lock = locks.get(folder) ?? readLock(folder)
    locks.set(folder, lock)
    return lock
  }
  return {
    find(folder, url) {
      const locked = of(folder).pictures.get(lockedAddress(url))
      const file = locked && path.join(fetchedFolder(folder), locked.file)
      return file && isThere(file, locked.bytes) ? { file, locked } : undefined
    },
    problems: () => [...locks.values()].flatMap(({ problems }) => problems),
  }
}

/** Whether this is a file of its own, of this size, in a folder of its own. No link is followed. */
export function isThere(file: string, bytes: number): boolean {
  const status = lstatSync(file, { throwIfNoEntry: false })
  const isInPlace = lstatSync(path.dirname(file), { throwIfNoEntry: false })?.isDirectory()
  return isInPlace === true && status?.isFile() === true && status.size === bytes
}
