// Runs a command of this folder:  node cli/run.mjs build --clean
// This file is no TypeScript, because it runs before the command is bundled into JavaScript.
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cachedBundle, forNode } from '../lib/bundle-cache.mjs'
import { readCacheJson, writeCacheFile } from '../lib/cache-file.mjs'
import { readEnvFiles } from '../lib/environment.mjs'
import { filesFingerprint, programFingerprint } from '../lib/fingerprint/program.mjs'
import { sourceFiles } from '../lib/fingerprint/source-files.mjs'

// Whatever ends a command, a wrong setting too, is told in words.
process.on('uncaughtException', (error) => {
  console.error(process.env.DEBUG ? error : error.message)
  process.exit(1)
})

const directory = path.resolve('.cache/commands')
// Packages of hundreds of small files, which nearly every command loads.
const bundled = ['fastest-levenshtein', 'gray-matter', 'htmlparser2', 'yaml', 'zod']
const [program = '', , command = '', ...words] = process.argv
const source = path.resolve('cli', `${command}.ts`)
if (!existsSync(source)) {
  console.error(`There is no command "${command}". Those there are stand in package.json, under "scripts".`)
  process.exit(2)
}

// `dev` works in a folder of its own. Said here, since a bundle may evaluate its modules in another order.
if (command === 'dev') process.env.SITE_STAGE = 'dev'

readEnvFiles(command === 'dev' ? 'development' : 'production')

const sources = sourceFiles(['__tests__/e2e', 'bench', 'cli', 'lib'])
const version = filesFingerprint([...sources, 'package.json']).slice(0, 8) + programFingerprint().slice(0, 8)
const { text, errors } = await settings()
// Some tell them together with all else that is wrong in the posts; a new magazine gets settings of its own.
const needsThem = !['build', 'check', 'dev'].includes(command) && !(command === 'new' && words.includes('--magazine'))
if (errors.length && needsThem) throw new Error(errors.join('\n'))
process.env.SITE_SETTINGS = text
const file = await fileToRun(source)
process.argv = [program, file, ...words]
await import(pathToFileURL(file).href)

/**
 * Reads what the magazine says of itself before anything else, for all processes that follow. What was read is kept: to load
 * what reads YAML takes longer than all that a build does where nothing has changed.
 * @returns {Promise<{ text: string, errors: string[] }>}
 */
async function settings() {
  const folders = [process.env.POSTS_DIR || 'posts', 'posts'].map((folder) => path.resolve(folder))
  const files = folders.map((folder) => path.join(folder, '_site.yml'))
  const key = [version, ...files.map((file) => `${file} ${written(file)}`)].join('\n')
  const kept = path.resolve('.cache/settings.json')
  const known = /** @type {{ key: string, text: string } | undefined} */ (readCacheJson(kept))
  if (known?.key === key) return { text: known.text, errors: [] }
  const { settingsText } = await import(pathToFileURL(await fileToRun('lib/content/settings-file.ts')).href)
  const read = settingsText(folders)
  if (!read.errors.length) writeCacheFile(kept, JSON.stringify({ key, text: read.text }))
  return read
}

/** What stands in a file. What is none, as a pipe, is not opened: whoever reads the settings says so. */
function written(/** @type {string} */ file) {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, 'utf8') : undefined
  } catch {
    return undefined
  }
}

/** The file to run in place of one of TypeScript. */
function fileToRun(/** @type {string} */ source) {
  const name = path.basename(source, '.ts')
  return cachedBundle({ directory, name, version }, (outdir) => bundle(source, outdir))
}

async function bundle(/** @type {string} */ source, /** @type {string} */ outdir) {
  const { build, stop } = await import('esbuild')
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const external = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !bundled.includes(name))
  await build({ ...forNode, entryPoints: [source], outdir, external, sourcemap: Boolean(process.env.DEBUG) })
  // Its process would stay for as long as the command.
  await stop()
}
