import type { PlannedView } from '../../library/planned-views'
import type { PageLinks } from '../html/page-links'
import { fileInRelease } from '../release-file'

/** A planned page, and the address it is to name as its own. */
export type Addressed = Pick<PlannedView, 'path' | 'canonical'>

/** Pages that name another address as their own than they should, or none, as "page → address". */
export function wrongCanonicals(links: ReadonlyMap<string, PageLinks>, planned: Iterable<Addressed>): string[] {
  const wrong: string[] = []
  for (const { path, canonical } of planned) {
    const page = links.get(fileInRelease(path))
    if (page && page.canonical !== canonical) wrong.push(`${path} → ${page.canonical ?? 'no canonical address'}`)
  }
  return wrong
}
