import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { makeFolder, makeRoom } from '../../cache-file.mjs'
import { filesBelow } from '../../checksums.mjs'
import { pageEnvironment } from '../../environment.mjs'
import { site } from '../../site'
import { clearViews } from '../views/view-store'
import { nextInternals } from './next-internals'
import { removePlaceholders } from './remove-placeholders'

const log = path.resolve('.cache/next.log')
// It ends with this one.
const ownProcess = path.resolve('lib/publish/next/next-process.mjs')
const started = [nextInternals.program, nextInternals.copying]

/** Compiles the code and exports every planned page; with `namesMarkup` the finishing step puts the markup in. */
export async function exportPages({ namesMarkup = false } = {}): Promise<void> {
  makeRoom(log)
  const output = await open(log, 'w')
  const child = spawn(process.execPath, [ownProcess, ...started, 'build'], {
    env: nextEnvironment({ namesMarkup }),
    stdio: ['pipe', output.fd, output.fd],
  })
  const [code, signal] = await once(child, 'close').finally(() => output.close())
  if (code !== 0) throw new Error(await lastWords(signal))
  await removePlaceholders(nextInternals.exportDirectory)
}

/** Forgets what Next was given to export, and what it made of it. */
export const clearExport = () =>
  Promise.all([clearViews(), rm(nextInternals.exportDirectory, { recursive: true, force: true })])

const { workDirectory, devFolder, exportDirectory, typesFolder } = nextInternals

/** The files that Next has left where it compiles. */
export const workFiles = () => filesBelow(workDirectory, [devFolder, typesFolder])

/** Takes them away. What Next was writing when it was ended by force it would read, and fail. */
export async function clearWork(): Promise<void> {
  makeFolder(workDirectory)
  for (const name of await readdir(workDirectory))
    if (name !== devFolder) await rm(path.join(workDirectory, name), { recursive: true })
}

/** The files of its export. */
export const exportedFiles = () => filesBelow(exportDirectory, [typesFolder])

async function lastWords(signal: NodeJS.Signals | null): Promise<string> {
  const words = (await readFile(log, 'utf8')).slice(-4000)
  const why = signal === 'SIGKILL' ? 'was killed, most likely for want of memory' : 'could not render the pages'
  return `Next ${why}. Its last words (all of them are in .cache/next.log):\n${words}`
}

/** Starts `next dev` on a port of its own, for this machine alone; its words go where this process's go. */
export function startDevServer(port: number) {
  const stdio = ['pipe', 'ignore', 'inherit'] as const
  const words = ['dev', '--port', String(port), '--hostname', '127.0.0.1']
  return spawn(process.execPath, [ownProcess, ...started, ...words], {
    env: nextEnvironment({ mode: 'development' }),
    stdio: [...stdio],
  })
}

type Mode = 'production' | 'development'

/**
 * Next sees the variables that count for a build and no others. It never uses the network, says nothing to anybody, and
 * does the same whatever NODE_ENV was before: with one of another mode it fails, or writes into tsconfig.json.
 */
export const nextEnvironment = ({ namesMarkup = false, mode = 'production' as Mode } = {}) => ({
  ...pageEnvironment(),
  ...nextInternals.environmentIsRead,
  NODE_ENV: mode,
  // From version 22 on Node lets what is short-lived pile up to twice as much, in each of Next's processes.
  NODE_OPTIONS: '--max-semi-space-size=16',
  NEXT_TELEMETRY_DISABLED: '1',
  SITE_BASE_PATH: site.basePath,
  SITE_MARKUP: namesMarkup ? 'named' : 'whole',
})
