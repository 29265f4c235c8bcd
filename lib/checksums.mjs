// Of files that others write for us, as esbuild and Next do: whether they still are as they were written.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checksumOf, statusOf } from './cache-file.mjs'

/**
 * Of files that others have written, by their paths in a folder.
 * @typedef {Record<string, { size: number, mtimeMs: number, checksum: string }>} Checksums
 */

/**
 * @param {string} folder
 * @param {Iterable<string>} files
 * @returns {Checksums}
 */
export function checksumsOf(folder, files) {
  /** @type {Checksums} */
  const checksums = {}
  for (const file of files) {
    const { size, mtimeMs } = lstatSync(path.join(folder, file))
    checksums[file] = { size, mtimeMs, checksum: checksumOf(readFileSync(path.join(folder, file))) }
  }
  return checksums
}

/**
 * Whether all files are as they were. Unless asked for their content, a file of the same size and time counts as the same.
 * @param {string} folder
 * @param {Checksums} checksums
 * @param {{ byContent?: boolean }} [options]
 */
export function areIntact(folder, checksums, { byContent = false } = {}) {
  return Object.entries(checksums).every(([file, { size, mtimeMs, checksum }]) => {
    const place = path.join(folder, file)
    const found = statusOf(place)
    if (!found?.isFile() || found.size !== size) return false
    return (!byContent && found.mtimeMs === mtimeMs) || checksumOf(readFileSync(place)) === checksum
  })
}

/**
 * The files below a folder, by their paths in it; none where there is no folder.
 * @param {string} folder
 * @param {string[]} [except] names in the folder that are left out
 * @returns {string[]}
 */
export function filesBelow(folder, except = []) {
  const below = (/** @type {string} */ under) => {
    /** @type {string[]} */
    const files = []
    for (const entry of readdirSync(path.join(folder, under), { withFileTypes: true })) {
      const name = path.posix.join(under, entry.name)
      if (except.includes(name)) continue
      if (entry.isDirectory()) files.push(...below(name))
      else if (entry.isFile()) files.push(name)
    }
    return files
  }
  return statusOf(folder)?.isDirectory() ? below('').sort() : []
}
