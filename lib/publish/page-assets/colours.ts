import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeRoom } from '../../cache-file.mjs'
import { colours, hues } from '../../site'

export const coloursFile = path.resolve('.cache/colours.css')

/** One custom property a colour, and one rule a hue, so that a category's colour is a name in the markup. */
export async function writeColours(): Promise<void> {
  const tokens = Object.entries(colours).map(([name, [light, dark]]) => `  --${name}: light-dark(${light}, ${dark});`)
  const rules = hues.map((hue) => `[data-hue='${hue}'] { --hue: var(--${hue}); }`)
  makeRoom(coloursFile)
  await writeFile(coloursFile, `:root {\n${tokens.join('\n')}\n}\n${rules.join('\n')}\n`)
}
