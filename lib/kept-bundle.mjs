// Our code and all that it asks for in a few files of JavaScript, kept until a source changes: loading hundreds of modules
// one by one takes half a second, and asking a loader of TypeScript about each a second more.
// This file is no TypeScript, because the first thing that is bundled is the command itself.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from './processes.mjs'

/**
 * What esbuild is told of code for Node.
 * @type {import('esbuild').BuildOptions}
 */
export const forNode = {
  outExtension: { '.js': '.mjs' },
  // Packages of the old kind ask for others when they run.
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
  },
  ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', logLevel: 'error' },
}

/**
 * The file to run: `<directory>/<name>-<version>/<name>.mjs`. Where it is not there yet, `make` writes it and its parts into
 * the folder it is given; any number of processes may do so at the same time.
 * @param {{ directory: string, name: string, version: string }} what
 * @param {(folder: string) => Promise<unknown>} make
 */
export async function keptBundle({ directory, name, version }, make) {
  const folder = path.join(directory, `${name}-${version}`)
  const file = path.join(folder, `${name}.mjs`)
  if (existsSync(file)) return file
  const unfinished = `${folder}.${process.pid}`
  await make(unfinished)
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another process may have been faster.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(file)) throw error
  }
  removeOutdated(directory, name, folder)
  return file
}

/**
 * What was made of older code, but for the last, of which a process that began with it may still load a part; and what
 * nobody will finish.
 */
function removeOutdated(/** @type {string} */ directory, /** @type {string} */ name, /** @type {string} */ newest) {
  const others = readdirSync(directory)
    .filter((entry) => entry.startsWith(`${name}-`))
    .map((entry) => path.join(directory, entry))
    .filter((folder) => folder !== newest)
  const makerOf = (/** @type {string} */ folder) => Number(path.extname(folder).slice(1))
  const abandoned = others.filter((folder) => makerOf(folder) && !isAlive(makerOf(folder)))
  const outdated = others.filter((folder) => !makerOf(folder)).sort((a, b) => madeAt(b) - madeAt(a))
  for (const folder of [...abandoned, ...outdated.slice(1)]) rmSync(folder, { recursive: true, force: true })
}

function madeAt(/** @type {string} */ folder) {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
