import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { nextInternals } from './finish/next-internals'

const log = path.resolve('.cache/next.log')

export type Rendering = {
  /** Takes the code as it was compiled last; only where nothing of it has changed. */
  compiled?: boolean
  /** Whether the finishing step will put markup in the place of its name. */
  namesMarkup?: boolean
}

/** Renders every planned page. Throws with the end of Next's own words when it fails. */
export async function renderPages({ compiled = false, namesMarkup = false }: Rendering = {}): Promise<void> {
  await mkdir(path.dirname(log), { recursive: true })
  const code = await new Promise<number | null>((resolve, reject) => {
    const mode = compiled ? nextInternals.renderOnly : []
    const child = spawn(process.execPath, [nextInternals.program, 'build', ...mode], {
      env: { ...nextEnvironment(), SITE_MARKUP: namesMarkup ? 'named' : 'whole' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = createWriteStream(log)
    child.stdout.pipe(output)
    child.stderr.pipe(output)
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code === 0) return
  const words = await readFile(log, 'utf8')
  throw new Error(
    `Next could not render the pages. Its last words (all of them are in .cache/next.log):\n${words.slice(-4000)}`,
  )
}

/** Starts `next dev` on a port of its own, for this machine alone; its words go where this process's go. */
export function startDevServer(port: number) {
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  const words = ['dev', '--port', String(port), '--hostname', '127.0.0.1']
  return spawn(process.execPath, [nextInternals.program, ...words], { env: nextEnvironment(), stdio: [...stdio] })
}

// A build never uses the network, and says nothing to anybody.
const nextEnvironment = () => ({ ...process.env, NEXT_TELEMETRY_DISABLED: '1' })
