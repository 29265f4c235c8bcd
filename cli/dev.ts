import './plain-words'
import { report } from '../lib/content/report'
import { startDevSite } from '../lib/publish/dev'
import { site } from '../lib/site'
import { readArguments } from './arguments'
import { printWithheld } from './words'

readArguments('npm run dev', {})

const stop = await startDevSite({
  port: site.port,
  onEdition({ problems, withheld, posts }, changed) {
    if (changed) console.log(`\n${changed} changed.`)
    console.log(report(problems, posts))
    printWithheld(withheld)
  },
  onReady: () =>
    console.log(`${site.name} is live at http://localhost:${site.port}${site.basePath}/  (Ctrl-C ends it)`),
  onEnd: (code) => process.exit(code ?? 1),
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop().then(() => process.exit(0)))
