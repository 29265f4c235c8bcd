import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { linksIn, type PageLinks, targetOf } from './page-links'

/** Every internal link, asset and fragment of a release that leads nowhere, as "page → address". Reads every page. */
export async function brokenLinks(release: string): Promise<string[]> {
  const files = await readdir(release, { recursive: true, withFileTypes: true })
  const paths = new Set(
    files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => `/${path.relative(release, path.join(parentPath, name))}`),
  )
  const pages = new Map<string, PageLinks>()
  for (const file of paths)
    if (file.endsWith('.html')) pages.set(file, linksIn(await readFile(path.join(release, file), 'utf8')))
  return deadLinks(pages, paths, (page) => pages.get(page)?.ids ?? [])
}

/** The same of some pages, given the files there are and the places of any page. */
export function deadLinks(
  pages: Map<string, PageLinks>,
  files: ReadonlySet<string>,
  placesOf: (page: string) => readonly string[],
): string[] {
  const known = new Map<string, Set<string>>()
  const places = (page: string) => {
    const found = known.get(page) ?? new Set(placesOf(page))
    known.set(page, found)
    return found
  }
  const isThere = (target: string) => {
    const [file = '', fragment] = parted(target)
    return files.has(file) && (fragment === undefined || places(file).has(fragment))
  }
  return [...pages].flatMap(([page, { links }]) =>
    [...new Set(links)].flatMap((link) => {
      const target = targetOf(link, page)
      return target === '' || (target !== undefined && isThere(target)) ? [] : [`${page} → ${link}`]
    }),
  )
}

/** How many pages lead to each target. */
export type TargetCounts = Record<string, number>

/** Counts a page's targets in, or with -1 out again. */
export function countTargets(counts: TargetCounts, page: string, { links }: PageLinks, by: 1 | -1): void {
  const targets = new Set(links.map((link) => targetOf(link, page)))
  for (const target of targets) {
    if (!target) continue
    const count = (counts[target] ?? 0) + by
    if (count > 0) counts[target] = count
    else delete counts[target]
  }
}

/** Targets that pages still lead to, though their file is gone or the place is no longer on its page. */
export function lostTargets(
  counts: TargetCounts,
  gone: ReadonlySet<string>,
  changed: ReadonlyMap<string, PageLinks>,
): string[] {
  return Object.keys(counts).filter((target) => {
    const [file, fragment] = parted(target)
    if (gone.has(file)) return true
    return fragment !== undefined && changed.get(file)?.ids.includes(fragment) === false
  })
}

function parted(target: string): [file: string, fragment?: string] {
  const at = target.indexOf('#')
  return at < 0 ? [target] : [target.slice(0, at), target.slice(at + 1)]
}
