import './plain-words'
import { report } from '../lib/content/report'
import { buildSite } from '../lib/publish/build'
import { whileLocked } from '../lib/publish/lock'
import { readArguments } from './arguments'
import { count, printWithheld, progressLine } from './words'

const flag = { type: 'boolean' as const, default: false }
const { values } = readArguments('npm run build -- --clean --compress --plain', {
  options: { clean: flag, compress: flag, plain: flag },
})
const started = performance.now()
const progress = progressLine()
const waitFor = (owner: number) =>
  console.error(`Another build is running here (process ${owner}); waiting for it to end.`)

try {
  const { problems, withheld, posts, published } = await whileLocked(
    () => buildSite({ onProgress: progress.show, onPlan: progress.say, ...values }),
    waitFor,
  )
  progress.end()
  console.log(report(problems, posts))
  printWithheld(withheld)
  if (published) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const { articles, pages, rendered, untidy } = published
    const done = rendered === pages ? '' : `, ${rendered.toLocaleString('en')} of them rendered`
    console.log(`Published ${count(articles, 'article')} on ${count(pages, 'page')}${done}, in ${seconds} s: out/`)
    if (untidy) console.error(`What is outdated could not be deleted: ${untidy}`)
  } else {
    console.error('Nothing was published; out/ is as it was.')
    process.exitCode = 1
  }
} catch (error) {
  progress.end()
  console.error(error instanceof Error ? error.message : error)
  console.error('Nothing was published; out/ is as it was.')
  process.exitCode = 1
}
