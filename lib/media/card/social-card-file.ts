import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '../../whole-file'
import { loadSharp } from '../sharp'
import { cardFile, drawingVersion, type SocialCard } from './social-card'

const directory = path.resolve('.cache/cards')

/** Where the file of a card is kept once it has been made: in a folder for each way of drawing. */
export const keptCard = (file: string) => path.join(directory, `v-${drawingVersion}`, file)

const mostBytes = 100 * 1024
// The first is fine enough for all but the densest art; a second print costs as much as the first.
const qualities = [74, 56, 24]

// Fonts and what sets type are loaded for the first card that is made: most builds make none.
let drawing: Promise<typeof import('./social-card-drawing')> | undefined

/** Draws a card and keeps it. */
export async function makeCard(card: SocialCard): Promise<void> {
  const file = keptCard(cardFile(card))
  prepared ??= prepare(path.dirname(file))
  await prepared
  await writeWhole(file, await printCard(card))
}

/** A card as JPEG of at most 100 KB. The finest art is printed a little coarser. */
export async function printCard(card: SocialCard): Promise<Buffer> {
  drawing ??= import('./social-card-drawing')
  const [{ drawCard }, sharp] = await Promise.all([drawing, loadSharp()])
  const svg = Buffer.from(await drawCard(card))
  for (const quality of qualities) {
    // Huffman tables made to measure would cost 5 ms more for a tenth of the bytes.
    const options = { quality, optimiseCoding: false }
    const print = await sharp(svg).removeAlpha().jpeg(options).toBuffer()
    if (print.length <= mostBytes) return print
  }
  throw new Error(`The social card of "${card.slug}" is larger than 100 KB at the lowest quality`)
}

let prepared: Promise<void> | undefined

/** Cards that were drawn in another way are never asked for again. */
async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(directory))
    if (name !== path.basename(folder)) await rm(path.join(directory, name), { recursive: true, force: true })
}
