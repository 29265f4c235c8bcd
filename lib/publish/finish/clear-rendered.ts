import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { nextInternals } from './next-internals'

/** Removes the pages that Next has rendered and leaves what it compiled: it would export all of them again. */
export async function clearRendered(folder: string = nextInternals.renderedDirectory): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (nextInternals.renderedEntry.test(entry.name)) await rm(place, { recursive: true, force: true })
    else if (entry.isDirectory()) await clearRendered(place)
  }
}
