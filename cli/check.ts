import { existsSync } from 'node:fs'
import path from 'node:path'
import { applyFixes, wordsOfFix } from '../lib/addresses/fixes'
import { type ReportFormat, report } from '../lib/content/report'
import { loadSite } from '../lib/load/loaded-site'
import { printable } from '../lib/printable'
import { isError } from '../lib/problem'
import { publishedSite } from '../lib/publish/release/published-site'
import { site } from '../lib/site'
import { readArguments, refuse } from './arguments'
import { printWithheld, progressLine } from './words'

const usage = 'npm run check -- --all --fix --format text|json|github posts/some-words.md'
const { values, positionals } = readArguments(usage, {
  options: {
    format: { type: 'string', default: 'text' },
    all: { type: 'boolean', default: false },
    fix: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})

const isFormat = (text: string): text is ReportFormat => ['text', 'json', 'github'].includes(text)
if (!isFormat(values.format)) refuse(`There is no format "${values.format}"; choose text, json or github`, usage)
for (const file of positionals) if (!isPost(file)) refuse(`${file} is no file of ${site.postsDirectory}`, usage)

const progress = progressLine()
const options = { onProgress: progress.show, published: publishedSite }
let loaded = await loadSite(options)
progress.end()
if (values.fix) await fixAll()
const { problems, withheld, posts } = loaded
const wanted = new Set(positionals.map((file) => path.resolve(file)))
// All posts are read even when some are named: a link or a slug is only right or wrong among the others.
const shown = wanted.size ? problems.filter(({ file }) => wanted.has(path.resolve(file))) : problems
console.log(report(shown, wanted.size || posts, values.format, { all: values.all }))
if (values.format === 'text') printWithheld(withheld)
process.exitCode = shown.some(isError) ? 1 : 0

/** In rounds, for what is missing on a page shows when the page is found. */
async function fixAll(): Promise<void> {
  for (let round = 0; round < 5 && (await fix()) > 0; round++) {
    loaded = await loadSite(options)
    progress.end()
  }
}

async function fix(): Promise<number> {
  const written = await applyFixes(loaded.fixes)
  for (const fix of written) console.error(`Written: ${printable(wordsOfFix(fix))}`)
  return written.length
}

function isPost(file: string): boolean {
  return existsSync(file) && path.resolve(file).startsWith(site.postsDirectory + path.sep)
}
