import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { linkOrCopy } from './links'
import { releaseFile } from './plan'
import {
  keptReleases,
  type ReleaseRecord,
  readRecord,
  releasesBefore,
  releasesDirectory,
  removeRecord,
} from './release-record'

/** A release that is becoming the next one, and the keys of what is known to be in it, by its files. */
export type Base = { folder: string; holds: Map<string, string> }

const workFolder = path.join(releasesDirectory, 'next')

/**
 * A folder to make the next release in: the oldest of those that are kept, so that only what has changed since is touched;
 * where there is none to spare, or it was made with other code, an empty one. From here on it is no release to go back to.
 */
export async function takeBase(current: string, madeWith: string): Promise<Base> {
  await dropBase()
  const earlier = await releasesBefore(current)
  const oldest = earlier.length < keptReleases ? undefined : earlier[0]
  const record = oldest === undefined ? undefined : await readRecord(oldest)
  if (oldest === undefined || record?.madeWith !== madeWith) {
    await mkdir(workFolder, { recursive: true })
    return { folder: workFolder, holds: new Map() }
  }
  await removeRecord(oldest)
  await rename(oldest, workFolder)
  return { folder: workFolder, holds: contentsOf(record) }
}

/** Removes what was to become the next release, when that has failed. */
export const dropBase = () => rm(workFolder, { recursive: true, force: true })

/** Every file of a release, and what its content is known by. */
export function contentsOf({ pages, files, others }: Pick<ReleaseRecord, 'pages' | 'files' | 'others'>) {
  return new Map([
    ...[...pages].map(([page, digest]): [string, string] => [releaseFile(page), digest]),
    ...files,
    ...others.map((file): [string, string] => [file, file]),
  ])
}

/**
 * Brings a base to hold what is wanted, but for the files that are new: their places are left empty. What the current
 * release holds unchanged is linked to, not copied. With `endings`, files come with others beside them, as `.br`.
 */
export function bringUpToDate(
  base: Base,
  wanted: Map<string, string>,
  { fresh, current, endings }: { fresh: ReadonlySet<string>; current: string; endings: readonly string[] },
): void {
  const folders = new Set<string>()
  const withOthers = (file: string) => [file, ...endings.map((ending) => file + ending)]
  for (const file of base.holds.keys()) {
    if (wanted.get(file) === base.holds.get(file) && !fresh.has(file)) continue
    for (const one of withOthers(file)) rmSync(path.join(base.folder, one), { force: true })
    if (!wanted.has(file)) removeEmptyFolders(base.folder, file)
  }
  for (const [file, key] of wanted) {
    if (fresh.has(file) || base.holds.get(file) === key) continue
    const folder = path.dirname(path.join(base.folder, file))
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    linkOrCopy(path.join(current, file), path.join(base.folder, file))
    for (const one of withOthers(file).slice(1))
      if (existsSync(path.join(current, one))) linkOrCopy(path.join(current, one), path.join(base.folder, one))
  }
}

function removeEmptyFolders(root: string, file: string): void {
  for (let folder = path.dirname(file); folder !== '/'; folder = path.dirname(folder)) {
    const place = path.join(root, folder)
    if (readdirSync(place).length) return
    rmdirSync(place)
  }
}
