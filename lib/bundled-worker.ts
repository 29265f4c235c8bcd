import path from 'node:path'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { cachedBundle, forNode } from './bundle-cache.mjs'
import { bundling } from './bundling'

const directory = path.resolve('.cache/workers')

/**
 * The code of a worker: a module, and a version that changes with everything that is bundled for it. `isCurrent` tells
 * whether it still is that of the sources.
 */
export type WorkerCode = { entry: string; version: string; isCurrent?: () => boolean }

type Settings = { resourceLimits?: ResourceLimits; workerData?: unknown; env?: NodeJS.ProcessEnv }

/** A worker, and why it has ended once it has, also when that was while nobody asked anything of it. */
export type StartedWorker = { worker: Worker; ended: Promise<Error> }

/** A worker that has said, by its first message, that it has loaded everything. */
export async function startBundled(code: WorkerCode, settings: Settings): Promise<StartedWorker> {
  // Without the options of the main thread, which bring the loader that runs TypeScript.
  return whenReady(new Worker(await bundled(code), { ...settings, execArgv: [] }))
}

/** The only message of a worker that ends with it. */
export async function runBundled(code: WorkerCode, workerData: unknown): Promise<unknown> {
  const worker = new Worker(await bundled(code), { workerData, execArgv: [] })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('A worker ended without an answer')))
  })
}

/** Its end is listened for from the beginning: an `exit` comes once, and can come in the same turn as the first message. */
export async function whenReady(worker: Worker): Promise<StartedWorker> {
  const ended = new Promise<Error>((resolve) => {
    worker.on('error', resolve)
    worker.once('exit', () => resolve(new Error('the worker ended by itself')))
  })
  const ready = new Promise<void>((resolve) => worker.once('message', () => resolve()))
  const failure = await Promise.race([ready, ended])
  if (failure) throw new Error(`A worker ended before it could begin: ${failure.message}`, { cause: failure })
  return { worker, ended }
}

const begun = new Map<string, Promise<string>>()

function bundled({ entry, ...code }: WorkerCode): Promise<string> {
  const name = path.basename(entry, '.ts')
  const key = `${name} ${code.version}`
  const made = begun.get(key) ?? cachedBundle({ directory, name, ...code }, bundle)
  begun.set(key, made)
  made.catch(() => begun.delete(key))
  return made

  function bundle(outdir: string): Promise<unknown> {
    const external = ['esbuild', 'sharp', 'react', 'react-dom']
    return bundling((build) => build({ ...forNode, entryPoints: { [name]: path.resolve(entry) }, outdir, external }))
  }
}
