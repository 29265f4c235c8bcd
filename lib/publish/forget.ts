import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { nextInternals } from './finish/next-internals'
import { bodiesDirectory } from './markup'

const made = [
  ...['assets', 'bodies', 'cards', 'export', 'icons', 'pictures', 'rendered', 'views'],
  ...['last-build.json', 'posts.json', 'related.json', 'scripts.json', 'stage.json'],
]

/** Removes what earlier builds have made to be used again. What is published stays. */
export async function forgetEverything(): Promise<void> {
  await Promise.all([nextInternals.workDirectory, ...made.map((name) => path.join('.cache', name))].map(remove))
}

/** The same, and the code of workers: any of it may be made of two states of the code. `dev` that runs loses its workers. */
export const forgetMixture = () => Promise.all([forgetEverything(), remove('.cache/workers')])

export const forgetBodies = () => remove(bodiesDirectory)

/** Taken away in one go: another process may be writing into it, and then begins it anew. */
async function remove(name: string): Promise<void> {
  const going = path.resolve('.cache', `${path.basename(name)}.going`)
  await rm(going, { recursive: true, force: true })
  await mkdir(path.dirname(going), { recursive: true })
  // What cannot be moved, as a disk of its own, is emptied where it is.
  await rename(name, going).catch(() => rm(name, { recursive: true, force: true }))
  await rm(going, { recursive: true, force: true })
}
