import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { makeRoom, writeCacheFile } from '../../cache-file.mjs'
import { loadSharp } from '../sharp'
import { cardsDirectory, keptCard } from './kept-cards'
import { cardFile, type SocialCard } from './social-card'

const mostBytes = 100 * 1024
// The first is fine enough for all but the densest art; a second print costs as much as the first.
const qualities = [74, 56, 24]

// Fonts and what sets type are loaded for the first card that is made: most builds make none.
let drawing: Promise<typeof import('./social-card-drawing')> | undefined

/** Draws a card and keeps it. */
export async function makeCard(card: SocialCard): Promise<void> {
  const file = keptCard(cardFile(card))
  prepared ??= prepare(file)
  await prepared
  writeCacheFile(file, await printCard(card))
}

/** A card as JPEG of at most 100 KB. The finest art is printed a little coarser. */
export async function printCard(card: SocialCard): Promise<Buffer> {
  drawing ??= import('./social-card-drawing')
  const [{ drawCard }, sharp] = await Promise.all([drawing, loadSharp()])
  const svg = Buffer.from(await drawCard(card))
  for (const quality of qualities) {
    // Huffman tables made to measure would cost 5 ms more for a tenth of the bytes.
    const options = { quality, optimiseCoding: false }
    const print = await sharp(svg, { sequentialRead: true }).removeAlpha().jpeg(options).toBuffer()
    if (print.length <= mostBytes) return print
  }
  throw new Error(`The social card of "${card.slug}" is larger than 100 KB at the lowest quality`)
}

let prepared: Promise<void> | undefined

/** Cards that were drawn in another way are never asked for again. */
async function prepare(file: string): Promise<void> {
  makeRoom(file)
  for (const name of await readdir(cardsDirectory))
    if (name !== path.basename(path.dirname(file)))
      await rm(path.join(cardsDirectory, name), { recursive: true, force: true })
}
