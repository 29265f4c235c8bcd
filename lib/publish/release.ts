import { existsSync } from 'node:fs'
import { cp, lstat, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileOfPath } from '../content/own-paths'
import type { Library } from '../library/library'
import { artSvg, coverArt } from '../media/cover-art'
import type { PublishedPicture } from '../media/pictures'
import { absolute, articlePath, artPath } from '../routes'
import { site } from '../site'
import { exportDirectory } from './next'
import { redirectPage } from './redirect-page'
import { assetsDirectory } from './scripts'
import { placeholder } from './view-store'

const releases = path.resolve('.releases')
const out = path.resolve('out')
const publicDirectory = path.resolve('public')

/** How many finished releases stay beside the current one. */
const keptReleases = 1

/** Makes a release of Next's export and everything that is written beside it. Returns its folder, not yet published. */
export async function assembleRelease(library: Library, pictures: PublishedPicture[]): Promise<string> {
  const release = path.join(releases, `${Date.now()}`)
  await mkdir(releases, { recursive: true })
  await rename(exportDirectory, release)
  try {
    await fillRelease(release, library, pictures)
  } catch (error) {
    // Half a release would be kept as the one before, in place of the last good one.
    await rm(release, { recursive: true, force: true })
    throw error
  }
  return release
}

async function fillRelease(release: string, library: Library, pictures: PublishedPicture[]): Promise<void> {
  await removeLeftovers(release)
  // Whatever of `public/` bears the name of a leftover comes back.
  if (existsSync(publicDirectory))
    await cp(publicDirectory, release, { recursive: true, force: false, dereference: true })
  await cp(assetsDirectory, path.join(release, 'assets'), { recursive: true })
  for (const { src, file } of pictures) await cp(file, fileAt(release, src))
  for (const { category, slug, picture } of library.entries) {
    const hue = library.categories.find((one) => one.slug === category)?.hue
    if (!picture && hue)
      await write(fileAt(release, artPath(category, slug)), artSvg(coverArt(slug, category, hue), hue))
  }
  for (const { from, to } of redirectsOf(library)) {
    const file = path.join(release, fileOfPath(from))
    if (!(await lstat(file).catch(() => undefined))) await write(file, redirectPage(absolute(to)))
  }
}

/** Points `out` at a release in one step: whoever reads sees the old site whole, or the new one. */
export async function publishRelease(release: string): Promise<void> {
  const next = `${out}.next`
  await rm(next, { force: true })
  await symlink(path.relative(path.dirname(out), release), next)
  // A folder that stands in the way, as a tool without releases leaves one, is set aside first.
  if ((await lstat(out).catch(() => undefined))?.isDirectory())
    await rename(out, path.join(releases, `found-${Date.now()}`))
  await rename(next, out)
  await removeOldReleases(path.basename(release))
}

async function removeOldReleases(current: string): Promise<void> {
  // What was set aside is not ours to delete.
  const names = (await readdir(releases)).filter((name) => /^\d+$/.test(name) && name !== current).sort()
  for (const name of names.slice(0, Math.max(0, names.length - keptReleases)))
    await rm(path.join(releases, name), { recursive: true, force: true })
}

// Payloads that only Next's own links would ask for, and stand-ins for empty lists.
async function removeLeftovers(release: string): Promise<void> {
  for (const file of await readdir(release, { recursive: true, withFileTypes: true })) {
    const isPayload = file.isFile() && /^(?:index|__next\..*)\.txt$/.test(file.name)
    const isStandIn = file.isDirectory() && (file.name === placeholder || file.name === '_not-found')
    if (isPayload || isStandIn) await rm(path.join(file.parentPath, file.name), { recursive: true, force: true })
  }
  for (const folder of ['404', 'articles/page']) await removeUnlessPages(path.join(release, folder))
}

// Next's second copy of the 404 page, and the folder of numbered pages where there is none.
async function removeUnlessPages(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  if (!names.some((name) => /^\d+$/.test(name))) await rm(folder, { recursive: true, force: true })
}

function redirectsOf({ entries, redirects }: Library): { from: string; to: string }[] {
  const aliases = entries.flatMap(({ slug, aliases }) => aliases.map((from) => ({ from, to: articlePath(slug) })))
  const moved = redirects.flatMap(({ from, to }) => (to ? [{ from, to: `${site.basePath}${to}` }] : []))
  return [...aliases, ...moved]
}

const fileAt = (release: string, address: string) => path.join(release, address.slice(site.basePath.length))

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
