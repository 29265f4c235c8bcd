import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { clearBuilds, copyProject, projectEntries } from '../../bench/project-copy'
import { build } from './builds'

const cacheDirectory = path.resolve('.cache/e2e')

/**
 * What a site is made of, beside the code, at one instant unless `now` is another. `environment` may set more: `TZ`, `LANG`;
 * `add` names folders whose files are laid over the code; `flags` are those of the build.
 */
export type Recipe = {
  posts: string
  url: string
  now?: string
  environment?: Record<string, string>
  add?: string[]
  flags?: string[]
}

/** At this instant the fixtures' future post is not due. */
const fixed = '2026-06-01T08:00:00Z'

/**
 * The folder of a finished site. It is built in a working copy of the project; one whose posts, code and environment
 * have not changed since the last run is taken as it is.
 */
export async function builtSite(name: string, recipe: Recipe): Promise<string> {
  const { add = [], flags = [], now = fixed } = recipe
  const environment = {
    ...recipe.environment,
    POSTS_DIR: path.resolve(recipe.posts),
    SITE_URL: recipe.url,
    SITE_NOW: now,
  }
  const finished = path.join(cacheDirectory, `${name}-${await keyOf({ ...environment, flags: flags.join() }, add)}`)
  if (await isThere(finished)) return finished
  await mkdir(cacheDirectory, { recursive: true })
  for (const old of await readdir(cacheDirectory))
    if (old.startsWith(`${name}-`)) await remove(path.join(cacheDirectory, old))
  // The same posts use the same folder: Turbopack's names of files depend on where it stands below the topmost lockfile.
  const copy = await workingCopy(`work-${path.basename(recipe.posts)}`)
  try {
    for (const folder of add) await cp(folder, copy, { recursive: true })
    const { code, words } = await build(copy, { environment, flags })
    if (code !== 0) throw new Error(`The site of ${environment.POSTS_DIR} could not be built:\n${words}`)
    await cp(path.join(copy, 'out'), path.join(copy, 'finished'), { recursive: true, dereference: true })
    await rename(path.join(copy, 'finished'), finished)
  } finally {
    await remove(copy)
  }
  return finished
}

// They are named by what they show, and cost more than all the rest.
const pictures = ['.cache/cards', '.cache/pictures']

/** Settings, categories and an about page: those of the magazine that lies in `posts/` are anybody's. */
export const baseFolder = path.resolve('__tests__/fixtures/base')

/**
 * A new working copy of the code, because `.next`, `.cache` and `out` belong to a folder, with a magazine of no posts. It has
 * the pictures that the builds of the project have made.
 */
export async function workingCopy(name: string): Promise<string> {
  const copy = path.join(cacheDirectory, name)
  await remove(copy)
  await copyProject(copy)
  await remove(path.join(copy, 'posts'))
  await cp(baseFolder, path.join(copy, 'posts'), { recursive: true })
  for (const folder of pictures)
    if (await isThere(folder)) await cp(folder, path.join(copy, folder), { recursive: true })
  return copy
}

/** Takes from a working copy all that builds have left in it but pictures: the next one starts from nothing. */
export const clear = (copy: string) => clearBuilds(copy, pictures)

/** Takes as much, but for what Next has made of the code: the next build compiles only what has changed since. */
export async function clearAllButCompiled(copy: string): Promise<void> {
  const ofNext = (await readdir(path.join(copy, '.next')).catch(() => [])).map((name) => `.next/${name}`)
  await clearBuilds(copy, [...pictures, ...ofNext, '.cache/export', '.cache/commands', '.cache/workers'])
}

/** Changes a file of a copy. Returns what takes it back, byte for byte. */
export function changeText(copy: string, file: string, from: string | RegExp, to: string): () => void {
  const place = path.join(copy, file)
  const before = readFileSync(place, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} does not hold ${from}`)
  writeFileSync(place, after)
  return () => writeFileSync(place, before)
}

/** Sets the site of a working copy aside, with the times of its files. Returns where. */
export async function setAside(copy: string, name: string): Promise<string> {
  const aside = path.join(copy, name)
  await remove(aside)
  await cp(path.join(copy, 'out'), aside, { recursive: true, dereference: true, preserveTimestamps: true })
  return aside
}

async function keyOf(environment: Record<string, string>, add: string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(environment))
  for (const root of [...(await projectEntries()), environment.POSTS_DIR ?? '', ...add]) {
    for (const file of await filesOf(root)) hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Every file below a folder, or the file itself, in a fixed order. */
export async function filesOf(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => undefined)
  if (!entries) return [root]
  const files = entries.filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => path.join(parentPath, name)).sort()
}

const isThere = (folder: string) => readdir(folder).then(Boolean, () => false)

const remove = (folder: string) => rm(folder, { recursive: true, force: true })
