import { copyFile, mkdir, readdir, realpath, rename, rm, rmdir, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { site } from '../../site'
import { hashedFolders } from '../release-file'

/** Holds hashed files of earlier releases at their address, for servers to look into second: open pages ask for them. */
export const earlierDirectory = path.resolve('.releases/earlier')

const kept = 30 * 24 * 60 * 60 * 1000

/**
 * Keeps the hashed files that the release being replaced has and the new one has not: those of `gone`, where it is known. Killed at any moment, it is repeated by the next
 * build, because `out` still points at the old release.
 */
export async function keepEarlierAssets(out: string, release: string, gone?: readonly string[]): Promise<void> {
  const current = await realpath(out).catch(() => undefined)
  if (current === undefined) return
  // Not the site's clock: SITE_NOW may lie in another year.
  const now = new Date()
  for (const name of gone?.filter(isHashed) ?? (await missingFrom(release, current)))
    await keep(path.join(current, name), path.join(earlierDirectory, decodeURI(site.basePath), name), now)
}

const isHashed = (name: string) => hashedFolders.some((folder) => name.startsWith(folder))

async function missingFrom(release: string, current: string): Promise<string[]> {
  const missing: string[] = []
  for (const folder of hashedFolders)
    for (const file of await filesBelow(path.join(current, folder))) {
      const name = path.relative(current, file)
      if (!(await isThere(path.join(release, name)))) missing.push(name)
    }
  return missing
}

/** Deletes what has not been current for 30 days. */
export async function sweepEarlierAssets(): Promise<void> {
  const oldest = Date.now() - kept
  for (const file of await filesBelow(earlierDirectory)) if ((await stat(file)).mtimeMs < oldest) await rm(file)
  const folders = (await entriesBelow(earlierDirectory)).filter((entry) => entry.isDirectory())
  const deepestFirst = folders
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort((a, b) => (a < b ? 1 : -1))
  for (const folder of [...deepestFirst, earlierDirectory]) await rmdir(folder).catch(() => {})
}

/** From here on the time of the file says when it was last current. */
async function keep(file: string, target: string, now: Date): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  // No link: the time of the one would be the time of the other.
  if (!(await isThere(target))) await copyFileAtomic(file, target)
  await utimes(target, now, now)
}

// A copy that was cut short must not stand under the name of the whole.
async function copyFileAtomic(file: string, target: string): Promise<void> {
  const part = path.join(path.dirname(target), `.${path.basename(target)}`)
  await copyFile(file, part)
  await rename(part, target)
}

const isThere = (file: string) => stat(file).then(Boolean, () => false)

const entriesBelow = (folder: string) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])

async function filesBelow(folder: string): Promise<string[]> {
  const files = (await entriesBelow(folder)).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => path.join(parentPath, name))
}
