import type sharp from 'sharp'

let loaded: Promise<typeof sharp> | undefined

/** Loaded for the first picture that is opened or drawn: most builds make none. */
export function loadSharp(): Promise<typeof sharp> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<typeof sharp> {
  const { default: sharp } = await import('sharp')
  // Every picture is made once, so results kept in memory are never asked for again.
  sharp.cache(false)
  return sharp
}
