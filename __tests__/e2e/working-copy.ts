import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

const shelf = path.resolve('.cache/e2e')

/**
 * What a site is made of, beside the code. `environment` may set more: `TZ`, `LANG`; `add` names folders whose files are
 * laid over the code; `flags` are those of the build.
 */
export type Recipe = {
  posts: string
  url: string
  environment?: Record<string, string>
  add?: string[]
  flags?: string[]
}

/** At this instant the fixtures' future post is not due. */
const now = '2026-06-01T08:00:00Z'

/**
 * The folder of a finished site. It is built in a working copy of the project, because `.next`, `.cache` and `out`
 * belong to a folder; one whose posts, code and environment have not changed since the last run is taken as it is.
 */
export async function builtSite(name: string, recipe: Recipe): Promise<string> {
  const { add = [], flags = [] } = recipe
  const environment = {
    ...recipe.environment,
    POSTS_DIR: path.resolve(recipe.posts),
    SITE_URL: recipe.url,
    SITE_NOW: now,
  }
  const finished = path.join(shelf, `${name}-${await keyOf({ ...environment, flags: flags.join() }, add)}`)
  if (await isThere(finished)) return finished
  await mkdir(shelf, { recursive: true })
  for (const old of await readdir(shelf)) if (old.startsWith(`${name}-`)) await remove(path.join(shelf, old))
  // Below the project, since Turbopack follows no link (`node_modules`) that leaves the folder of the topmost lockfile.
  // The same posts use the same folder: Turbopack's names of files depend on where it stands below that lockfile.
  const copy = path.join(shelf, `work-${path.basename(recipe.posts)}`)
  await remove(copy)
  try {
    await copyProject(copy)
    for (const folder of add) await cp(folder, copy, { recursive: true })
    await build(copy, environment, flags)
    await cp(path.join(copy, 'out'), path.join(copy, 'finished'), { recursive: true, dereference: true })
    await rename(path.join(copy, 'finished'), finished)
  } finally {
    await remove(copy)
  }
  return finished
}

async function projectEntries(): Promise<string[]> {
  const elsewhere = ['node_modules', 'out', '__tests__', 'tsconfig.tsbuildinfo']
  return (await readdir('.')).filter((name) => !name.startsWith('.') && !elsewhere.includes(name)).sort()
}

async function copyProject(copy: string): Promise<void> {
  await mkdir(copy)
  for (const entry of await projectEntries()) await cp(entry, path.join(copy, entry), { recursive: true })
  await symlink(path.resolve('node_modules'), path.join(copy, 'node_modules'))
  // Types are checked once, for the project itself.
  const settings = JSON.parse(await readFile('tsconfig.json', 'utf8'))
  await writeFile(path.join(copy, 'tsconfig.json'), JSON.stringify({ ...settings, include: ['next-env.d.ts'] }))
}

async function build(copy: string, environment: Record<string, string>, flags: string[]): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/build.ts', ...flags], {
    cwd: copy,
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (words += data))
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  if (code !== 0) throw new Error(`The site of ${environment.POSTS_DIR} could not be built:\n${words}`)
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
