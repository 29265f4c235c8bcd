import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { bundling } from './bundling'

const directory = path.resolve('.cache/workers')

/** The code of a worker: a module, and a version that changes with everything that is bundled for it. */
export type WorkerCode = { entry: string; version: string }

type Settings = { resourceLimits?: ResourceLimits; workerData?: unknown; env?: NodeJS.ProcessEnv }

/** A worker that has said, by its first message, that it has loaded everything. */
export async function startBundled(code: WorkerCode, settings: Settings): Promise<Worker> {
  // Without the options of the main thread, which bring the loader that runs TypeScript.
  const worker = new Worker(await bundled(code), { ...settings, execArgv: [] })
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('A worker ended before it could begin')))
  })
  silence(worker)
  return worker
}

/** Only what was listened for: a worker also listens to itself, and without that it never hears again. */
export function silence(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

const begun = new Map<string, Promise<string>>()

function bundled({ entry, version }: WorkerCode): Promise<string> {
  const name = path.basename(entry, '.ts')
  const folder = path.join(directory, `${name}-${version}`)
  const file = path.join(folder, `${name}.mjs`)
  const made = begun.get(folder) ?? (existsSync(file) ? Promise.resolve(file) : bundle(entry, name, folder, file))
  begun.set(folder, made)
  return made
}

/**
 * Our code and all that it asks for in a few files of JavaScript, kept for the next time: loading hundreds of modules one
 * by one takes a worker half a second, and asking a loader of TypeScript about each a second more.
 */
async function bundle(entry: string, name: string, folder: string, file: string): Promise<string> {
  const temporary = `${folder}.${process.pid}`
  await bundling((build) =>
    build({
      entryPoints: { [name]: path.resolve(entry) },
      outdir: temporary,
      outExtension: { '.js': '.mjs' },
      // Packages of the old kind ask for others when they run.
      banner: {
        js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
      },
      external: ['esbuild', 'sharp', 'react', 'react-dom'],
      ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', logLevel: 'error' },
    }),
  )
  // Another process may have been faster.
  await rename(temporary, folder).catch(() => rm(temporary, { recursive: true, force: true }))
  await removeOutdated(name)
  return file
}

/** What was bundled of older code, but for the last: a process that began with it may still load a part of it. */
async function removeOutdated(name: string): Promise<void> {
  const folders = (await readdir(directory)).filter((one) => one.startsWith(`${name}-`))
  const made = await Promise.all(
    folders.map(async (one) => ({
      one,
      at: (await stat(path.join(directory, one)).catch(() => undefined))?.mtimeMs ?? 0,
    })),
  )
  for (const { one } of made.sort((a, b) => b.at - a.at).slice(2))
    await rm(path.join(directory, one), { recursive: true, force: true })
}
