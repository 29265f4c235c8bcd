import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { site } from '../site'
import { removeLeftovers } from './finish/leftovers'
import { nextInternals } from './finish/next-internals'
import { clearViews } from './view-store'

const log = path.resolve('.cache/next.log')
// Stands there for as long as Next builds.
const underWay = path.resolve('.cache/next-under-way')
// It ends with this one.
const ownProcess = path.resolve('lib/publish/next-process.mjs')

/** Compiles the code and exports every planned page; with `namesMarkup` the finishing step puts the markup in. */
export async function exportPages({ namesMarkup = false } = {}): Promise<void> {
  await removeHalfWritten()
  await mkdir(path.dirname(log), { recursive: true })
  await writeFile(underWay, '')
  const output = await open(log, 'w')
  const child = spawn(process.execPath, [ownProcess, nextInternals.program, 'build'], {
    env: nextEnvironment({ namesMarkup }),
    stdio: ['pipe', output.fd, output.fd],
  })
  const [code, signal] = await once(child, 'close').finally(() => output.close())
  if (!signal) await rm(underWay)
  if (code !== 0) throw new Error(await lastWords(signal))
  await removeLeftovers(nextInternals.exportDirectory)
}

/** Forgets what Next was given to export, and what it made of it. */
export const forgetExport = () =>
  Promise.all([clearViews(), rm(nextInternals.exportDirectory, { recursive: true, force: true })])

/** What Next was writing when it was ended by force: it would read half a file, and fail. */
async function removeHalfWritten(): Promise<void> {
  if (!existsSync(underWay)) return
  const names = await readdir(nextInternals.workDirectory).catch(() => [])
  const halfWritten = names.filter((name) => name !== nextInternals.devFolder)
  for (const name of halfWritten) await rm(path.join(nextInternals.workDirectory, name), { recursive: true })
}

async function lastWords(signal: NodeJS.Signals | null): Promise<string> {
  const words = (await readFile(log, 'utf8')).slice(-4000)
  const why = signal === 'SIGKILL' ? 'was killed, most likely for want of memory' : 'could not render the pages'
  return `Next ${why}. Its last words (all of them are in .cache/next.log):\n${words}`
}

/** Starts `next dev` on a port of its own, for this machine alone; its words go where this process's go. */
export function startDevServer(port: number) {
  const stdio = ['pipe', 'ignore', 'inherit'] as const
  const words = ['dev', '--port', String(port), '--hostname', '127.0.0.1']
  return spawn(process.execPath, [ownProcess, nextInternals.program, ...words], {
    env: nextEnvironment(),
    stdio: [...stdio],
  })
}

// A build never uses the network, and says nothing to anybody.
export const nextEnvironment = ({ namesMarkup = false } = {}) => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  SITE_BASE_PATH: site.basePath,
  SITE_MARKUP: namesMarkup ? 'named' : 'whole',
})
