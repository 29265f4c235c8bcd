import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { MissingBody } from '../../markdown/cache'
import type { FinishedPage } from '../finish/finish'
import { createFinisher, type Finisher } from '../finish/finisher'
import { openCompiledPages } from './compiled-pages'
import type { Beginning, FromRenderer, PageJob } from './messages'

const port = parentPort
if (!port) throw new Error('This file runs in a worker only')

const { directory, stylesheets, styles, rehearsal } = workerData as Beginning
const say = (message: FromRenderer) => port.postMessage(message)

const compiled = openCompiledPages(stylesheets)
let finisher: Promise<Finisher> | undefined
const folders = new Set<string>()

port.on('message', async (jobs: PageJob[]) => {
  try {
    finisher ??= createFinisher(directory, styles)
    const { finish, styles: known } = await finisher
    const pages: FinishedPage[] = []
    for (const { path: page, file } of jobs) {
      const finished = await finish(file, await compiled.render(page))
      if (!finished) throw new Error(`${page} could not be finished`)
      write(path.join(directory, file), finished.text)
      pages.push(finished.page)
    }
    say({ kind: 'done', pages, styles: known() })
  } catch (error) {
    if (error instanceof MissingBody) say({ kind: 'missing-body', message: error.message })
    else say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

function write(place: string, text: string): void {
  const folder = path.dirname(place)
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
  folders.add(folder)
  writeFileSync(place, text)
}

if (rehearsal !== undefined) {
  const { finish } = await createFinisher(directory, styles)
  await finish(rehearsal, await compiled.render(rehearsal))
}
say({ kind: 'ready' })
