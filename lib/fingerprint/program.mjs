// This file is no TypeScript, because it is asked before a command is bundled.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

// What npm has installed, with the version and digest of each package: the lock file may ask for others by now.
const installed = 'node_modules/.package-lock.json'

/**
 * Changes with what runs our code: Node with its rules for dates, alphabets and words, the machine's kind, every package. It
 * is part of the key of everything that is kept.
 */
export const programFingerprint = () => hashOf([JSON.stringify([process.versions, ...kindOfMachine]), readInstalled()])

/**
 * The same of some packages and those below them, for what costs too much to be made again whenever another one changes.
 * @param {RegExp} roots of their names
 */
export function packagesFingerprint(roots) {
  /** @type {[place: string, what: Installed][]} */
  const installed = Object.entries(JSON.parse(readInstalled()).packages ?? {})
  const nameOf = (/** @type {string} */ place) => place.replace(/^.*node_modules\//, '')
  const meant = new Set(installed.map(([place]) => nameOf(place)).filter((name) => roots.test(name)))
  // Names that are added on the way are visited, too.
  for (const name of meant)
    for (const [place, { dependencies, optionalDependencies }] of installed)
      if (nameOf(place) === name)
        for (const other of Object.keys({ ...dependencies, ...optionalDependencies })) meant.add(other)
  const found = installed.filter(([place]) => meant.has(nameOf(place)))
  return hashOf([JSON.stringify([kindOfMachine, found])])
}

/** @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Installed */

const kindOfMachine = [process.platform, process.arch]

/**
 * Of files and what they are called.
 * @param {readonly string[]} files
 */
export const filesFingerprint = (files) => hashOf(files.flatMap((file) => [file, readFileSync(file)]))

function readInstalled() {
  // Another program than npm may have installed them; without a list nothing is known to be there.
  const list = [installed, 'package-lock.json'].find((file) => existsSync(file))
  return list === undefined ? '{}' : readFileSync(list, 'utf8')
}

/** Parts are kept apart by their lengths, so that no two lists give one hash by accident. */
function hashOf(/** @type {(string | Buffer)[]} */ parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 32)
}
