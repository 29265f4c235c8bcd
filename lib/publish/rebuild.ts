import { rm } from 'node:fs/promises'
import { isError } from '../content/problem'
import { MissingBody } from '../markdown/cache'
import type { BuildOptions, Built } from './build'
import { compiledWith } from './compiled'
import { readEdition } from './edition'
import { clearRendered } from './finish/clear-rendered'
import { nextInternals } from './finish/next-internals'
import { forgetBodies, forgetEverything } from './forget'
import { buildAll } from './full-build'
import type { Job, Published } from './job'
import { type Renderer, startRendering } from './next'
import { buildChanges } from './partial-build'
import { differenceFrom, isNothing, type Plan, planOf, routesOf } from './plan'
import { currentRelease, type ReleaseRecord, readRecord } from './release-record'
import { prepareStage } from './stage'
import { withdrawPlan } from './view-store'

type Options = Required<BuildOptions>

/** What is published, where it was made with the same code and its pages can be kept; or why nothing of it can be. */
type Known = { current: string; record: ReleaseRecord } | { reason: string }

/** Reads everything, and publishes what differs from what is published. */
export async function rebuild(options: Options, madeWith: string): Promise<Built> {
  if (options.clean) await forgetEverything()
  const known = await knownOf(options, madeWith)
  const ahead = 'reason' in known ? undefined : await renderAhead()
  try {
    return await readAndPublish(options, madeWith, known, ahead)
  } catch (error) {
    if (!(error instanceof MissingBody)) throw error
    options.onPlan(`${error.message} All articles are rendered again.`)
    await forgetBodies()
    return readAndPublish(options, madeWith, known)
  } finally {
    ahead?.stop()
  }
}

async function readAndPublish(options: Options, madeWith: string, known: Known, ahead?: Renderer): Promise<Built> {
  const edition = await readEdition(options.onProgress, { alone: true })
  const { problems, withheld, posts } = edition
  if (problems.some(isError)) return { problems, withheld, posts }
  await prepareStage(madeWith)
  const published = await publish({ ...options, edition, plan: planOf(edition), madeWith, ahead }, known)
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
  if (record.hydrates) return { reason: 'a page keeps Next’s runtime' }
  if ((await compiledWith()) !== madeWith) return { reason: 'the compiled code is not that of what is published' }
  return { current, record }
}

// Its stylesheet may be gone with it.
function lacksRoute(plan: Plan, { routes }: ReleaseRecord): boolean {
  const planned = routesOf(plan)
  return !routes.every((route) => planned.includes(route))
}

/** Starts Next while posts are read: it needs as long to begin as they take. */
async function renderAhead(): Promise<Renderer> {
  await Promise.all([
    withdrawPlan(),
    clearRendered(),
    // Next would look for the pages that it names.
    rm(nextInternals.prerenderManifest, { force: true }),
    rm(nextInternals.exportDirectory, { recursive: true, force: true }),
  ])
  return startRendering({ compiled: true, namesMarkup: true, ahead: true })
}
