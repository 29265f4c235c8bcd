import { lstatSync } from 'node:fs'
import path from 'node:path'
import { memoize } from '../../memoize'
import type { Problem } from '../../problem'
import { type LockedPicture, lockedAddress } from './locked-picture'
import { fetchedFolder, type PictureLock, readLock } from './picture-lock'

export type FetchedPicture = { file: string; locked: LockedPicture }

/** The locks of the folders that name pictures, as they are now: each is read once, and each picture looked up once. */
export type PictureLocks = {
  /** What a remote picture was fetched as, and its file, if that is there as it was. */
  find(folder: string, url: string): FetchedPicture | undefined
  problems(): Problem[]
}

export function createLocks(): PictureLocks {
  const locks: PictureLock[] = []
  const finderOf = memoize((folder: string) => {
    const lock = readLock(folder)
    locks.push(lock)
    if (lock.pictures.size === 0) return () => undefined
    return memoize((url: string) => {
      const locked = lock.pictures.get(lockedAddress(url))
      const file = locked && path.join(fetchedFolder(folder), locked.file)
      return file && isThere(file, locked.bytes) ? { file, locked } : undefined
    })
  })
  return {
    find: (folder, url) => finderOf(folder)(url),
    problems: () => locks.flatMap(({ problems }) => problems),
  }
}

/** Whether this is a file of its own, of this size, in a folder of its own. No link is followed. */
export function isThere(file: string, bytes: number): boolean {
  const status = lstatSync(file, { throwIfNoEntry: false })
  const isInPlace = lstatSync(path.dirname(file), { throwIfNoEntry: false })?.isDirectory()
  return isInPlace === true && status?.isFile() === true && status.size === bytes
}
