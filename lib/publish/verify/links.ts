import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { linksIn, type PageLinks, targetOf } from '../html/page-links'

/** Every file of a release, as `/articles/a/index.html`. */
export function filesIn(release: string): Set<string> {
  const files = new Set<string>()
  // Folder by folder: all entries of a large site at once are a hundred megabytes.
  const add = (folder: string) => {
    for (const entry of readdirSync(path.join(release, folder), { withFileTypes: true })) {
      const name = `${folder}/${entry.name}`
      if (entry.isDirectory()) add(name)
      else if (entry.isFile()) files.add(name)
    }
  }
  add('')
  return files
}

export const isPage = (file: string) => file.endsWith('.html')

export const linksOf = (release: string, file: string): PageLinks =>
  linksIn(readFileSync(path.join(release, file), 'utf8'))

/** Every internal link, asset and fragment of some pages that leads nowhere, as "page → address". */
export function deadLinks(
  pages: Map<string, PageLinks>,
  files: ReadonlySet<string>,
  placesOf: (page: string) => readonly string[],
): string[] {
  const isThere = (target: string, known: Map<string, Set<string>>) => {
    const [file = '', fragment] = parted(target)
    if (!files.has(file) || fragment === undefined) return files.has(file)
    const places = known.get(file) ?? new Set(placesOf(file))
    known.set(file, places)
    return places.has(fragment)
  }
  return [...pages].flatMap(([page, { links }]) => {
    // Nearly all are the page's own: kept for longer, they would be as much as all pages together.
    const known = new Map<string, Set<string>>()
    return [...new Set(links)].flatMap((link) => {
      const target = targetOf(link, page)
      return target === '' || (target !== undefined && isThere(target, known)) ? [] : [`${page} → ${link}`]
    })
  })
}

/** How many other pages lead to each target. */
export type TargetCounts = Map<string, number>

/** Counts a page's targets in, or with -1 out again. Where it leads to itself is looked at whenever it changes. */
export function countTargets(counts: TargetCounts, page: string, { links }: PageLinks, by: 1 | -1): void {
  const targets = new Set(links.map((link) => targetOf(link, page)))
  for (const target of targets) {
    if (!target || target === page || target.startsWith(`${page}#`)) continue
    const count = (counts.get(target) ?? 0) + by
    if (count > 0) counts.set(target, count)
    else counts.delete(target)
  }
}

/** Targets that pages still lead to, though their file is gone or the place is no longer on its page. */
export function lostTargets(
  counts: TargetCounts,
  gone: ReadonlySet<string>,
  changed: ReadonlyMap<string, PageLinks>,
): string[] {
  return [...counts.keys()].filter((target) => {
    const [file, fragment] = parted(target)
    if (gone.has(file)) return true
    return fragment !== undefined && changed.get(file)?.ids.includes(fragment) === false
  })
}

function parted(target: string): [file: string, fragment?: string] {
  const at = target.indexOf('#')
  return at < 0 ? [target] : [target.slice(0, at), target.slice(at + 1)]
}
