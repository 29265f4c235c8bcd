import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeRoom } from '../../cache-file.mjs'
import { colours, hueColours, hues } from '../../site'
import { direction } from '../../words/direction'

export const coloursFile = path.resolve('.cache/colours.css')

// Letters that join would come apart, marks above a line would lie in the one before, and code is read from the left everywhere.
const rightToLeft = `[dir='rtl'] * { letter-spacing: normal !important; }
[dir='rtl'] :is(h1, h2, h3) { line-height: 1.5 !important; }
[dir='rtl'] pre { direction: ltr; }
`

/**
 * One custom property a colour, and one rule a hue, so that a category's colour is a name in the markup. The first hue is the
 * accent where there is no category. Where lines begin on the right, the rules that this takes.
 */
export async function writeColours(): Promise<void> {
  const pairs = [...Object.entries(colours), ...hues.map((hue) => [`hue-${hue}`, hueColours(hue)] as const)]
  const tokens = pairs.map(([name, [light, dark]]) => `  --${name}: light-dark(${light}, ${dark});`)
  const accent = `  --accent: var(--hue-${hues[0]});`
  const rules = hues.map((hue) => `[data-hue='${hue}'] { --hue: var(--hue-${hue}); }`)
  makeRoom(coloursFile)
  await writeFile(
    coloursFile,
    `:root {\n${[...tokens, accent].join('\n')}\n}\n${rules.join('\n')}\n${direction ? rightToLeft : ''}`,
  )
}
