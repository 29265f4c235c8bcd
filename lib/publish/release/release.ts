import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { readCacheFile } from '../../cache-file.mjs'
import type { Progress } from '../../load/loaded-site'
import type { ReleaseFile } from '../release-file'
import { fileInRelease } from '../release-file'
import { keepEarlierAssets, sweepEarlierAssets } from './earlier-assets'
import { nextReleaseTime } from './file-times'
import {
  keptReleases,
  type Manifest,
  moveManifest,
  outLink,
  readManifest,
  releasesBefore,
  releasesDirectory,
  removeManifest,
  workFolder,
  writeManifest,
} from './manifest'
import { dropLaidOut } from './next-base'
import { removeFiles } from './remove-files'

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
export async function writeReleaseFiles(files: ReleaseFile[], folder: string): Promise<void> {
  let since = performance.now()
  // In one go: with promises, thousands of files take twice as long.
  for (const file of files) {
    const target = path.join(folder, fileInRelease(file.path))
    if (!lstatSync(target, { throwIfNoEntry: false })) writeReleaseFile(file, target)
    if (performance.now() - since < longest) continue
    await new Promise(setImmediate)
    since = performance.now()
  }
}

export function writeReleaseFile(file: ReleaseFile, target: string): void {
  mkdirSync(path.dirname(target), { recursive: true })
  if ('text' in file) writeFileSync(target, file.text())
  else if ('bytes' in file) writeFileSync(target, file.bytes())
  else if (file.make) writeFileSync(target, cachedContent(file.copyOf))
  else {
    copyFileSync(file.copyOf, target)
    // Everybody may read what is published, whoever may read the original; what may be run stays so.
    chmodSync(target, 0o644 | (statSync(target).mode & 0o111))
  }
}

function cachedContent(file: string): Buffer {
  const content = readCacheFile(file)
  if (!content) throw new Error(`${path.relative('.', file)} was damaged while the site was built. Build again.`)
  return content
}

/**
 * Makes the folder in which releases are made the published one, and returns its new place. `gone` are the files of the
 * release before that are not in it, where they are known.
 */
export async function publishNew(manifest: Manifest | undefined, gone?: readonly string[]): Promise<string> {
  const release = await newRelease()
  try {
    await keepEarlierAssets(outLink, workFolder, gone)
    if (manifest) await writeManifest(release, manifest)
    // Under a number it counts as one to go back to, which it is not before it was published.
    await pointAt(release, () => rename(workFolder, release))
  } catch (error) {
    await removeManifest(release)
    throw error
  }
  return release
}

/** Its number says when it was published, and is larger than any other. */
const newRelease = async () => path.join(releasesDirectory, `${Math.max(Date.now(), 1000 * (await nextReleaseTime()))}`)

/** Makes a release that is not published the newest one, and returns its new place. */
export async function renew(release: string): Promise<string> {
  const newest = await newRelease()
  await moveManifest(release, newest)
  await rename(release, newest)
  return newest
}

/** Publishes a finished release again. */
export async function publishAgain(release: string): Promise<void> {
  await keepEarlierAssets(outLink, release)
  await pointAt(release)
}

/**
 * Publishes the newest release where `out` is gone, as in a clone to which the releases of another were brought back, and
 * returns its place. One that has no manifest may not be whole.
 */
export async function publishKept(): Promise<string | undefined> {
  if (existsSync(outLink)) return undefined
  for (const release of (await releasesBefore('')).reverse())
    if (await readManifest(release)) {
      await pointAt(release)
      return release
    }
  return undefined
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

/**
 * Deletes what nobody needs since the swap. A large release takes seconds, so it is told; with `most`, so many of its files go
 * now and the rest with the builds that follow.
 */
export async function removeOutdated(release: string, onProgress: Progress = () => {}, most?: number): Promise<void> {
  await setOldReleasesAside(release)
  const old = (await readdir(releasesDirectory)).filter((name) => name.endsWith(outdated)).sort()
  let left = most
  for (const [index, name] of old.entries()) {
    const folder = path.join(releasesDirectory, name)
    if (left !== undefined) {
      left = removeFiles(folder, left)
      continue
    }
    onProgress('The new site is published; deleting old ones', index, old.length)
    await rm(folder, { recursive: true, force: true })
  }
  await dropLaidOut()
  await sweepEarlierAssets()
}

// Under such a name it is no release any more.
const outdated = '.outdated'

async function setOldReleasesAside(current: string): Promise<void> {
  const earlier = await releasesBefore(current)
  for (const release of earlier.slice(0, Math.max(0, earlier.length - keptReleases))) {
    await removeManifest(release)
    await rename(release, release + outdated)
  }
}
