// Runs a command of this folder:  node cli/run.mjs build --clean
// A command is bundled into JavaScript, and kept until a source changes: a loader that is asked about every module takes a
// second to begin, which is more than most commands need. This file is no TypeScript, because it runs before all of that.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

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

const folder = path.join(
  directory,
  `${command}-${versionOf(['__tests__/e2e', 'bench', 'cli', 'lib', 'package-lock.json'])}`,
)
const file = path.join(folder, `${command}.mjs`)
if (!existsSync(file)) await bundle()
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

async function bundle() {
  const { build, stop } = await import('esbuild')
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const external = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !bundled.includes(name))
  const temporary = `${folder}.${process.pid}`
  await build({
    entryPoints: [source],
    outdir: temporary,
    outExtension: { '.js': '.mjs' },
    sourcemap: Boolean(process.env.DEBUG),
    external,
    // Packages of the old kind ask for others when they run.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', logLevel: 'error' },
  })
  // Its process would stay for as long as the command.
  await stop()
  try {
    renameSync(temporary, folder)
  } catch (error) {
    // Another process may have been faster.
    rmSync(temporary, { recursive: true, force: true })
    if (!existsSync(file)) throw error
  }
  // What is older than the last two: a command that began with one of them may still load a part of it.
  const madeAt = (/** @type {string} */ name) => statSync(name, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const made = readdirSync(directory).filter((name) => name.startsWith(`${command}-`))
  const byAge = made.map((name) => path.join(directory, name)).sort((a, b) => madeAt(b) - madeAt(a))
  for (const old of byAge.slice(2)) rmSync(old, { recursive: true, force: true })
}
