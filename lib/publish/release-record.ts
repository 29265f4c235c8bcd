import { readdir, readFile, realpath, rm } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '../whole-file'
import { type Plan, routesOf } from './plan'
import type { TargetCounts } from './verify'

/**
 * What a release was made of, kept beside its folder: the next build compares it with its plan. A record that is not
 * there, or cannot be read, only means that nothing is known of the release.
 */
export type ReleaseRecord = {
  /** Everything that is the same for every page. */
  madeWith: string
  /** The digest of each page's view, by the page's path on the site. */
  pages: Map<string, string>
  /** The key of each other file that was planned, by its path in the release. */
  files: Map<string, string>
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
  /** Where it was made of the release before it: the name of that, and every file in which the two differ. */
  step?: { from: string; files: string[] }
}

/** How many finished releases stay beside the current one, to go back to. */
export const keptReleases = 1

export const releasesDirectory = path.resolve('.releases')
/** Where the next one is put together: under a number it would count as one to go back to. */
export const workFolder = path.join(releasesDirectory, 'next')
export const outLink = path.resolve('out')

/** What a release holds by a plan. */
export const recordedOf = ({ pages, files }: Plan): Pick<ReleaseRecord, 'pages' | 'files' | 'routes'> => ({
  pages: new Map([...pages].map(([page, { digest }]) => [page, digest])),
  files: new Map([...files].map(([file, { key }]) => [file, key])),
  routes: routesOf({ pages, files }),
})

/** The folder that `out` points to, if it is one of the releases. */
export async function currentRelease(): Promise<string | undefined> {
  const folder = await realpath(outLink).catch(() => undefined)
  return folder !== undefined && path.dirname(folder) === releasesDirectory ? folder : undefined
}

/** Every finished release but the current one, the oldest first. What was set aside or left half made is none. */
export async function releasesBefore(current: string): Promise<string[]> {
  const names = (await readdir(releasesDirectory)).filter(
    (name) => /^\d+$/.test(name) && name !== path.basename(current),
  )
  return names.sort((a, b) => Number(a) - Number(b)).map((name) => path.join(releasesDirectory, name))
}

const fileOf = (release: string) => `${release}.json`

export async function readRecord(release: string): Promise<ReleaseRecord | undefined> {
  try {
    const { pages, files, targets, ...record }: Written = JSON.parse(await readFile(fileOf(release), 'utf8'))
    return { ...record, pages: fromList(pages), files: fromList(files), targets: fromList(targets) }
  } catch {
    return undefined
  }
}

export async function writeRecord(release: string, record: ReleaseRecord): Promise<void> {
  const { pages, files, targets } = record
  const written: Written = { ...record, pages: toList(pages), files: toList(files), targets: toList(targets) }
  await writeWhole(fileOf(release), JSON.stringify(written))
}

// A long list is read twice as fast as an object of as many fields.
type Listed = 'pages' | 'files' | 'targets'
type Written = Omit<ReleaseRecord, Listed> & { [Name in Listed]: List<Values<ReleaseRecord[Name]>> }
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

export const removeRecord = (release: string) => rm(fileOf(release), { force: true })
