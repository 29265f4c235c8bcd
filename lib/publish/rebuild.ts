import { listPosts } from '../content/files'
import { isError } from '../content/problem'
import { MissingBody } from '../markdown/cache'
import { site } from '../site'
import type { BuildOptions, Built } from './build'
import { compile } from './compile'
import { compiledOf } from './compiled'
import { readEdition } from './edition'
import { forgetBodies, forgetEverything } from './forget'
import { buildAll } from './full-build'
import type { Job, Published } from './job'
import { buildChanges } from './partial-build'
import { differenceFrom, isNothing, type Plan, planOf, routesOf } from './plan'
import { currentRelease, type ReleaseRecord, readRecord } from './release-record'
import { type PageRenderer, startPageRenderer } from './render/page-renderer'
import { sampleViews } from './render/samples'
import { prepareStage } from './stage'
import { clearViews, writeView } from './view-store'

type Options = Required<BuildOptions>

const many = 2000

/** What is published, where it was made with the same code and its pages can be kept. */
type KnownRelease = { current: string; record: ReleaseRecord; renderer: PageRenderer }

/** That; or why nothing of it can be kept. */
type Known = KnownRelease | { reason: string }

/** Reads everything, and publishes what differs from what is published. */
export async function rebuild(options: Options, madeWith: string): Promise<Built> {
  if (options.clean) await forgetEverything()
  await prepareStage(madeWith)
  try {
    return await readAndPublish(options, madeWith)
  } catch (error) {
    if (!(error instanceof MissingBody)) throw error
    options.onPlan(`${error.message} All articles are rendered again.`)
    await forgetBodies()
    return await readAndPublish(options, madeWith)
  }
}

async function readAndPublish(options: Options, madeWith: string): Promise<Built> {
  const known = await knownOf(options, madeWith)
  // A writer's mistake is told before anything is compiled, but Next and thousands of posts do not belong into memory together.
  if ('reason' in known && listPosts(site.postsDirectory).posts.length > many) await compile({ ...options, madeWith })
  try {
    const edition = await readEdition(options.onProgress, { alone: true, warm: 'renderer' in known })
    const { problems, withheld, posts } = edition
    if (problems.some(isError)) return { problems, withheld, posts }
    const published = await publish({ ...options, edition, plan: planOf(edition, madeWith), madeWith }, known)
    return { problems, withheld, posts, published }
  } finally {
    if ('renderer' in known) await Promise.all([known.renderer.close(), clearViews()])
  }
}

async function publish(job: Job, known: Known): Promise<Published> {
  const { plan, edition } = job
  if ('reason' in known) return buildAll(job, known.reason)
  if (lacksRoute(plan, known.record)) return buildEverything(job, known, 'the last page of a kind has gone')
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
    const told = error instanceof Error ? error.message : error
    return buildEverything(job, known, `what has changed could not be made alone (${told})`)
  }
}

async function buildEverything(job: Job, { renderer }: KnownRelease, reason: string): Promise<Published> {
  await renderer.close()
  return buildAll(job, reason)
}

async function knownOf(options: Options, madeWith: string): Promise<Known> {
  const current = await currentRelease()
  const record = current === undefined ? undefined : await readRecord(current)
  const reason = await reasonForAll(options, madeWith, record)
  if (current !== undefined && record && reason === undefined)
    return { current, record, renderer: startRenderer(madeWith, record) }
  return { reason: reason ?? unknown }
}

const unknown = 'nothing is known of what is published'

async function reasonForAll({ plain, clean }: Options, madeWith: string, record: ReleaseRecord | undefined) {
  if (clean) return 'as asked'
  if (plain) return 'pages are published as Next makes them'
  if (!record) return unknown
  if (record.madeWith !== madeWith) return 'the code, a package or a setting has changed'
  if (record.onlyByNext) return 'only Next can render one of them'
  if (!(await compiledOf(madeWith))) return 'the compiled code is not that of what is published'
}

// Its stylesheet may be gone with it.
function lacksRoute(plan: Plan, { routes }: ReleaseRecord): boolean {
  const planned = routesOf(plan)
  return !routes.every((route) => planned.includes(route))
}

/** One worker is enough for a few pages. It begins, and rehearses, while posts are read. */
function startRenderer(madeWith: string, { styles }: ReleaseRecord): PageRenderer {
  const sample = sampleViews().find(({ kind }) => kind === 'article')
  if (sample) writeView(sample)
  return startPageRenderer({ madeWith, workers: 1, styles, ...(sample ? { rehearsal: sample.path } : {}) })
}
