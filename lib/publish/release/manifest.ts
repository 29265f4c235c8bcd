import { existsSync } from 'node:fs'
import { readdir, realpath, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { readCacheJson, writeCacheFile } from '../../cache-file.mjs'
import type { TargetCounts } from '../verify/links'
import type { ReleaseStats } from './release-stats'

/**
 * What a release was made of, kept beside its folder: the next build compares it with its plan. A record that is not
 * there, or cannot be read, only means that nothing is known of the release.
 */
export type Manifest = {
  /** Everything that is the same for every page. */
  fingerprint: string
  /** The digest of each page's view, by the page's path on the site. */
  pages: Map<string, string>
  /** The key of each other file that was planned, by its path in the release. */
  files: Map<string, string>
  /** By the name of each step before publishing, the keys of the files that it has added, by their path in the release. */
  added: Record<string, Record<string, string>>
  /** Changes with what these steps have read besides pages and files. */
  stepInputs: string
  /** How many pages lead to each target: `/file`, or `/file#fragment`. */
  targets: TargetCounts
  /** By the addresses of Next's stylesheets, the one that stands in their place. */
  styles: Record<string, string>
  /** Files that follow from the code alone, by their path in the release: stylesheets, and pages without a view. */
  others: string[]
  /** Those of Next that have a page. */
  routes: string[]
  /** Whether Next has to export every page to render one, as where pages keep its runtime. */
  onlyByNext: boolean
  /** What tells whether a file was damaged since. */
  stats: ReleaseStats
  /** Where its posts lay: those of another folder are another magazine. */
  postsDirectory: string
  /** Where it was made of the release before it: the name of that, and every file in which the two differ. */
  step?: { from: string; files: string[] }
}

/** How many finished releases stay beside the current one, to go back to. */
export const keptReleases = 1

export const releasesDirectory = path.resolve('.releases')
/** Where the next one is put together: under a number it would count as one to go back to. */
export const workFolder = path.join(releasesDirectory, 'next')
export const outLink = path.resolve('out')

/** The folder that `out` points to, if it is one of the releases. */
export async function currentRelease(): Promise<string | undefined> {
  const folder = await realpath(outLink).catch(() => undefined)
  return folder !== undefined && path.dirname(folder) === releasesDirectory ? folder : undefined
}

/** Every finished release but the current one, the oldest first. */
export async function releasesBefore(current: string): Promise<string[]> {
  const numbers = (await releaseNumbers()).filter((number) => `${number}` !== path.basename(current))
  return numbers.sort((a, b) => a - b).map((number) => path.join(releasesDirectory, `${number}`))
}

/** When the last release was published, in milliseconds; 0 where there is none. */
export const newestNumber = async (): Promise<number> => Math.max(0, ...(await releaseNumbers()))

// What was set aside or left half made has a name.
const releaseNumbers = async () =>
  (await readdir(releasesDirectory).catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number)

const fileOf = (release: string) => `${release}.json`

export const hasManifest = (release: string) => existsSync(fileOf(release))

export async function readManifest(release: string): Promise<Manifest | undefined> {
  try {
    const { pages, files, targets, ...manifest } = readCacheJson(fileOf(release)) as Written
    const lists = { pages: fromList(pages), files: fromList(files), targets: fromList(targets) }
    return { ...manifest, ...lists }
  } catch {
    return undefined
  }
}

export async function writeManifest(release: string, manifest: Manifest): Promise<void> {
  const { pages, files, targets } = manifest
  const lists = { pages: toList(pages), files: toList(files), targets: toList(targets) }
  writeCacheFile(fileOf(release), JSON.stringify({ ...manifest, ...lists } satisfies Written))
}

// A long list is read twice as fast as an object of as many fields.
type Listed = 'pages' | 'files' | 'targets'
type Written = Omit<Manifest, Listed> & { [Name in Listed]: List<Values<Manifest[Name]>> }
type Values<Known> = Known extends Map<string, infer Value> ? Value : never
type List<Value> = (string | Value)[]

/** Name and value in turns. */
function toList<Value>(map: Map<string, Value>): List<Value> {
  const list: List<Value> = []
  for (const [name, value] of map) list.push(name, value)
  return list
}

function fromList<Value>(list: List<Value>): Map<string, Value> {
  const map = new Map<string, Value>()
  for (let at = 0; at < list.length; at += 2) map.set(list[at] as string, list[at + 1] as Value)
  return map
}

export const moveManifest = (from: string, to: string) => rename(fileOf(from), fileOf(to)).catch(() => {})

export const removeManifest = (release: string) => rm(fileOf(release), { recursive: true, force: true })
