import { spawn } from 'node:child_process'
import { type Memory, memoryBelow, secondsOfEnded } from './process-tree'

/** A program to run, and where. */
export type Command = { program: string; words: string[]; folder: string; environment?: Record<string, string> }

/** What a run took. `cpu` and `memory` are missing where the system does not tell. */
export type Run = { seconds: number; cpu?: number; memory?: Memory; said: string[] }

/** Short enough to see a peak, long enough not to be part of what is measured. */
const interval = 50
const lastLines = 3

/** Runs a program to its end. Throws with its last words when it fails. One at a time, or they count for each other. */
export async function measuredRun({ program, words, folder, environment = {} }: Command): Promise<Run> {
  const [cpuBefore, start] = [secondsOfEnded(), performance.now()]
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const texts = { out: '', all: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    texts.out += text
    texts.all += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    texts.all += text
  })
  let memory: Memory | undefined
  const watch = setInterval(() => {
    memory = larger(memory, child.pid === undefined ? undefined : memoryBelow(child.pid))
  }, interval)
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject)).finally(() =>
    clearInterval(watch),
  )
  if (code !== 0) throw new Error(`${[program, ...words].join(' ')} failed:\n${texts.all.slice(-2000)}`)
  const [seconds, cpuAfter] = [(performance.now() - start) / 1000, secondsOfEnded()]
  return {
    seconds,
    ...(cpuBefore === undefined || cpuAfter === undefined ? {} : { cpu: cpuAfter - cpuBefore }),
    ...(memory ? { memory } : {}),
    said: texts.out.trim().split('\n').slice(-lastLines),
  }
}

/** The run whose time is in the middle. */
export const middleRun = <Some extends Run>(runs: Some[]) =>
  [...runs].sort((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)] as Some

function larger(before: Memory | undefined, now: Memory | undefined): Memory | undefined {
  if (!before || !now) return before ?? now
  return { together: Math.max(before.together, now.together), largest: Math.max(before.largest, now.largest) }
}
