import type { Problem } from '../problem'
import { problemAt, type Source, sourceOf } from '../source'

/** Addresses that the site has published: all of them, or those that have to be looked at. */
export type Ledger = {
  file: string
  /** By each path, the places that could be linked to there. */
  paths: Map<string, string[]>
  /** Whether a path was published. */
  has(path: string): boolean
  /** The line of an address, from 1; undefined where there is no such file. */
  lineOf(address: string): number | undefined
}

const address = /^\/[^\s#]*(?:#\S+)?$/

/** Reads a ledger, an address a line: `/path/`, or `/path/#place`. Their order does not matter, as two may have been merged. */
export function readLedger({ file, text }: Pick<Source, 'file' | 'text'>): { ledger: Ledger; problems: Problem[] } {
  const paths = new Map<string, string[]>()
  const wrong: number[] = []
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start)
    const line = text.slice(start, end).trim()
    if (address.test(line)) add(paths, line)
    else if (line) wrong.push(start)
    start = end + 1
  }
  const problems = wrong.map((start) =>
    problemAt(sourceOf(file, text), start, endOfLine(text, start) - start, {
      ...{ severity: 'error', rule: 'not-an-address', message: 'This is not an address of this site.' },
      hint: 'Delete the line. The marks of a merge that met a conflict can go, too: of both sides every line stays.',
    }),
  )
  return {
    ledger: { file, paths, has: (path) => paths.has(path), lineOf: (address) => lineIn(text, address) },
    problems,
  }
}

/** What was published where no file says so. */
export function ledgerOf(file: string, addresses: Iterable<string>): Ledger {
  const paths = new Map<string, string[]>()
  for (const address of addresses) add(paths, address)
  return { file, paths, has: (path) => paths.has(path), lineOf: () => undefined }
}

/** Every address of a ledger. */
export function* addressesIn({ paths }: Pick<Ledger, 'paths'>): Iterable<string> {
  for (const [path, places] of paths) {
    yield path
    for (const place of places) yield `${path}#${place}`
  }
}

/** The line of an address in the text of a ledger, from 1. */
export function lineIn(text: string, address: string): number {
  const lines = text.split('\n').map((line) => line.trim())
  return Math.max(0, lines.indexOf(address)) + 1
}

function add(paths: Ledger['paths'], address: string): void {
  const mark = address.indexOf('#')
  const path = mark < 0 ? address : address.slice(0, mark)
  let places = paths.get(path)
  if (!places) {
    places = []
    paths.set(path, places)
  }
  if (mark >= 0) places.push(address.slice(mark + 1))
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}
