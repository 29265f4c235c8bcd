import { isError } from '../content/problem'
import { MissingBody } from '../markdown/cache'
import type { BuildOptions, Built } from './build'
import { compiledWith } from './compiled'
import { readEdition } from './edition'
import { nextInternals } from './finish/next-internals'
import { forgetBodies, forgetEverything } from './forget'
import { buildAll } from './full-build'
import type { Job, Published } from './job'
import { buildChanges } from './partial-build'
import { differenceFrom, isNothing, type Plan, planOf, routesOf } from './plan'
import { currentRelease, type ReleaseRecord, readRecord } from './release-record'
import { type PageRenderer, startPageRenderer } from './render/page-renderer'
import { prepareStage } from './stage'

type Options = Required<BuildOptions>

/** What is published, where it was made with the same code and its pages can be kept; or why nothing of it can be. */
type Known = { current: string; record: ReleaseRecord; renderer: PageRenderer } | { reason: string }

/** Reads everything, and publishes what differs from what is published. */
export async function rebuild(options: Options, madeWith: string): Promise<Built> {
  if (options.clean) await forgetEverything()
  const known = await knownOf(options, madeWith)
  try {
    return await readAndPublish(options, madeWith, known)
  } catch (error) {
    if (!(error instanceof MissingBody)) throw error
    options.onPlan(`${error.message} All articles are rendered again.`)
    await forgetBodies()
    return await readAndPublish(options, madeWith, known)
  } finally {
    if ('renderer' in known) await known.renderer.close()
  }
}

async function readAndPublish(options: Options, madeWith: string, known: Known): Promise<Built> {
  const edition = await readEdition(options.onProgress, { alone: true })
  const { problems, withheld, posts } = edition
  if (problems.some(isError)) return { problems, withheld, posts }
  await prepareStage(madeWith)
  const published = await publish({ ...options, edition, plan: planOf(edition), madeWith }, known)
  return { problems, withheld, posts, published }
}

async function publish(job: Job, known: Known): Promise<Published> {
  const { plan, edition } = job
  if ('reason' in known) return buildAll(job, known.reason)
  if (lacksRoute(plan, known.record)) return buildAll(job, 'the last page of a kind has gone')
  const difference = differenceFrom(known.record, plan)
  if (isNothing(difference)) {
    job.onPlan('Nothing that is published has changed.')
    return { articles: edition.library.entries.length, pages: plan.pages.size, rendered: 0 }
  }
  try {
    return await buildChanges(job, { ...known, difference })
  } catch (error) {
    if (error instanceof MissingBody) throw error
    // Whatever it was, it may lie in what earlier builds left behind; a build of everything tells.
    await known.renderer.close()
    return buildAll(job, `what has changed could not be made alone (${error instanceof Error ? error.message : error})`)
  }
}

async function knownOf({ plain, clean }: Options, madeWith: string): Promise<Known> {
  if (clean) return { reason: 'as asked' }
  if (plain) return { reason: 'pages are published as Next makes them' }
  const current = await currentRelease()
  const record = current === undefined ? undefined : await readRecord(current)
  if (current === undefined || !record) return { reason: 'nothing is known of what is published' }
  if (record.madeWith !== madeWith) return { reason: 'the code, a package or a setting has changed' }
  if (record.onlyByNext) return { reason: 'only Next can render one of them' }
  if ((await compiledWith()) !== madeWith) return { reason: 'the compiled code is not that of what is published' }
  return { current, record, renderer: startRenderer(madeWith, record) }
}

// Its stylesheet may be gone with it.
function lacksRoute(plan: Plan, { routes }: ReleaseRecord): boolean {
  const planned = routesOf(plan)
  return !routes.every((route) => planned.includes(route))
}

/** One worker is enough for a few pages, and begins while posts are read. */
const startRenderer = (madeWith: string, { styles }: ReleaseRecord): PageRenderer =>
  startPageRenderer({ madeWith, workers: 1, directory: nextInternals.exportDirectory, styles })
