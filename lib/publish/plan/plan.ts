import path from 'node:path'
import { digestOf, hashOf } from '../../digest'
import { type PlannedView, plannedViews } from '../../library/planned-views'
import type { LoadedSite } from '../../load/loaded-site'
import { site } from '../../site'
import type { Manifest } from '../release/manifest'
import { fileInRelease, type ReleaseFile } from '../release-file'
import { cachedRelated } from './related-cache'
import { releaseFiles } from './release-files'

/** Any other file, by its path in the release. */
export type PlannedFile = { file: ReleaseFile; key: string }

/** Everything a release will hold: each page by its path on the site, each other file by its path in the release. */
export type Plan = { pages: Map<string, PlannedView>; files: Map<string, PlannedFile> }

export function planOf(loaded: LoadedSite, fingerprint: string): Plan {
  const { library, bodyOf, about } = loaded
  const planned = plannedViews(library, bodyOf, about, cachedRelated(fingerprint))
  const pages = new Map<string, PlannedView>()
  const files = new Map<string, PlannedFile>()
  const taken = new Set<string>()
  for (const page of planned) {
    pages.set(page.path, page)
    taken.add(fileInRelease(page.path))
  }
  const isTaken = (name: string) => taken.has(name) || files.has(name)
  for (const file of releaseFiles(loaded, (path) => isTaken(fileInRelease(path)))) {
    const name = fileInRelease(file.path)
    if (!isTaken(name)) files.set(name, { file, key: keyOf(file) })
  }
  return { pages, files }
}

/** What a release is short of, measured by a plan, and what it has too much. */
export type Difference = { pages: string[]; files: string[]; gonePages: string[]; goneFiles: string[] }

export function differenceFrom(manifest: Manifest, { pages, files }: Plan): Difference {
  const difference: Difference = { pages: [], files: [], gonePages: [], goneFiles: [] }
  // Plain loops: a list of a pair for each of 40,000 files is made to be thrown away.
  for (const [path, { digest }] of pages) if (manifest.pages.get(path) !== digest) difference.pages.push(path)
  for (const [path, { key }] of files) if (manifest.files.get(path) !== key) difference.files.push(path)
  for (const path of manifest.pages.keys()) if (!pages.has(path)) difference.gonePages.push(path)
  for (const path of manifest.files.keys()) if (!files.has(path)) difference.goneFiles.push(path)
  return difference
}

export const isNothing = (difference: Difference) => Object.values(difference).every((paths) => !paths.length)

export function keyOf(file: ReleaseFile): string {
  if (file.key !== undefined) return file.key
  if ('bytes' in file) return hashOf([Buffer.from(file.bytes())])
  return 'text' in file ? digestOf(file.text()) : path.basename(file.copyOf)
}

/** What a release holds by a plan. */
export function manifestOf(plan: Plan): Pick<Manifest, 'pages' | 'files' | 'routes' | 'postsDirectory'> {
  const pages = new Map<string, string>()
  for (const [page, { digest }] of plan.pages) pages.set(page, digest)
  const files = new Map<string, string>()
  for (const [file, { key }] of plan.files) files.set(file, key)
  return { pages, files, routes: routesOf(plan), postsDirectory: site.postsDirectory }
}

/** The routes of Next that have a page in a plan. Pages of one route have one stylesheet. */
export function routesOf({ pages }: Plan): string[] {
  const routes = new Set<string>()
  for (const { route } of pages.values()) routes.add(route)
  return [...routes]
}
