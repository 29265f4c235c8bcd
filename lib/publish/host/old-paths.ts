import type { Query } from '../../content/redirect-addresses'
import { site } from '../../site'

/**
 * A path at which there was a page, and where that is now; without `to` it is gone. Both are paths as they stand in an
 * address, under the path the site lives at. With a query it is a page only where that is asked for.
 */
export type OldPath = { from: string; query?: Query; to?: string }

export type MovedPath = OldPath & { to: string }

export const isMoved = (old: OldPath): old is MovedPath => old.to !== undefined

/** An old path as readers may write it: with its last slash and without. */
export const spellings = ({ from }: Pick<OldPath, 'from'>): string[] =>
  from.endsWith('/') && from !== `${site.basePath}/` ? [from, from.slice(0, -1)] : [from]
