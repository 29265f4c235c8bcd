import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'

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

/** Gives every file below a folder its time. One that has such a time was not written since, and keeps it. */
export function stampFiles(folder: string): void {
  // In one go: promises would cost several times as much as the work.
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    if (statSync(file).mtimeMs >= last * 1000) stampFile(file)
  }
}

export function stampFile(file: string): void {
  const stamp = stampOf(readFileSync(file))
  utimesSync(file, stamp, stamp)
}
