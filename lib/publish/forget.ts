import { rm } from 'node:fs/promises'
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

export const forgetBodies = () => remove(bodiesDirectory)

const remove = (name: string) => rm(path.resolve(name), { recursive: true, force: true })
