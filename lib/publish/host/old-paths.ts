/**
 * A path at which there was a page, and where that is now; without `to` it is gone. Both are paths as they stand in an
 * address, under the path the site lives at.
 */
export type OldPath = { from: string; to?: string }

export type MovedPath = Required<OldPath>

export const isMoved = (old: OldPath): old is MovedPath => old.to !== undefined

/** An old path as readers may write it: with its last slash and without. */
export const spellings = ({ from }: OldPath): string[] =>
  from.endsWith('/') && from !== '/' ? [from, from.slice(0, -1)] : [from]
