import { listPosts } from '../content/files'
import { ChangedPost } from '../content/post-cache'
import { isError } from '../content/problem'
import { mostWorkers } from '../markdown/body-workers'
import { MissingBody } from '../markdown/cache'
import { site } from '../site'
import type { BuildOptions, Built } from './build'
import { compile } from './compile'
import { type Compiled, compiledOf, type Rendering } from './compiled'
import { createReader, type Edition, type Reader } from './edition'
import { forgetBodies, forgetEverything, forgetMixture } from './forget'
import { buildAll } from './full-build'
import type { Inputs } from './inputs'
import type { Job, Published } from './job'
import { ChangedCode, codeStamp } from './made-with'
import { type Before, buildChanges } from './partial-build'
import { differenceFrom, isNothing, type Plan, planOf, routesOf } from './plan'
import { currentRelease, type ReleaseRecord, readRecord } from './release-record'
import { type PageRenderer, startPageRenderer } from './render/page-renderer'
import { sampleViews } from './render/samples'
import { prepareStage } from './stage'
import { clearViews, writeView } from './view-store'

export { ChangedPost }

type Options = Required<BuildOptions> & Pick<Inputs, 'stampAt'> & Pick<Job, 'codeStamp'>

const many = 2000

/** Reads everything, and publishes what differs from what is published. */
export async function rebuild(options: Options, madeWith: string): Promise<Built> {
  if (options.clean) await forgetEverything()
  await prepareStage(madeWith)
  try {
    return await readAndPublish(options, madeWith)
  } catch (error) {
    // Whatever it was that failed.
    if (codeStamp() !== options.codeStamp) await forgetMixture()
    if (!(error instanceof MissingBody)) throw error
    options.onPlan(`${error.message} All articles are rendered again.`)
    await forgetBodies()
    return await readAndPublish(options, madeWith)
  }
}

async function readAndPublish(options: Options, madeWith: string): Promise<Built> {
  const built = await keepAndPublish(options, madeWith)
  return 'reason' in built ? publishAnew(options, madeWith, built.reason) : built
}

/** Keeps what has not changed of what is published; or says why nothing of it can be kept. */
async function keepAndPublish(options: Options, madeWith: string): Promise<Built | { reason: string }> {
  const current = await currentRelease()
  if (current === undefined || options.clean || options.plain)
    return { reason: reasonForAll(options, madeWith) ?? unknown }
  const reader = createReader(options)
  // Most likely a post has changed: the sooner a worker begins, the better. Where none can, the first body will tell.
  const warm = reader.warm().catch(() => {})
  const [record, compiled] = await Promise.all([readRecord(current), compiledOf(madeWith)])
  const reason = reasonForAll(options, madeWith, record, compiled)
  if (!record || !compiled || compiled.onlyByNext || reason !== undefined) {
    await Promise.all([warm, reader.close()])
    return { reason: reason ?? unknown }
  }
  const renderer = startRenderer(madeWith, record, compiled)
  try {
    const edition = await readAll(reader)
    return await publish(options, madeWith, edition, (job) => publishChanges(job, { current, record, renderer }))
  } finally {
    // A worker that has not begun yet still wants to rehearse.
    await renderer.close()
    await clearViews()
  }
}

async function publishAnew(options: Options, madeWith: string, reason: string): Promise<Built> {
  const edition = await readAnew(options, madeWith)
  return publish(options, madeWith, edition, (job) => buildAll(job, reason))
}

/** A writer's mistake is told before anything is compiled, but where reading takes long, Next compiles meanwhile. */
async function readAnew(options: Options, madeWith: string): Promise<Edition> {
  if (listPosts(site.postsDirectory).posts.length <= many) return readAll(createReader(options))
  let compiling = true
  const compiled = compile({ ...options, madeWith }).finally(() => {
    compiling = false
  })
  // Next needs a core, and as much memory as several workers.
  const reading = readAll(createReader({ ...options, workers: () => (compiling ? 1 : mostWorkers) }))
  // What fails is told when both have ended: a body that is rendered is not rendered in vain.
  await Promise.allSettled([reading, compiled])
  await compiled
  return reading
}

async function readAll(reader: Reader): Promise<Edition> {
  try {
    const edition = await reader.read()
    await reader.sweep()
    return edition
  } finally {
    await reader.close()
  }
}

/** Publishes an edition that has no mistake in it. */
async function publish(
  options: Options,
  madeWith: string,
  edition: Edition,
  build: (job: Job) => Promise<Published>,
): Promise<Built> {
  const { problems, withheld, posts } = edition
  if (problems.some(isError)) return { problems, withheld, posts }
  const published = await build({ ...options, edition, plan: planOf(edition, madeWith), madeWith })
  return { problems, withheld, posts, published }
}

/** Publishes what differs from what is published. */
async function publishChanges(job: Job, known: Omit<Before, 'difference'>): Promise<Published> {
  const { plan, edition, onPlan } = job
  const { record, renderer } = known
  const buildEverything = async (reason: string) => {
    await renderer.close()
    return buildAll(job, reason)
  }
  if (lacksRoute(plan, record)) return buildEverything('the last page of a kind has gone')
  const difference = differenceFrom(record, plan)
  if (isNothing(difference)) {
    onPlan('Nothing that is published has changed.')
    return { articles: edition.library.entries.length, pages: plan.pages.size, rendered: 0 }
  }
  try {
    return await buildChanges(job, { ...known, difference })
  } catch (error) {
    if (notByItself.some((kind) => error instanceof kind)) throw error
    // Whatever it was, it may lie in what earlier builds left behind; a build of everything tells.
    const told = error instanceof Error ? error.message : error
    return buildEverything(`what has changed could not be made alone (${told})`)
  }
}

// What a build of everything would meet again.
const notByItself = [ChangedCode, ChangedPost, MissingBody]

const unknown = 'nothing is known of what is published'

/** Why nothing of what is published can be kept, if there is a reason. */
function reasonForAll(
  { plain, clean }: Options,
  madeWith: string,
  record?: ReleaseRecord,
  compiled?: Compiled,
): string | undefined {
  if (clean) return 'as asked'
  if (plain) return 'pages are published as Next makes them'
  if (!record) return unknown
  if (record.madeWith !== madeWith) return 'the code, a package or a setting has changed'
  if (record.onlyByNext || compiled?.onlyByNext) return 'only Next can render one of them'
  if (!compiled) return 'the compiled code is not that of what is published'
}

// Its stylesheet may be gone with it.
function lacksRoute(plan: Plan, { routes }: ReleaseRecord): boolean {
  const planned = routesOf(plan)
  return !routes.every((route) => planned.includes(route))
}

/** One worker is enough for a few pages. It begins, and rehearses, while posts are read. */
function startRenderer(madeWith: string, { styles }: ReleaseRecord, { stylesheets }: Rendering): PageRenderer {
  const sample = sampleViews().find(({ kind }) => kind === 'article')
  if (sample) writeView(sample)
  const rehearsal = sample ? { rehearsal: sample.path } : {}
  return startPageRenderer({ madeWith, workers: 1, stylesheets, styles, ...rehearsal })
}
