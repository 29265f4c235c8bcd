import { spawn } from 'node:child_process'
import { report } from '../lib/content/report'
import { printable, printableLines } from '../lib/printable'
import { startDevSite } from '../lib/publish/dev/dev'
import { site } from '../lib/site'
import { readArguments } from './arguments'
import { portWords } from './port-words'
import { printWithheld } from './words'

readArguments('npm run dev', {})

// With it ends a process that is to be begun again, as the settings are read before anything is loaded.
const again = 75
let isEnding = false
const isSecond = process.env.DEV_IS_SECOND !== undefined

const tellChange = (file?: string) => file !== undefined && console.log(`\n${printable(file)} changed.`)

const { started, stop } = startDevSite({
  port: site.port,
  onLoaded({ problems, withheld, posts }, changed) {
    tellChange(changed)
    console.log(report(problems, posts))
    printWithheld(withheld)
  },
  onFailure(error, changed) {
    tellChange(changed)
    console.error(process.env.DEBUG ? error : printableLines(error.message))
  },
  onStaleCode(files) {
    const [first = ''] = files
    const others = files.length - 1
    const [words, them] = others
      ? [`and ${others} more ${others === 1 ? 'file' : 'files'} were`, 'them']
      : ['was', 'it']
    console.log(`\n${printable(first)} ${words} changed: begin \`npm run dev\` again to see ${them}.`)
  },
  onSettings() {
    if (isEnding) return
    isEnding = true
    console.log('The settings were changed; beginning again with them.')
    // Whatever is starting is started before it can be stopped.
    started.then(stop).then(isSecond ? () => process.exit(again) : beginAgain)
  },
  onBundled: tellChange,
  onReady: () =>
    isEnding || console.log(`${site.name} is live at http://localhost:${site.port}${site.basePath}/  (Ctrl-C ends it)`),
  onEnd: (code) => process.exit(code ?? 1),
})

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
for (const signal of signals) process.on(signal, () => stop().finally(() => process.exit(0)))

await started.catch((error: NodeJS.ErrnoException) => {
  console.error(portWords(error, site.port, 'npm run dev'))
  process.exit(1)
})

/** As a process of its own, as often as it ends for it. */
function beginAgain(): void {
  const env = { ...process.env, DEV_IS_SECOND: 'yes' }
  const child = spawn(process.execPath, ['cli/run.mjs', 'dev'], { stdio: 'inherit', env })
  let isToEnd = false
  child.on('close', (code) =>
    code === again && !isToEnd ? beginAgain() : process.exit(code === again ? 0 : (code ?? 1)),
  )
  for (const signal of signals)
    process.removeAllListeners(signal).on(signal, () => {
      isToEnd = true
      child.kill(signal)
    })
}
