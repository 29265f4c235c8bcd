// Our code and all that it asks for in a few files of JavaScript, kept until a source changes: loading hundreds of modules
// one by one takes half a second, and asking a loader of TypeScript about each a second more.
// This file is no TypeScript, because the first thing that is bundled is the command itself.
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { makeRoom, readCacheJson, writeCacheFile } from './cache-file.mjs'
import { areIntact, checksumsOf, filesBelow } from './checksums.mjs'
import { hasEnded, ownName, processOf } from './processes.mjs'

// In the folder of each bundle.
const checksumsFile = 'checksums.json'

/**
 * What esbuild is told of code for Node. Its errors are thrown, and told by whoever began.
 * @type {import('esbuild').BuildOptions}
 */
export const forNode = {
  outExtension: { '.js': '.mjs' },
  // Packages of the old kind ask for others when they run.
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
  },
  ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', logLevel: 'silent' },
}

/**
 * The file to run: `<directory>/<name>-<version>/<name>.mjs`. Where it is not there, or not whole, `make` writes it and its parts into
 * the folder it is given; any number of processes may do so at the same time. `isCurrent` tells whether the version is still
 * that of the sources, once they have been read.
 * @param {{ directory: string, name: string, version: string, isCurrent?: () => boolean }} what
 * @param {(folder: string) => Promise<unknown>} make
 */
export async function cachedBundle({ directory, name, version, isCurrent = () => true }, make) {
  const folder = path.join(directory, `${name}-${version}`)
  const file = path.join(folder, `${name}.mjs`)
  if (isWhole(folder)) {
    noteUse(folder)
    return file
  }
  if (existsSync(folder)) remove(folder)
  const unfinished = `${folder}.${ownName}`
  makeRoom(unfinished)
  await make(unfinished)
  if (!isCurrent()) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(`The code of ${name} was changed while it was read. Try again.`)
  }
  const files = new Set([path.basename(file), ...filesBelow(unfinished)])
  writeCacheFile(path.join(unfinished, checksumsFile), JSON.stringify(checksumsOf(unfinished, files)))
  moveIn(unfinished, folder, file)
  removeOutdated(directory, name, folder)
  return file
}

/** Half a program does something else, or nothing: reading one takes 2 ms, and the largest 20. */
function isWhole(/** @type {string} */ folder) {
  const checksums = /** @type {import('./checksums.mjs').Checksums | undefined} */ (
    readCacheJson(path.join(folder, checksumsFile))
  )
  return checksums !== undefined && areIntact(folder, checksums, { byContent: true })
}

function moveIn(/** @type {string} */ unfinished, /** @type {string} */ folder, /** @type {string} */ file) {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another process may have been faster. Otherwise somebody has been at it.
    if (existsSync(folder) && !existsSync(file)) {
      remove(folder)
      return renameSync(unfinished, folder)
    }
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(file)) throw error
  }
}

/**
 * What was made of older code, but for what was used last: a process that began with it may still load a part of it. And
 * what nobody will finish.
 */
function removeOutdated(/** @type {string} */ directory, /** @type {string} */ name, /** @type {string} */ newest) {
  const others = readdirSync(directory)
    .filter((entry) => entry.startsWith(`${name}-`))
    .map((entry) => path.join(directory, entry))
    .filter((folder) => folder !== newest)
  const makerOf = (/** @type {string} */ folder) => processOf(path.extname(folder).slice(1))
  const abandoned = others.filter((folder) => makerOf(folder).pid && hasEnded(makerOf(folder)))
  for (const folder of abandoned) rmSync(folder, { recursive: true, force: true })
  const outdated = others.filter((folder) => !makerOf(folder).pid).sort((a, b) => usedAt(b) - usedAt(a))
  for (const folder of outdated.slice(1)) remove(folder)
}

/** Under its own name a bundle is whole, also when this process is killed here. */
function remove(/** @type {string} */ folder) {
  const going = `${folder}-gone.${ownName}`
  rmSync(going, { recursive: true, force: true })
  try {
    renameSync(folder, going)
  } catch (error) {
    // Another process may have been faster.
    if (existsSync(folder)) throw error
  }
  rmSync(going, { recursive: true, force: true })
}

function noteUse(/** @type {string} */ folder) {
  const now = new Date()
  try {
    utimesSync(folder, now, now)
  } catch {
    // Whoever may only read it uses it all the same.
  }
}

function usedAt(/** @type {string} */ folder) {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
