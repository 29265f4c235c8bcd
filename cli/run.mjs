// Runs a command of this folder:  node cli/run.mjs build --clean
// This file is no TypeScript, because it runs before the command is bundled into JavaScript.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { forNode, keptBundle } from '../lib/kept-bundle.mjs'

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

const version = versionOf(['__tests__/e2e', 'bench', 'cli', 'lib', 'package-lock.json'])
const file = await keptBundle({ directory, name: command, version }, bundle)
process.argv = [program, file, ...words]
await import(pathToFileURL(file).href)

/** Changes when a file does, is added or goes: by its time and size. */
function versionOf(/** @type {string[]} */ names) {
  const hash = createHash('sha256')
  for (const name of names.flatMap(filesAt)) {
    const { mtimeMs, size } = statSync(name)
    hash.update(`${name} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** @returns {string[]} */
function filesAt(/** @type {string} */ name) {
  const found = statSync(name, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found ? [name] : []
  return readdirSync(name).flatMap((entry) => filesAt(path.join(name, entry)))
}

async function bundle(/** @type {string} */ outdir) {
  const { build, stop } = await import('esbuild')
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const external = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !bundled.includes(name))
  await build({ ...forNode, entryPoints: [source], outdir, external, sourcemap: Boolean(process.env.DEBUG) })
  // Its process would stay for as long as the command.
  await stop()
}
