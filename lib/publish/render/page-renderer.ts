import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { silence, startBundled } from '../../bundled-worker'
import type { View } from '../../library/views'
import { MissingBody } from '../../markdown/cache'
import type { FinishedPage } from '../finish/finish'
import { keeper } from '../finish/finisher'
import { nextInternals } from '../finish/next-internals'
import { nextEnvironment } from '../next'
import { writeView } from '../view-store'
import type { Beginning, FromRenderer, PageJob } from './messages'

/** Finished pages by their files, and every stylesheet they ask for. */
export type Rendered = { pages: Map<string, FinishedPage>; styles: Record<string, string> }

/** Where pages are rendered to, beside what Next has exported without a view. */
export const renderDirectory = path.resolve('.cache/rendered')

/** Begins that folder anew. */
export async function layOutForRendering(): Promise<void> {
  await rm(renderDirectory, { recursive: true, force: true })
  await cp(nextInternals.exportDirectory, renderDirectory, { recursive: true })
}

/** Renders pages with what Next has compiled, and writes them as they are published. */
export type PageRenderer = {
  /** Throws with the first page that cannot be rendered. A view is laid out right before its page is. */
  render(jobs: (PageJob & { view(): View })[], onPage?: (done: number) => void): Promise<Rendered>
  close(): Promise<void>
}

type Options = Pick<Beginning, 'stylesheets' | 'styles' | 'rehearsal'> & {
  /** Of all code that a page is made with. */
  madeWith: string
  workers: number
}

// A worker that is sent them one by one waits for its next too often.
const atATime = 10

/** Its workers begin at once, before it is known what there is to render. */
export function startPageRenderer({ madeWith, workers, rehearsal, ...known }: Options): PageRenderer {
  const workerData: Beginning = { directory: renderDirectory, ...known, ...(rehearsal ? { rehearsal } : {}) }
  const code = { entry: 'lib/publish/render/page-worker.ts', version: madeWith }
  const env = { ...nextEnvironment({ namesMarkup: true }), NODE_ENV: 'production' as const }
  // Most of what a page leaves behind is gone with the page: with room for it, hardly anything has to be carried along.
  const resourceLimits = { maxYoungGenerationSizeMb: 64 }
  const started = Array.from({ length: workers }, () => startBundled(code, { workerData, env, resourceLimits }))
  // Whoever closes it does not wait for them.
  for (const worker of started) worker.catch(() => {})

  return {
    async render(jobs, onPage = () => {}) {
      const pages: Rendered['pages'] = new Map()
      const styles = { ...known.styles }
      const waiting = [...jobs]
      const kept = keeper()
      const work = async (worker: Worker) => {
        for (let some = waiting.splice(0, atATime); some.length; some = waiting.splice(0, atATime)) {
          for (const { view } of some) writeView(view())
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
      await Promise.all(started.map(async (worker) => work(await worker)))
      return { pages, styles }
    },
    async close() {
      await Promise.all(started.map((worker) => worker.then((one) => one.terminate()).catch(() => {})))
    },
  }
}

function answerOf(worker: Worker, jobs: PageJob[]): Promise<Extract<FromRenderer, { kind: 'done' }>> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      silence(worker)
      settle()
    }
    worker.on('message', (message: FromRenderer) => {
      if (message.kind === 'done') end(() => resolve(message))
      else if (message.kind === 'missing-body') end(() => reject(new MissingBody(message.message)))
      else if (message.kind === 'failed') end(() => reject(new Error(message.message)))
    })
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', () => end(() => reject(new Error('A worker that renders pages ended by itself'))))
    worker.postMessage(jobs)
  })
}
