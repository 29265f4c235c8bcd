import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readCacheJson, writeCacheFile } from '../cache-file.mjs'
import { type Ledger, lineIn } from './ledger'
import { fromBytes, linesFrom } from './sorted-lines'

/**
 * What a build found a ledger to hold: all its paths, each with what its places were then. As long as the ledger is the same
 * file, only what is another since has to be looked at.
 */
export type Confirmed = ReadonlyMap<string, string>

const fileOf = (stage: string) => path.join(stage, 'addresses.json')

/** `state` tells whether the ledger was touched since. */
export function readConfirmed(stage: string, state: string): Confirmed | undefined {
  const known = readCacheJson(fileOf(stage)) as { state: string; paths: string[]; places: string[] } | undefined
  if (known?.state !== state) return undefined
  const found = new Map<string, string>()
  for (const [index, path] of known.paths.entries()) found.set(path, known.places[index] ?? '')
  return found
}

export function writeConfirmed(stage: string, state: string, confirmed: Confirmed): void {
  const known = { state, paths: [...confirmed.keys()], places: [...confirmed.values()] }
  writeCacheFile(fileOf(stage), JSON.stringify(known))
}

/** Some paths of a ledger that was confirmed, and is sorted therefore. */
export function partOfLedger(file: string, place: string, confirmed: Confirmed, paths: Iterable<string>): Ledger {
  const sorted = readFileSync(place, 'latin1')
  const placesOf = (path: string) => linesFrom(sorted, `${path}#`).map((line) => line.slice(path.length + 1))
  const known = [...paths].filter((path) => confirmed.has(path))
  return {
    file,
    paths: new Map(known.map((path) => [path, placesOf(path)])),
    has: (path) => confirmed.has(path),
    lineOf: (address) => lineIn(fromBytes(sorted), address),
  }
}
