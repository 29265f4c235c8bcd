// Runs a command of this folder:  node cli/run.mjs build --clean
// This file is no TypeScript, because it runs before the command is bundled into JavaScript.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cachedBundle, forNode } from '../lib/bundle-cache.mjs'
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
const file = await cachedBundle({ directory, name: command, version }, bundle)
process.argv = [program, file, ...words]
await import(pathToFileURL(file).href)

async function bundle(/** @type {string} */ outdir) {
  const { build, stop } = await import('esbuild')
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const external = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !bundled.includes(name))
  await build({ ...forNode, entryPoints: [source], outdir, external, sourcemap: Boolean(process.env.DEBUG) })
  // Its process would stay for as long as the command.
  await stop()
}
