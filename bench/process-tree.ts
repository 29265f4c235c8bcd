import { readdirSync, readFileSync } from 'node:fs'

/** Bytes in memory of a process and of all that it started: taken together, and of the largest of them. */
export type Memory = { together: number; largest: number }

/**
 * What Linux says of the memory of a process and of those below it. Their own pages are added up; the pages of files
 * (programs, libraries), which they mostly share, count once. Undefined where there is no `/proc`.
 */
export function memoryBelow(root: number): Memory | undefined {
  const parts = processesBelow(root).flatMap((pid) => partsOf(pid) ?? [])
  if (!parts.length) return undefined
  return {
    together: parts.reduce((sum, { own }) => sum + own, 0) + Math.max(...parts.map(({ ofFiles }) => ofFiles)),
    largest: Math.max(...parts.map(({ own, ofFiles }) => own + ofFiles)),
  }
}

/**
 * Seconds of processor time, user and system, of all processes that this one has started and seen end, and of all that
 * those have seen end. Undefined where there is no `/proc`.
 */
export function secondsOfEnded(): number | undefined {
  const line = readIfThere('/proc/self/stat')
  if (line === undefined) return undefined
  // The name of the program stands in brackets and may hold spaces. What follows begins with the third field of the manual;
  // `cutime` and `cstime` are the sixteenth and the one after.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond
}

// What every Linux counts by when it speaks to programs, whatever its own clock.
const ticksPerSecond = 100

function processesBelow(root: number): number[] {
  const threads = namesIn(`/proc/${root}/task`)
  const children = threads.flatMap((thread) => numbersIn(readIfThere(`/proc/${root}/task/${thread}/children`)))
  return [root, ...children.flatMap(processesBelow)]
}

function partsOf(pid: number): { own: number; ofFiles: number } | undefined {
  const status = readIfThere(`/proc/${pid}/status`)
  if (status === undefined) return undefined
  const bytes = (name: string) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0)
  return { own: bytes('RssAnon'), ofFiles: bytes('RssFile') + bytes('RssShmem') }
}

const numbersIn = (text = '') => text.split(' ').filter(Boolean).map(Number)

// A process may end between two looks.
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
