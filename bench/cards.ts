import sharp from 'sharp'
import type { SocialCard } from '../lib/media/card/social-card'
import { printCard } from '../lib/media/card/social-card-file'
import { madeAtOnce } from '../lib/publish/build/made-files'
import { type Hue, hues } from '../lib/site'

/** Milliseconds a card: processor time of all threads, and time on the clock with as many at once as in a build. */
export type CardTimes = { cards: number; cpu: number; clock: number; largest: number }

const titles = [
  'One vane',
  'What the camera should forget',
  'The convergence of AI and IoT: what it takes to close a loop',
  'What the second decade of industrial sensing taught the people who maintain it, and why so few of them wrote it down',
]
const categories = ['insight', 'tutorial', 'case-study', 'research', 'opinion', 'notes']

/** Prints social cards of every hue, family of art and length of title, and a table of what one costs. */
export async function benchCards(count = 400): Promise<CardTimes> {
  const cards = Array.from({ length: count }, (_, index) => cardAt(index))
  // Fonts are loaded once a process, whatever the number of cards.
  await inTurn(cards.slice(0, 24), 1)
  const alone = await inTurn(cards, 1)
  const bare = await inTurn(cards, 1, bareDrawing)
  const together = await inTurn(cards, madeAtOnce)
  const times = {
    cards: count,
    cpu: alone.cpu,
    clock: together.clock,
    largest: Math.max(alone.largest, together.largest),
  }
  console.log(`Social cards, 1200 × 630 (${count} of them)
  processor time a card        ${times.cpu.toFixed(1).padStart(6)} ms   at most 25; forty strokes drawn by sharp alone take ${bare.cpu.toFixed(1)}
  on the clock, ${madeAtOnce} at once      ${times.clock.toFixed(1).padStart(6)} ms   at most 15
  largest                      ${(times.largest / 1024).toFixed(0).padStart(6)} KB   at most 100`)
  return times
}

function cardAt(index: number): SocialCard {
  const at = <Item>(items: Item[], from: number) => items[from % items.length] as Item
  const category = at(categories, index)
  const hue: Hue = at(hues, Math.floor(index / categories.length) + index)
  const title = at(titles, Math.floor(index / 3))
  return { slug: `bench-${index}`, title, authors: ['Ines Okafor'], category: { slug: category, name: 'Insight', hue } }
}

/** What sharp needs for forty plain strokes on paper of the same size, without type: says how fast the machine is. */
async function bareDrawing(): Promise<Buffer> {
  const strokes = Array.from({ length: 40 }, (_, index) => `M${index * 30} 0L${1200 - index * 20} 630`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="#fff"/><path d="${strokes.join('')}" stroke="#24c" stroke-width="2"/></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 74, optimiseCoding: false }).toBuffer()
}

async function inTurn(
  cards: SocialCard[],
  atOnce: number,
  print = printCard,
): Promise<{ cpu: number; clock: number; largest: number }> {
  const [before, start, waiting] = [process.cpuUsage(), performance.now(), [...cards]]
  let largest = 0
  const worker = async () => {
    for (let card = waiting.shift(); card; card = waiting.shift())
      largest = Math.max(largest, (await print(card)).length)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const { user, system } = process.cpuUsage(before)
  return {
    cpu: (user + system) / 1000 / cards.length,
    clock: (performance.now() - start) / cards.length,
    largest,
  }
}
