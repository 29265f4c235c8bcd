import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { site } from '../site'
import { removeLeftovers } from './finish/leftovers'
import { nextInternals } from './finish/next-internals'
import { clearViews } from './view-store'

const log = path.resolve('.cache/next.log')
// It ends with this one.
const ownProcess = path.resolve('lib/publish/next-process.mjs')

/** Compiles the code and exports every planned page; with `namesMarkup` the finishing step puts the markup in. */
export async function exportPages({ namesMarkup = false } = {}): Promise<void> {
  const child = spawn(process.execPath, [ownProcess, nextInternals.program, 'build'], {
    env: nextEnvironment({ namesMarkup }),
    stdio: 'pipe',
  })
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  await writeLog(child)
  const code = await ended
  if (code !== 0) throw new Error(await lastWords())
  await removeLeftovers(nextInternals.exportDirectory)
}

/** Forgets what Next was given to export, and what it made of it. */
export const forgetExport = () =>
  Promise.all([clearViews(), rm(nextInternals.exportDirectory, { recursive: true, force: true })])

async function writeLog({ stdout, stderr }: ReturnType<typeof spawn>): Promise<void> {
  await mkdir(path.dirname(log), { recursive: true })
  const output = createWriteStream(log)
  stdout?.pipe(output)
  stderr?.pipe(output)
}

async function lastWords(): Promise<string> {
  const words = await readFile(log, 'utf8')
  return `Next could not render the pages. Its last words (all of them are in .cache/next.log):\n${words.slice(-4000)}`
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
