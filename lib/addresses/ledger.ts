import type { Problem } from '../problem'
import { problemAt, type Source, sourceOf } from '../source'

/** Every address that the site has published, by its path: the places on that page which could be linked to. */
export type Ledger = { file: string; text: string; paths: Map<string, string[]> }

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
  return { ledger: { file, text, paths }, problems }
}

/** The ledger that results when these addresses are published, as text: sorted, each once. */
export function ledgerText(ledger: Pick<Ledger, 'paths'>, added: Iterable<string>): string {
  const lines = new Set(added)
  for (const [path, places] of ledger.paths) {
    lines.add(path)
    for (const place of places) lines.add(`${path}#${place}`)
  }
  // By code units: everywhere the same.
  return [...lines].sort().join('\n').concat('\n')
}

/** The line on which an address stands, from 1. */
export function lineOf({ text }: Ledger, address: string): number {
  const lines = text.split('\n').map((line) => line.trim())
  return Math.max(0, lines.indexOf(address)) + 1
}

export function add(paths: Ledger['paths'], address: string): void {
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
