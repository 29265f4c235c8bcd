import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { shownPath } from '../../content/files'
import { writeFileAtomic } from '../../write-atomic'
import { hashOfFetched, type LockedPicture } from './locked-picture'
import { fetchedFolder, lockFile, readLock, writeLock } from './picture-lock'
import { isThere } from './picture-locks'
import type { Received } from './received-picture'

/** The pictures fetched for the posts of one folder, while more of them are fetched. */
export type FetchedFolder = {
  pictures: Map<string, LockedPicture>
  /** Whether what was fetched from an address is there, byte for byte. */
  holds(url: string): boolean
  /** Writes the file first and then the lock: wherever this is cut off, the next run goes on. */
  keep(url: string, received: Received): Promise<string>
  /** Takes entries out, and their files; returns the files that are gone. */
  drop(urls: readonly string[]): Promise<string[]>
  save(): Promise<void>
}

// What a run that was cut off had begun to write.
const unfinished = /^(?:lock\.json|[a-z0-9-]+\.[0-9a-f]{10}\.(?:jpg|png|webp))\.\d+-\d+$/

/**
 * Throws where the lock cannot be read, or the folder is a link: what is not understood is not written over. A file that
 * `isNeeded` stays where it is, though nothing that was fetched is in it any more.
 */
export function openFetched(folder: string, isNeeded: (name: string) => boolean): FetchedFolder {
  const place = fetchedFolder(folder)
  const { pictures, problems } = readLock(folder)
  if (problems[0])
    throw new Error(`Nothing was fetched: ${shownPath(lockFile(folder))} is damaged. What to do says  npm run check`)
  if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new Error(`Nothing was fetched: ${shownPath(place)} is no folder.`)
  removeUnfinished(place)
  let written = JSON.stringify([...pictures])
  let saving = Promise.resolve()

  // One at a time, so that no older state follows a newer one.
  function save(): Promise<void> {
    saving = saving.then(async () => {
      const now = JSON.stringify([...pictures])
      if (now !== written) await writeLock(folder, pictures)
      written = now
    })
    return saving
  }

  async function removeUnused(names: string[]): Promise<string[]> {
    const used = new Set([...pictures.values()].map(({ file }) => file))
    const unused = [...new Set(names)].filter((name) => !used.has(name) && !isNeeded(name))
    const files = unused.map((name) => path.join(place, name))
    for (const file of files) await rm(file, { force: true })
    return files.map(shownPath)
  }

  return {
    pictures,
    save,
    holds(url) {
      const locked = pictures.get(url)
      const file = path.join(place, locked?.file ?? '')
      return locked !== undefined && isThere(file, locked.bytes) && hashOfFetched(readFileSync(file)) === locked.hash
    },
    async keep(url, { bytes, locked }) {
      const file = path.join(place, locked.file)
      const before = pictures.get(url)
      await writeFileAtomic(file, bytes)
      pictures.set(url, locked)
      await save()
      if (before) await removeUnused([before.file])
      return shownPath(file)
    },
    async drop(urls) {
      const files = urls.flatMap((url) => pictures.get(url)?.file ?? [])
      for (const url of urls) pictures.delete(url)
      await save()
      return removeUnused(files)
    },
  }
}

function removeUnfinished(place: string): void {
  const names = lstatSync(place, { throwIfNoEntry: false }) ? readdirSync(place) : []
  for (const name of names) if (unfinished.test(name)) rmSync(path.join(place, name))
}
