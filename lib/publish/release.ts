import { copyFileSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs'
import { lstat, mkdir, rename, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import type { Progress } from './edition'
import { keepEarlierAssets, sweepEarlierAssets } from './host/earlier-assets'
import { linkOrCopy } from './links'
import type { OwnFile } from './own-files'
import { releaseFile } from './plan'
import {
  keptReleases,
  outLink,
  type ReleaseRecord,
  releasesBefore,
  releasesDirectory,
  removeRecord,
  workFolder,
  writeRecord,
} from './release-record'

/** Puts a folder that holds all it is to hold in the place where releases are made, and gives it to `prepare`. */
export async function assembleRelease(
  folder: string,
  prepare: (folder: string) => Promise<void> = async () => {},
): Promise<void> {
  await rm(workFolder, { recursive: true, force: true })
  await mkdir(releasesDirectory, { recursive: true })
  await rename(folder, workFolder)
  try {
    await prepare(workFolder)
  } catch (error) {
    await rm(workFolder, { recursive: true, force: true })
    throw error
  }
}

// As long as others may wait for an answer.
const longest = 20

/** Puts files beside rendered pages. A page that Next has rendered without a view keeps its place. */
export async function writeOwnFiles(files: OwnFile[], folder: string): Promise<void> {
  let since = performance.now()
  // In one go: with promises, thousands of files take twice as long.
  for (const file of files) {
    const target = path.join(folder, releaseFile(file.path))
    if (!lstatSync(target, { throwIfNoEntry: false })) writeOwnFile(file, target)
    if (performance.now() - since < longest) continue
    await new Promise(setImmediate)
    since = performance.now()
  }
}

export function writeOwnFile(file: OwnFile, target: string): void {
  mkdirSync(path.dirname(target), { recursive: true })
  if ('text' in file) writeFileSync(target, file.text())
  // What we have made is never written again, what somebody has put there may be.
  else if (file.make) linkOrCopy(file.copyOf, target)
  else copyFileSync(file.copyOf, target)
}

/**
 * Makes the folder in which releases are made the published one, and returns its new place. `gone` are the files of the
 * release before that are not in it, where they are known.
 */
export async function publishNew(record: ReleaseRecord | undefined, gone?: readonly string[]): Promise<string> {
  const release = path.join(releasesDirectory, `${Date.now()}`)
  try {
    await keepEarlierAssets(outLink, workFolder, gone)
    if (record) await writeRecord(release, record)
    // Under a number it counts as one to go back to, which it is not before it was published.
    await pointAt(release, () => rename(workFolder, release))
  } catch (error) {
    await removeRecord(release)
    throw error
  }
  return release
}

/** Publishes a finished release again. */
export async function publishAgain(release: string): Promise<void> {
  await keepEarlierAssets(outLink, release)
  await pointAt(release)
}

/** Points `out` at a release in one step: whoever reads sees the old site whole, or the new one. */
async function pointAt(release: string, whenReady: () => Promise<void> = async () => {}): Promise<void> {
  const next = `${outLink}.next`
  await rm(next, { force: true })
  await symlink(path.relative(path.dirname(outLink), release), next)
  // A folder that stands in the way, as a tool without releases leaves one, is set aside first.
  if ((await lstat(outLink).catch(() => undefined))?.isDirectory())
    await rename(outLink, path.join(releasesDirectory, `found-${Date.now()}`))
  await whenReady()
  await rename(next, outLink)
}

/** Deletes what nobody needs since the swap: a large release takes seconds, so it is told. */
export async function removeOutdated(release: string, onProgress: Progress = () => {}): Promise<void> {
  await removeOldReleases(release, onProgress)
  await sweepEarlierAssets()
}

async function removeOldReleases(current: string, onProgress: Progress): Promise<void> {
  const earlier = await releasesBefore(current)
  const old = earlier.slice(0, Math.max(0, earlier.length - keptReleases))
  for (const [index, release] of old.entries()) {
    onProgress('The new site is published; deleting old ones', index, old.length)
    await removeRecord(release)
    await rm(release, { recursive: true, force: true })
  }
}
