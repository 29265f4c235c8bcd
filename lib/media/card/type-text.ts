import { levelsOf } from './type-direction'
import { type Face, faceFor } from './type-face'
import { type Family, familiesFor } from './type-families'

/** One sign as readers count them: the face it is set in, and how deep it is embedded (odd: from right to left). */
export type Sign = { text: string; face: Face; level: number }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// Far more than a card holds: what a hostile title costs must have an end.
const longest = 2000
const most = 320

/** What can be drawn of a text. A sign that no packaged face holds is left out, with the space it leaves. */
export async function drawableSigns(text: string, first: Family): Promise<{ signs: Sign[]; base: 0 | 1 }> {
  const clusters: Omit<Sign, 'level'>[] = []
  const written = text.slice(0, longest).normalize('NFC').replace(/\s+/g, ' ')
  const families = familiesFor(written, first)
  for (const { segment } of graphemes.segment(written)) {
    const found = clusters.length < most ? await setIn(segment, families) : undefined
    const before = clusters.at(-1)
    if (!found || (found.text === ' ' && (before?.text ?? ' ') === ' ')) continue
    // A space of the face before it does not part what that face sets together.
    clusters.push(found.text === ' ' && before?.face.has(0x20) ? { ...found, face: before.face } : found)
  }
  if (clusters.at(-1)?.text === ' ') clusters.pop()
  const { base, levels } = levelsOf(clusters.map((cluster) => cluster.text))
  return { base, signs: clusters.map((cluster, index) => ({ ...cluster, level: levels[index] ?? base })) }
}

/** A cluster in the first face that has it whole; without its marks where no face has both. */
async function setIn(cluster: string, families: Family[]): Promise<Omit<Sign, 'level'> | undefined> {
  for (const part of [cluster, [...cluster][0] ?? '']) {
    const face = await faceFor(part, families)
    if (face) return { text: part, face }
  }
  return undefined
}
