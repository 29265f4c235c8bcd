import { spawn } from 'node:child_process'

/** How a build ended, and all that it said. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; words: string }

export type Build = { pid: number; ended: Promise<Ended>; said(): string }

export type BuildOptions = {
  environment: Record<string, string>
  flags?: readonly string[]
  /** Whether its processes form a group of their own, so that all of them can be killed at once. */
  group?: boolean
  /** No file can become larger than this. */
  mostKilobytes?: number
}

/** Runs `npm run build` in a working copy. */
export const build = (copy: string, options: BuildOptions): Promise<Ended> => startBuild(copy, options).ended

export function startBuild(copy: string, { environment, flags = [], group, mostKilobytes }: BuildOptions): Build {
  const plain = [process.execPath, 'cli/run.mjs', 'build', ...flags]
  const limited = ['bash', '-c', `ulimit -f ${mostKilobytes} && exec "$@"`, 'bash', ...plain]
  const [program = '', ...args] = mostKilobytes === undefined ? plain : limited
  const child = spawn(program, args, {
    cwd: copy,
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: group,
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (words += data))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => {
      resolve({ code, signal, words: signal ? `${words}\nIt was ended by ${signal}.` : words })
    })
  })
  return { pid: child.pid ?? 0, ended, said: () => words }
}
