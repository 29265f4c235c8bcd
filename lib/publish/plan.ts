import path from 'node:path'
import { fileOfPath } from '../content/own-paths'
import { digestOf } from '../digest'
import { type PlannedView, plannedViews } from '../library/planned-views'
import { site } from '../site'
import type { Edition } from './edition'
import { type OwnFile, ownFiles } from './own-files'
import { relatedWith } from './related-store'
import type { ReleaseRecord } from './release-record'

/** Any other file, by its path in the release. */
export type PlannedFile = { file: OwnFile; key: string }

/** Everything a release will hold: each page by its path on the site, each other file by its path in the release. */
export type Plan = { pages: Map<string, PlannedView>; files: Map<string, PlannedFile> }

export function planOf(edition: Edition, madeWith: string): Plan {
  const { library, bodyOf, about } = edition
  const planned = plannedViews(library, bodyOf, about, relatedWith(madeWith))
  const pages = new Map([...planned].map((page) => [page.path, page]))
  const files = new Map<string, PlannedFile>()
  const taken = new Set([...pages.keys()].map(releaseFile))
  for (const file of ownFiles(edition)) {
    const name = releaseFile(file.path)
    if (!taken.has(name) && !files.has(name)) files.set(name, { file, key: keyOf(file) })
  }
  return { pages, files }
}

/** Where a path of the site lies in a release. */
export const releaseFile = (sitePath: string) => fileOfPath(sitePath.slice(site.basePath.length))

/** What a release is short of, measured by a plan, and what it has too much. */
export type Difference = { pages: string[]; files: string[]; gonePages: string[]; goneFiles: string[] }

export function differenceFrom(record: ReleaseRecord, { pages, files }: Plan): Difference {
  const changed = <Planned>(
    planned: Map<string, Planned>,
    known: Map<string, string>,
    keyOf: (one: Planned) => string,
  ) => [...planned].flatMap(([path, one]) => (known.get(path) === keyOf(one) ? [] : [path]))
  return {
    pages: changed(pages, record.pages, ({ digest }) => digest),
    files: changed(files, record.files, ({ key }) => key),
    gonePages: [...record.pages.keys()].filter((path) => !pages.has(path)),
    goneFiles: [...record.files.keys()].filter((path) => !files.has(path)),
  }
}

export const isNothing = (difference: Difference) => Object.values(difference).every((paths) => !paths.length)

function keyOf(file: OwnFile): string {
  if (file.key !== undefined) return file.key
  return 'text' in file ? digestOf(file.text()) : path.basename(file.copyOf)
}

/** The routes of Next that have a page in a plan. Pages of one route have one stylesheet. */
export const routesOf = ({ pages }: Plan): string[] => [...new Set([...pages.values()].map(({ route }) => route))]
