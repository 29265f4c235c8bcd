// What one run keeps for the next bears checksums, so that whatever was damaged meanwhile counts as not there: it is made
// again. This file is no TypeScript, because the bundles of the commands are checked by it.
import { hash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const length = 32
export const checksumOf = (/** @type {string | Buffer} */ content) => hash('sha256', content, 'hex').slice(0, length)

/**
 * With its checksum at its end, where a picture can still be looked at.
 * @param {string | Buffer} content
 */
export function withChecksum(content) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return Buffer.concat([bytes, Buffer.from(checksumOf(bytes))])
}

/**
 * The content alone; nothing where it is not what the checksum was made of.
 * @param {Buffer} bytes
 * @returns {Buffer | undefined}
 */
export function withoutChecksum(bytes) {
  const content = bytes.subarray(0, Math.max(0, bytes.length - length))
  return bytes.toString('latin1', content.length) === checksumOf(content) ? content : undefined
}

/**
 * What `writeCacheFile` has written; nothing where it is not there, or not whole.
 * @param {string} file
 * @returns {Buffer | undefined}
 */
export function readCacheFile(file) {
  try {
    return withoutChecksum(readFileSync(file))
  } catch {
    return undefined
  }
}

/**
 * The value of a file of JSON; its shape is that which the same code has written.
 * @param {string} file
 * @returns {unknown}
 */
export function readCacheJson(file) {
  const content = readCacheFile(file)
  return content && JSON.parse(content.toString('utf8'))
}

let temporaryFiles = 0

/**
 * Writes a file of a cache with its checksum.
 * @param {string} file
 * @param {string | Buffer} content
 */
export const writeCacheFile = (file, content) => putInPlace(file, withChecksum(content))

/**
 * Puts a file of a cache in its place in one step, in place of whatever stands there. Nothing waits for the disk: what a
 * failing machine has left half written is told by the checksums in it.
 * @param {string} file
 * @param {Buffer} bytes
 */
export function putInPlace(file, bytes) {
  const temporary = `${file}.${process.pid}-${temporaryFiles++}`
  const write = () => {
    writeFileSync(temporary, bytes)
    renameSync(temporary, file)
  }
  try {
    write()
  } catch {
    makeRoom(file)
    try {
      write()
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true })
      throw error
    }
  }
}

/**
 * Makes the folder of a file of a cache, and takes away whatever stands in its place, or in that of the file.
 * @param {string} file
 */
export function makeRoom(file) {
  makeFolder(path.dirname(file))
  if (statusOf(file)?.isDirectory()) rmSync(file, { recursive: true })
}

/**
 * Makes a folder of a cache, in place of whatever is none.
 * @param {string} folder
 */
export function makeFolder(folder) {
  let above = folder
  while (!statusOf(above)) above = path.dirname(above)
  if (!isDirectory(above)) rmSync(above)
  mkdirSync(folder, { recursive: true })
}

/**
 * Of the thing itself: a link is not followed.
 * @param {string} place
 */
export function statusOf(place) {
  try {
    return lstatSync(place)
  } catch {
    return undefined
  }
}

function isDirectory(/** @type {string} */ place) {
  try {
    return statSync(place).isDirectory()
  } catch {
    return false
  }
}
