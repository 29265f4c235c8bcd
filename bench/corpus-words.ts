const things = 'valve pump fan lamp gate door camera sensor motor brake meter kiln greenhouse lift crane'.split(' ')
const parts = 'loop threshold log model buffer clock filter queue register schedule signal sample'.split(' ')
const places = 'workshop field station tunnel cellar harbour depot roof stable attic'.split(' ')
const doings = 'measures watches closes opens counts delays forgets repeats compares warns'.split(' ')

/** The words that the posts of a corpus are made of. */
export const words = { things, parts, places, doings }

/** An item by its number; after the last one they begin again. */
export const pick = (list: string[], index: number) => list[index % list.length] as string

/** Mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
