import { report } from '../lib/content/report'
import { startDevSite } from '../lib/publish/dev/dev'
import { site } from '../lib/site'
import { readArguments } from './arguments'
import { portWords } from './port-words'
import { printWithheld } from './words'

readArguments('npm run dev', {})

const tellChange = (file?: string) => file !== undefined && console.log(`\n${file} changed.`)

const { started, stop } = startDevSite({
  port: site.port,
  onEdition({ problems, withheld, posts }, changed) {
    tellChange(changed)
    console.log(report(problems, posts))
    printWithheld(withheld)
  },
  onFailure(error, changed) {
    tellChange(changed)
    console.error(process.env.DEBUG ? error : error.message)
  },
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
