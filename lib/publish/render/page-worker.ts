import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { MissingBody } from '../../markdown/worker/cache'
import type { FinishedPage } from '../finish/finisher'
import { createFinisher, type Finisher } from '../finish/finisher'
import { openCompiledPages } from './compiled-pages'
import type { FromRenderer, PageJob, WorkerInit } from './messages'
import { UnrenderablePage } from './unrenderable-page'

const port = parentPort
if (!port) throw new Error('This file runs in a worker only')

const { directory, stylesheets, styles, warmUp } = workerData as WorkerInit
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
    else if (error instanceof UnrenderablePage) say({ kind: 'unrenderable', message: error.message })
    else say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})

function write(place: string, text: string): void {
  const folder = path.dirname(place)
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
  folders.add(folder)
  writeFileSync(place, text)
}

if (warmUp !== undefined) {
  const { finish } = await createFinisher(directory, styles)
  await finish(warmUp, await compiled.render(warmUp))
}
say({ kind: 'ready' })
