import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { nextInternals } from './next-internals'

/** Removes the pages that Next has rendered and leaves what it compiled: it would export all of them again. */
export async function clearRendered(): Promise<void> {
  await Promise.all([rm(nextInternals.prerenderManifest, { force: true }), clear(nextInternals.renderedDirectory)])
}

async function clear(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (nextInternals.renderedEntry.test(entry.name)) await rm(place, { recursive: true, force: true })
    else if (entry.isDirectory()) await clear(place)
  }
}
