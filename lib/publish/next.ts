import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { site } from '../site'
import { nextInternals } from './finish/next-internals'

const log = path.resolve('.cache/next.log')

export type Rendering = {
  /** Takes the code as it was compiled last; only where nothing of it has changed. */
  compiled?: boolean
  /** Whether the finishing step will put markup in the place of its name. */
  namesMarkup?: boolean
  /** Begins before the plan is written, and waits for it. */
  ahead?: boolean
}

/** Next at work: `done` rejects with the end of its own words when it fails. */
export type Renderer = { done: Promise<void>; stop(): void }

/** Renders every planned page. */
export const renderPages = (rendering: Rendering = {}): Promise<void> => startRendering(rendering).done

export function startRendering({ compiled = false, namesMarkup = false, ahead = false }: Rendering): Renderer {
  const mode = compiled ? nextInternals.renderOnly : []
  const child = spawn(process.execPath, [nextInternals.program, 'build', ...mode], {
    env: {
      ...nextEnvironment(),
      SITE_MARKUP: namesMarkup ? 'named' : 'whole',
      SITE_PLAN: ahead ? 'awaited' : 'written',
      // For a few pages a second process costs more than it does.
      SITE_RENDERERS: String(compiled ? 1 : availableParallelism()),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  const kill = () => child.kill()
  process.on('exit', kill)
  const done = writeLog(child).then(async () => {
    const code = await ended.finally(() => process.off('exit', kill))
    if (code !== 0) throw new Error(await lastWords())
  })
  // Whoever stops it does not wait for it.
  done.catch(() => {})
  return { done, stop: kill }
}

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
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  const words = ['dev', '--port', String(port), '--hostname', '127.0.0.1']
  return spawn(process.execPath, [nextInternals.program, ...words], { env: nextEnvironment(), stdio: [...stdio] })
}

// A build never uses the network, and says nothing to anybody.
const nextEnvironment = () => ({ ...process.env, NEXT_TELEMETRY_DISABLED: '1', SITE_BASE_PATH: site.basePath })
