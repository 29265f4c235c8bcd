import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { cardsDirectory } from '../../media/card/kept-cards'
import { workDirectory } from '../next/directories'
import { bodiesDirectory } from '../views/markup'

const made = [
  ...['assets', 'bodies', 'export', 'icons', 'pictures', 'posts', 'rendered', 'views'],
  ...['last-build.json', 'related.json', 'scripts.json', 'stage.json'],
]

/**
 * Removes what earlier builds have made to be used again. What is published stays, and so do social cards: drawing ten
 * thousand takes a minute, and each is kept under all that it is drawn with.
 */
export async function clearEverything(): Promise<void> {
  await Promise.all([workDirectory, ...made.map((name) => path.join('.cache', name))].map(remove))
}

/** The same, with cards and the code of workers: any may be made of two states of the code. `dev` that runs loses its workers. */
export async function clearMixedCode(): Promise<void> {
  await Promise.all([cardsDirectory, '.cache/workers'].map(remove))
  await clearEverything()
}

export const clearBodies = () => remove(bodiesDirectory)

/** Taken away in one go: another process may be writing into it, and then begins it anew. */
async function remove(name: string): Promise<void> {
  const going = path.resolve('.cache', `${path.basename(name)}.going`)
  await rm(going, { recursive: true, force: true })
  await mkdir(path.dirname(going), { recursive: true })
  // What cannot be moved, as a disk of its own, is emptied where it is.
  await rename(name, going).catch(() => rm(name, { recursive: true, force: true }))
  await rm(going, { recursive: true, force: true })
}
