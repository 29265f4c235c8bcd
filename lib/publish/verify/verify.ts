import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FinishedPage } from '../finish/finisher'
import type { PageLinks } from '../html/page-links'
import { type Addressed, wrongCanonicals } from './canonicals'
import { countTargets, deadLinks, isPage, linksOf, lostTargets, type TargetCounts } from './links'
import { sitemapGaps } from './sitemap-gaps'

/**
 * Follows every link of a release, and returns how many pages lead where. What is known of pages since they were finished
 * is not read again. Throws with the links that lead nowhere.
 */
export async function verifyAll(
  folder: string,
  files: ReadonlySet<string>,
  known: ReadonlyMap<string, FinishedPage>,
  pages: ReadonlyMap<string, Addressed>,
): Promise<TargetCounts> {
  const links = new Map<string, PageLinks>()
  for (const file of files) if (isPage(file)) links.set(file, known.get(file)?.links ?? linksOf(folder, file))
  throwForBrokenLinks([
    ...deadLinks(links, files, (page) => links.get(page)?.ids ?? []),
    ...wrongCanonicals(links, pages.values()),
    ...(await sitemapGaps(folder, [...pages.keys()])),
  ])
  const counts: TargetCounts = new Map()
  for (const [page, found] of links) countTargets(counts, page, found, 1)
  return counts
}

type Change = {
  /** The release that is published, and the one that will be. */
  current: string
  next: string
  /** Every file of the new one. */
  files: ReadonlySet<string>
  /** Those of them that are new or changed, and those that are no more. */
  fresh: ReadonlySet<string>
  gone: ReadonlySet<string>
  finished: ReadonlyMap<string, FinishedPage>
  /** Where the pages of the current release lead. */
  targets: TargetCounts
  pages: ReadonlyMap<string, Addressed>
}

/** The same for a release of which most is as it was: follows each link from and to what has changed. */
export function verifyChange({ current, next, files, fresh, gone, finished, targets, pages }: Change): TargetCounts {
  const counts = new Map(targets)
  const changed = new Map<string, PageLinks>()
  for (const file of [...fresh].filter(isPage)) changed.set(file, finished.get(file)?.links ?? linksOf(next, file))
  for (const file of [...fresh, ...gone].filter(isPage))
    if (isThere(current, file)) countTargets(counts, file, linksOf(current, file), -1)
  // So far the pages that have not changed are counted, and no other.
  const lost = lostTargets(counts, gone, changed).map((target) => `a page that has not changed → ${target}`)
  for (const [page, links] of changed) countTargets(counts, page, links, 1)
  const others = new Map<string, readonly string[]>()
  const places = (page: string) => {
    const found = changed.get(page)?.ids ?? others.get(page) ?? linksOf(next, page).ids
    others.set(page, found)
    return found
  }
  throwForBrokenLinks([...deadLinks(changed, files, places), ...wrongCanonicals(changed, pages.values()), ...lost])
  return counts
}

const isThere = (folder: string, file: string) => existsSync(path.join(folder, file))

const mostNamed = 20

export function throwForBrokenLinks(broken: string[]): void {
  if (!broken.length) return
  const named = broken.slice(0, mostNamed).join('\n')
  const more = broken.length > mostNamed ? `\nand ${broken.length - mostNamed} more` : ''
  throw new Error(`The new site has links that lead nowhere, so it was not published:\n${named}${more}`)
}
