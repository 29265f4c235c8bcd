import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SocialCard } from '@/lib/media/card/social-card'

export type Printed = { svg: string; jpeg: Buffer }

// The shaper of type waits while it loads, which modules inside Jest cannot.
const script = `
  import { readFileSync, writeFileSync } from 'node:fs'
  const { drawCard } = await import('./lib/media/card/social-card-drawing.ts')
  const { printCard } = await import('./lib/media/card/social-card-file.ts')
  const { cards, folder } = JSON.parse(readFileSync(0, 'utf8'))
  for (const [index, card] of cards.entries()) {
    writeFileSync(folder + '/' + index + '.svg', await drawCard(card))
    writeFileSync(folder + '/' + index + '.jpg', await printCard(card))
  }`

/** Prints cards as a build does, in a process of its own. */
export function printCards(cards: SocialCard[], environment: Record<string, string> = {}): Printed[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'cards-'))
  try {
    const words = ['--import', 'tsx', '--input-type=module', '--eval', script]
    const input = JSON.stringify({ cards, folder })
    const env = { ...process.env, ...environment }
    const { status, stderr } = spawnSync(process.execPath, words, { env, input, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return cards.map((_, index) => ({
      svg: readFileSync(path.join(folder, `${index}.svg`), 'utf8'),
      jpeg: readFileSync(path.join(folder, `${index}.jpg`)),
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
