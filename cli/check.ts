import path from 'node:path'
import { parseArgs } from 'node:util'
import { isError } from '../lib/content/problem'
import { type ReportFormat, report } from '../lib/content/report'
import { readEdition } from '../lib/publish/edition'
import { printWithheld, progressLine } from './words'

const { values, positionals } = parseArgs({ options: { format: { type: 'string', default: 'text' } }, allowPositionals: true })

const isFormat = (text: string): text is ReportFormat => ['text', 'json', 'github'].includes(text)
if (!isFormat(values.format)) {
  console.error(`There is no format "${values.format}". Choose text, json or github:  npm run check -- --format github`)
  process.exit(2)
}

const progress = progressLine()
const { problems, withheld, posts } = await readEdition(progress.show)
progress.end()
const wanted = new Set(positionals.map((file) => path.resolve(file)))
// All posts are read even when some are named: a link or a slug is only right or wrong among the others.
const shown = wanted.size ? problems.filter(({ file }) => wanted.has(path.resolve(file))) : problems
console.log(report(shown, wanted.size || posts, values.format))
if (values.format === 'text') printWithheld(withheld)
process.exitCode = shown.some(isError) ? 1 : 0
