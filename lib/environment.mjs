// This file is no TypeScript, because variables are read before a command is bundled.
import path from 'node:path'
import * as env from '@next/env'

// Node gives a module of the old kind as a default, other loaders by its names.
/** @type {typeof env} */
const { loadEnvConfig } = Reflect.get(env, 'default') ?? env

/**
 * Reads `.env.local`, `.env` and their like, the same as Next would, so that all of a build sees one set of variables. One
 * that is set already keeps its value. Asked again, it says what was read. Throws with a file that cannot be read.
 * @param {'development' | 'production'} mode
 */
export function readEnvFiles(mode) {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = mode
  const log = { info() {}, error: refuse }
  const { loadedEnvFiles } = loadEnvConfig(path.resolve('.'), mode === 'development', log)
  if (NODE_ENV === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = NODE_ENV
  return loadedEnvFiles
}

/** @returns {never} */
function refuse(/** @type {string} */ message) {
  throw new Error(message)
}

// Each is read in one place, and enters by what is made of it.
const ownSettings = [
  'PORT',
  'POSTS_DIR',
  'SITE_BASE_PATH',
  'SITE_MARKUP',
  'SITE_NOW',
  'SITE_SETTINGS',
  'SITE_STAGE',
  'SITE_URL',
]

/**
 * The variables that a page may read: those of `.env` files, and whatever begins with `SITE_` or `NEXT_PUBLIC_`. Of the
 * others a machine has dozens, and every build would be another.
 */
export function pageVariables() {
  const inFiles = loadEnvConfig(path.resolve('.')).loadedEnvFiles.flatMap((file) => Object.keys(file.env))
  const begun = Object.keys(process.env).filter((name) => /^(?:SITE|NEXT_PUBLIC)_/.test(name))
  const names = [...new Set([...inFiles, ...begun])].filter((name) => !ownSettings.includes(name))
  return Object.fromEntries(names.sort().flatMap((name) => setting(name)))
}

/** @returns {[name: string, value: string][]} */
function setting(/** @type {string} */ name) {
  const value = process.env[name]
  return value === undefined ? [] : [[name, value]]
}

// What a program needs to run, and what says how it talks.
const ofSystem =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|TERM|TMPDIR|TE?MP|TZ|LANG|LANGUAGE|LC_\w+|LD_LIBRARY_PATH|NODE_(?:OPTIONS|EXTRA_CA_CERTS|ICU_DATA)|SYSTEMROOT|CI)$/i

/** Everything that a process which makes pages is given of the environment. */
export function pageEnvironment() {
  const names = Object.keys(process.env).filter((name) => ofSystem.test(name))
  return {
    ...Object.fromEntries([...names, 'SITE_URL', 'SITE_SETTINGS', 'SITE_STAGE'].flatMap(setting)),
    ...pageVariables(),
  }
}
