import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { colours, hues } from '../site'

/** One custom property a colour, and one rule a hue, so that a category's colour is a name in the markup. */
export async function writeColours(): Promise<void> {
  const tokens = Object.entries(colours).map(([name, [light, dark]]) => `  --${name}: light-dark(${light}, ${dark});`)
  const rules = hues.map((hue) => `[data-hue='${hue}'] { --hue: var(--${hue}); }`)
  await mkdir(path.resolve('.cache'), { recursive: true })
  await writeFile(path.resolve('.cache/colours.css'), `:root {\n${tokens.join('\n')}\n}\n${rules.join('\n')}\n`)
}
