import { appendFileSync, readFileSync } from 'node:fs'
import { makeRoom, putInPlace, withChecksum, withoutChecksum } from './cache-file.mjs'

/** A line of a cache: what whoever reads it needs at once, and the rest, which is parsed when it is asked for. */
export type CacheLine<Value = unknown, Rest = unknown> = { value: Value; rest(): Rest }

const lineEnd = '\n'.charCodeAt(0)
// JSON writes neither as it is.
const divider = '\t'.charCodeAt(0)

/**
 * The lines of a file, in their order; their shapes are those which the same code has written. One that was damaged, or whose
 * writer was killed, is none.
 */
export function readCacheLines(file: string): CacheLine[] {
  const bytes = contentOf(file)
  const lines: CacheLine[] = []
  for (let start = 0, end = bytes.indexOf(lineEnd); end >= 0; start = end + 1, end = bytes.indexOf(lineEnd, start)) {
    const line = withoutChecksum(bytes.subarray(start, end))
    if (line) lines.push(parsed(line))
  }
  return lines
}

function parsed(line: Buffer): CacheLine {
  const at = line.indexOf(divider)
  return { value: JSON.parse(line.toString('utf8', 0, at)), rest: () => JSON.parse(line.toString('utf8', at + 1)) }
}

/** Adds lines behind those that are there: to write thousands anew for one more would take longer than to make it. */
export function appendCacheLines(file: string, lines: readonly CacheLine[]): void {
  makeRoom(file)
  // A thousand at a time: those of ten thousand posts at once would be much memory.
  for (let start = 0; start < lines.length; start += 1000)
    // The last writer may have been killed within a line.
    appendFileSync(file, Buffer.concat([Buffer.from([lineEnd]), ...written(lines.slice(start, start + 1000))]))
}

/** Puts a file of these lines in place of the one that is there, in one step. */
export const writeCacheLines = (file: string, lines: readonly CacheLine[]) =>
  putInPlace(file, Buffer.concat(written(lines)))

const written = (lines: readonly CacheLine[]) =>
  lines.flatMap(({ value, rest }) => [
    withChecksum(`${JSON.stringify(value)}\t${JSON.stringify(rest())}`),
    Buffer.from([lineEnd]),
  ])

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
