import { copyFileSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { nextInternals } from './finish/next-internals'
import { keepEarlierAssets, sweepEarlierAssets } from './host/earlier-assets'
import type { OwnFile } from './own-files'
import { releaseFile } from './plan'
import { keptReleases, outLink, releasesBefore, releasesDirectory, removeRecord } from './release-record'
import { placeholder } from './view-store'

/**
 * Makes a release of a folder of rendered pages and everything that is written beside them, and gives it to `prepare`.
 * Returns its folder, not yet published.
 */
export async function assembleRelease(
  rendered: string,
  files: OwnFile[],
  prepare: (release: string) => Promise<void> = async () => {},
): Promise<string> {
  const release = path.join(releasesDirectory, `${Date.now()}`)
  await mkdir(releasesDirectory, { recursive: true })
  await rename(rendered, release)
  try {
    await fillRelease(release, files)
    await prepare(release)
  } catch (error) {
    // Half a release would be kept as the one before, in place of the last good one.
    await rm(release, { recursive: true, force: true })
    throw error
  }
  return release
}

async function fillRelease(release: string, files: OwnFile[]): Promise<void> {
  // First, because whatever of `public/` bears the name of a leftover comes back.
  await removeLeftovers(release)
  // In one go: with promises, thousands of files take twice as long.
  for (const file of files) place(file, path.join(release, releaseFile(file.path)))
}

function place(file: OwnFile, target: string): void {
  // A page that Next has rendered, or a file of `public/`, keeps its place.
  if (!lstatSync(target, { throwIfNoEntry: false })) writeOwnFile(file, target)
}

export function writeOwnFile(file: OwnFile, target: string): void {
  mkdirSync(path.dirname(target), { recursive: true })
  if ('text' in file) writeFileSync(target, file.text())
  else copyFileSync(file.copyOf, target)
}

/**
 * Points `out` at a release in one step: whoever reads sees the old site whole, or the new one. `gone` are the files of the
 * old that are not in the new, where they are known.
 */
export async function publishRelease(release: string, gone?: readonly string[]): Promise<void> {
  await keepEarlierAssets(outLink, release, gone)
  const next = `${outLink}.next`
  await rm(next, { force: true })
  await symlink(path.relative(path.dirname(outLink), release), next)
  // A folder that stands in the way, as a tool without releases leaves one, is set aside first.
  if ((await lstat(outLink).catch(() => undefined))?.isDirectory())
    await rename(outLink, path.join(releasesDirectory, `found-${Date.now()}`))
  await rename(next, outLink)
}

/** Deletes what nobody needs since the swap. */
export async function removeOutdated(release: string): Promise<void> {
  await removeOldReleases(release)
  await sweepEarlierAssets()
}

async function removeOldReleases(current: string): Promise<void> {
  const earlier = await releasesBefore(current)
  for (const release of earlier.slice(0, Math.max(0, earlier.length - keptReleases))) {
    await removeRecord(release)
    await rm(release, { recursive: true, force: true })
  }
}

// Stand-ins for empty lists, second copies of the 404 page, and the folder of numbered pages where there is none.
async function removeLeftovers(release: string): Promise<void> {
  for (const file of await readdir(release, { recursive: true, withFileTypes: true }))
    if (file.isDirectory() && file.name === placeholder)
      await rm(path.join(file.parentPath, file.name), { recursive: true, force: true })
  for (const folder of [...nextInternals.notFound.copies, 'articles/page'])
    await removeUnlessPages(path.join(release, folder))
}

async function removeUnlessPages(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  if (!names.some((name) => /^\d+$/.test(name))) await rm(folder, { recursive: true, force: true })
}
