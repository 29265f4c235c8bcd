import { createHash } from 'node:crypto'
import { readFileSync, utimesSync } from 'node:fs'

const first = Date.UTC(2000, 0) / 1000
const last = Date.UTC(2024, 0) / 1000

/**
 * A time for a file, made of its content and long past. Servers make an ETag of time and size: with this it is equal on
 * every machine, changes with the content only, and changes even where an edit keeps the size.
 */
export function stampOf(content: Uint8Array | string): Date {
  const hash = createHash('sha1').update(content).digest()
  return new Date((first + (hash.readUInt32BE() % (last - first))) * 1000)
}

/** Gives a file its time. */
export function stampFile(file: string): void {
  const stamp = stampOf(readFileSync(file))
  utimesSync(file, stamp, stamp)
}
