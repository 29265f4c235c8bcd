import { spawnSync } from 'node:child_process'
import { ChangedSettings, codeStat } from '../lib/fingerprint/code'
import { printableLines } from '../lib/printable'
import { buildSite } from '../lib/publish/build/build'
import type { BuildOptions, Built } from '../lib/publish/build/build-context'
import { whileLocked } from '../lib/publish/build/lock'
import { prepareNextBuild } from '../lib/publish/build/prepare-next'
import { readArguments, refuse } from './arguments'
import { count, printWithheld, progressLine, waitingFor } from './words'

const usage = 'npm run build [-- --clean --compress --plain], or npm run build -- --rollback'
const flag = { type: 'boolean' as const, default: false }
const { values } = readArguments(usage, { options: { clean: flag, compress: flag, plain: flag, rollback: flag } })
const { rollback, ...options } = values
if (rollback && Object.values(options).includes(true)) refuse('To go back, nothing is built', usage)

// This program is of that code. It may wait long for another build.
const ownCode = codeStat()
let hasWaited = false
const started = performance.now()
const progress = progressLine()

try {
  const isOutdated = await whileLocked('build', buildUnlessOutdated, (...owner) => {
    hasWaited = true
    waitingFor('build')(...owner)
  })
  if (isOutdated) beginAgain()
} catch (error) {
  progress.end()
  console.error(error instanceof Error ? printableLines(error.message) : error)
  console.error('Nothing was published; out/ is as it was.')
  process.exitCode = 1
}

async function buildUnlessOutdated(): Promise<boolean> {
  if (hasWaited && codeStat() !== ownCode) return true
  try {
    await (rollback ? goBack() : build(options))
    return false
  } catch (error) {
    // They were read before this program was loaded.
    if (error instanceof ChangedSettings) return true
    throw error
  }
}

function beginAgain(): void {
  progress.end()
  console.error('The code or the settings were changed meanwhile; beginning again with them.')
  const words = ['cli/run.mjs', 'build', ...process.argv.slice(2)]
  process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1
}

async function build(options: BuildOptions): Promise<void> {
  const built = await buildSite({ onProgress: progress.show, onPlan: progress.say, codeStat: ownCode, ...options })
  progress.end()
  console.log(built.report)
  printWithheld(built.withheld)
  if (!built.published) {
    console.error('Nothing was published; out/ is as it was.')
    process.exitCode = 1
    return
  }
  printPublished(built.published)
  if (built.addresses) printAddresses(built.addresses)
  if (built.published.lacksBase) await prepareNext()
}

async function prepareNext(): Promise<void> {
  const failure = await prepareNextBuild(progress.show)
  progress.end()
  if (failure) console.error(`The next build will take longer: ${failure}`)
}

function printPublished({ articles, pages, rendered, cleanupError }: NonNullable<Built['published']>): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const done = rendered === pages ? '' : `, ${rendered.toLocaleString('en')} of them rendered`
  console.log(`Published ${count(articles, 'article')} on ${count(pages, 'page')}${done}, in ${seconds} s: out/`)
  if (cleanupError) console.error(`What is outdated could not be deleted: ${cleanupError}`)
}

function printAddresses({ file, added, failure }: NonNullable<Built['addresses']>): void {
  if (failure) console.error(`${count(added, 'new address', 'new addresses')} could not be kept in ${file}: ${failure}`)
  else if (added > 0)
    console.log(`${count(added, 'new address', 'new addresses')} in ${file}: commit it with the posts.`)
}

async function goBack(): Promise<void> {
  const { rollBack } = await import('../lib/publish/build/rollback')
  const made = (await rollBack()).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'medium' })
  console.log(`out/ is again as it was published on ${made}. The next build publishes the posts as they are then.`)
  await prepareNext()
}
