import path from 'node:path'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { bundling } from './bundling'
import { forNode, keptBundle } from './kept-bundle.mjs'

const directory = path.resolve('.cache/workers')

/**
 * The code of a worker: a module, and a version that changes with everything that is bundled for it. `isCurrent` tells
 * whether it still is that of the sources.
 */
export type WorkerCode = { entry: string; version: string; isCurrent?: () => boolean }

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

function bundled({ entry, ...code }: WorkerCode): Promise<string> {
  const name = path.basename(entry, '.ts')
  const key = `${name} ${code.version}`
  const made = begun.get(key) ?? keptBundle({ directory, name, ...code }, bundle)
  begun.set(key, made)
  made.catch(() => begun.delete(key))
  return made

  function bundle(outdir: string): Promise<unknown> {
    const external = ['esbuild', 'sharp', 'react', 'react-dom']
    return bundling((build) => build({ ...forNode, entryPoints: { [name]: path.resolve(entry) }, outdir, external }))
  }
}
