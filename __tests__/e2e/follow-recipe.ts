import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { type Change, recipes } from './recipes'

/** Does in a copy of the project what a recipe of CONTRIBUTING.md says. */
export async function followRecipe(copy: string, name: string): Promise<void> {
  for (const [file, change] of Object.entries(recipes[name] ?? {})) await changeFile(copy, file, change)
}

export async function changeFile(copy: string, file: string, change: Change): Promise<void> {
  const place = path.join(copy, file)
  await mkdir(path.dirname(place), { recursive: true })
  await writeFile(place, typeof change === 'string' ? change : edited(await readFile(place, 'utf8'), change, file))
}

function edited(text: string, edits: [old: string, replacement: string][], file: string): string {
  return edits.reduce((known, [old, replacement]) => {
    expect(known, file).toContain(old)
    return known.replace(old, () => replacement)
  }, text)
}
