import path from 'node:path'
import { digestOf, hashOf } from '../../digest'
import { type PlannedView, plannedViews } from '../../library/planned-views'
import type { LoadedSite } from '../../load/loaded-site'
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
  const pages = new Map([...planned].map((page) => [page.path, page]))
  const files = new Map<string, PlannedFile>()
  const taken = new Set([...pages.keys()].map(fileInRelease))
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
  const changed = <Planned>(
    planned: Map<string, Planned>,
    known: Map<string, string>,
    keyOf: (one: Planned) => string,
  ) => [...planned].flatMap(([path, one]) => (known.get(path) === keyOf(one) ? [] : [path]))
  return {
    pages: changed(pages, manifest.pages, ({ digest }) => digest),
    files: changed(files, manifest.files, ({ key }) => key),
    gonePages: [...manifest.pages.keys()].filter((path) => !pages.has(path)),
    goneFiles: [...manifest.files.keys()].filter((path) => !files.has(path)),
  }
}

export const isNothing = (difference: Difference) => Object.values(difference).every((paths) => !paths.length)

export function keyOf(file: ReleaseFile): string {
  if (file.key !== undefined) return file.key
  if ('bytes' in file) return hashOf([Buffer.from(file.bytes())])
  return 'text' in file ? digestOf(file.text()) : path.basename(file.copyOf)
}

/** What a release holds by a plan. */
export const manifestOf = ({ pages, files }: Plan): Pick<Manifest, 'pages' | 'files' | 'routes'> => ({
  pages: new Map([...pages].map(([page, { digest }]) => [page, digest])),
  files: new Map([...files].map(([file, { key }]) => [file, key])),
  routes: routesOf({ pages, files }),
})

/** The routes of Next that have a page in a plan. Pages of one route have one stylesheet. */
export const routesOf = ({ pages }: Plan): string[] => [...new Set([...pages.values()].map(({ route }) => route))]
