import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Progress } from '../../load/loaded-site'
import { linkOrCopy } from './hard-link'
import { releasesDirectory } from './manifest'

// A name with the number of its release is given only to what is complete.
const unfinished = path.join(releasesDirectory, 'base')
const baseOf = (release: string) => path.join(releasesDirectory, `base-${path.basename(release)}`)
const isBase = (name: string) => /^base(?:-\d+)?$/.test(name)

/**
 * Lays a release out once more by hard links, for the next one to be made in. A release that was made of the one before it
 * needs none: it leaves that. Ten thousand articles take two seconds, which the first edit would otherwise wait for.
 */
export async function layOutBase(release: string, onProgress: Progress = () => {}): Promise<void> {
  if (existsSync(baseOf(release))) return
  await dropLaidOut()
  await mkdir(unfinished, { recursive: true })
  const entries = readdirSync(release, { recursive: true, withFileTypes: true })
  for (const [index, entry] of entries.entries()) {
    const from = path.join(entry.parentPath, entry.name)
    const to = path.join(unfinished, path.relative(release, from))
    // A folder is listed before what it holds.
    if (entry.isDirectory()) mkdirSync(to, { recursive: true })
    else linkOrCopy(from, to)
    if (index % 1000 === 0) onProgress('Preparing the next build', index, entries.length)
  }
  await rename(unfinished, baseOf(release))
}

/** What was laid out of a release, if it is there. */
export const laidOutOf = (release: string): string | undefined =>
  existsSync(baseOf(release)) ? baseOf(release) : undefined

/** Removes what was laid out of any release, half or whole. */
export async function dropLaidOut(): Promise<void> {
  const names = await readdir(releasesDirectory).catch(() => [])
  for (const name of names.filter(isBase))
    await rm(path.join(releasesDirectory, name), { recursive: true, force: true })
}
