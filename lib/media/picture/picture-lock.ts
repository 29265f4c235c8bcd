import { lstatSync } from 'node:fs'
import path from 'node:path'
import { readSource } from '../../content/files'
import type { Problem } from '../../problem'
import { problemAt, type Source } from '../../source'
import { writeFileAtomic } from '../../write-atomic'
import { type LockedPicture, lockedPicture } from './locked-picture'

/** By address. */
export type PictureLock = { pictures: Map<string, LockedPicture>; problems: Problem[] }

/** Where pictures lie that were fetched for the posts of a folder. */
export const fetchedFolder = (folder: string) => path.join(folder, '_pictures')
export const lockFile = (folder: string) => path.join(fetchedFolder(folder), 'lock.json')

export function readLock(folder: string): PictureLock {
  const file = lockFile(folder)
  const lock: PictureLock = { pictures: new Map(), problems: [] }
  if (!lstatSync(file, { throwIfNoEntry: false })) return lock
  const read = readSource(file)
  if (!('source' in read)) return { ...lock, problems: read.problems }
  const { source } = read
  const entries = parsed(source)
  if (!entries) lock.problems.push(damaged(source))
  for (const [url, value] of Object.entries(entries ?? {})) {
    const { success, data } = lockedPicture.safeParse(value)
    if (success && url.startsWith('https://')) lock.pictures.set(url, data)
    else lock.problems.push(invalid(source, url))
  }
  return lock
}

/** One entry an address, in the order of the addresses, so that two branches seldom change the same lines. */
export async function writeLock(folder: string, pictures: ReadonlyMap<string, LockedPicture>): Promise<void> {
  const entries = [...pictures].sort(([a], [b]) => (a < b ? -1 : 1)).map(([url, picture]) => [url, inOrder(picture)])
  await writeFileAtomic(lockFile(folder), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`)
}

const inOrder = ({ file, type, width, height, bytes, hash, credit, alt }: LockedPicture): LockedPicture => ({
  ...{ file, type, width, height, bytes, hash },
  ...(credit ? { credit } : {}),
  ...(alt ? { alt } : {}),
})

function parsed({ text }: Source): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

// Errors, not warnings: or a slip in a merge would publish the magazine without its pictures.
function damaged(source: Source): Problem {
  const conflict = source.text.search(/^<{7} /m)
  return problemAt(source, Math.max(0, conflict), 1, {
    severity: 'error',
    rule: 'picture-lock',
    message:
      conflict < 0 ? 'The record of fetched pictures is no JSON.' : 'Two versions of this record were not joined.',
    hint: 'Keep every entry of both, take it back from git, or delete it and run  npm run images',
  })
}

function invalid(source: Source, url: string): Problem {
  const written = JSON.stringify(url)
  return problemAt(source, Math.max(0, source.text.indexOf(written)), written.length, {
    severity: 'error',
    rule: 'picture-lock',
    message: 'This entry is not as it was written when the picture was fetched.',
    hint: 'Delete the entry and run  npm run images',
  })
}
