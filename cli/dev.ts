import { startDevSite } from '../lib/publish/dev'
import { report } from '../lib/content/report'
import { site } from '../lib/site'
import { printWithheld } from './words'

const stop = await startDevSite({
  port: site.port,
  onEdition({ problems, withheld, posts }, changed) {
    if (changed) console.log(`\n${changed} changed.`)
    console.log(report(problems, posts))
    printWithheld(withheld)
  },
  onReady: () => console.log(`${site.name} is live at http://localhost:${site.port}${site.basePath}/  (Ctrl-C ends it)`),
  onEnd: (code) => process.exit(code ?? 1),
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop().then(() => process.exit(0)))
