import { report } from '../lib/content/report'
import { printable, printableLines } from '../lib/printable'
import { startDevSite } from '../lib/publish/dev/dev'
import { site } from '../lib/site'
import { readArguments } from './arguments'
import { portWords } from './port-words'
import { printWithheld } from './words'

readArguments('npm run dev', {})

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
  onBundled: tellChange,
  onReady: () =>
    console.log(`${site.name} is live at http://localhost:${site.port}${site.basePath}/  (Ctrl-C ends it)`),
  onEnd: (code) => process.exit(code ?? 1),
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stop().finally(() => process.exit(0)))

await started.catch((error: NodeJS.ErrnoException) => {
  console.error(portWords(error, site.port, 'npm run dev'))
  process.exit(1)
})
