import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { type StartedWorker, startBundled } from '../../bundled-worker'
import { makeFolder } from '../../cache-file.mjs'
import type { View } from '../../library/views'
import { MissingBody } from '../../markdown/worker/cache'
import type { FinishedPage } from '../finish/finisher'
import { internStrings } from '../finish/finisher'
import { exportDirectory } from '../next/directories'
import { exportedFiles, nextEnvironment } from '../next/next'
import { writeView } from '../views/view-store'
import type { FromRenderer, PageJob, WorkerInit } from './messages'
import { UnrenderablePage } from './unrenderable-page'

/** Finished pages by their files, and every stylesheet they ask for. */
export type Rendered = { pages: Map<string, FinishedPage>; styles: Record<string, string> }

/** Where pages are rendered to, beside what Next has exported without a view. */
export const renderDirectory = path.resolve('.cache/rendered')

/** Begins that folder anew. */
export async function layOutForRendering(): Promise<void> {
  await rm(renderDirectory, { recursive: true, force: true })
  makeFolder(renderDirectory)
  for (const file of exportedFiles()) await cp(path.join(exportDirectory, file), path.join(renderDirectory, file))
}

/** Renders pages with what Next has compiled, and writes them as they are published. */
export type PageRenderer = {
  /** Throws with the first page that cannot be rendered, an UnrenderablePage where Next may. A view is laid out right before its page is. */
  render(jobs: (PageJob & { view(): View })[], onPage?: (done: number) => void): Promise<Rendered>
  close(): Promise<void>
}

type Options = Pick<WorkerInit, 'stylesheets' | 'styles' | 'warmUp'> & {
  /** Of all code that a page is made with. */
  fingerprint: string
  workers: number
}

// A worker that is sent them one by one waits for its next too often.
const atATime = 10

/** Its workers begin at once, before it is known what there is to render. */
export function startPageRenderer(
  { fingerprint, workers, warmUp, ...known }: Options,
  start = startBundled,
): PageRenderer {
  const workerData: WorkerInit = { directory: renderDirectory, ...known, ...(warmUp ? { warmUp } : {}) }
  const code = { entry: 'lib/publish/render/page-worker.ts', version: fingerprint }
  const env = nextEnvironment({ namesMarkup: true })
  // Most of what a page leaves behind is gone with the page: with room for it, hardly anything has to be carried along.
  const resourceLimits = { maxYoungGenerationSizeMb: 64 }
  const started = Array.from({ length: workers }, () => start(code, { workerData, env, resourceLimits }))
  return pageRendererOn(started, known.styles)
}

/** Gives pages to threads that render them. */
export function pageRendererOn(
  started: Promise<StartedWorker>[],
  knownStyles: Rendered['styles'],
  layOut = writeView,
): PageRenderer {
  // Whoever closes it does not wait for them.
  for (const worker of started) worker.catch(() => {})

  return {
    async render(jobs, onPage = () => {}) {
      const pages: Rendered['pages'] = new Map()
      const styles = { ...knownStyles }
      const waiting = [...jobs]
      const kept = internStrings()
      const work = async (worker: Worker) => {
        for (let some = waiting.splice(0, atATime); some.length; some = waiting.splice(0, atATime)) {
          for (const { view } of some) layOut(view())
          const answer = await answerOf(
            worker,
            some.map(({ path, file }) => ({ path, file })),
          )
          for (const [index, page] of answer.pages.entries())
            pages.set(some[index]?.file ?? '', { ...page, links: kept(page.links) })
          Object.assign(styles, answer.styles)
          onPage(pages.size)
        }
      }
      const workOn = ({ worker, ended }: StartedWorker) => Promise.race([work(worker), ended.then(failed)])
      await Promise.all(started.map(async (one) => workOn(await one.catch(failed))))
      return { pages, styles }
    },
    async close() {
      await Promise.all(started.map((one) => one.then(({ worker }) => worker.terminate()).catch(() => {})))
    },
  }
}

function failed(cause: Error): never {
  throw new Error(`Pages could not be rendered: ${cause.message}`, { cause })
}

function answerOf(worker: Worker, jobs: PageJob[]): Promise<Extract<FromRenderer, { kind: 'done' }>> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: FromRenderer) => {
      if (message.kind === 'done') resolve(message)
      else if (message.kind === 'missing-body') reject(new MissingBody(message.message))
      else if (message.kind === 'unrenderable') reject(new UnrenderablePage(message.message))
      else if (message.kind === 'failed') reject(new Error(message.message))
    })
    worker.postMessage(jobs)
  })
}
