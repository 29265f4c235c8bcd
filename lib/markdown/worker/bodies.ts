import { setImmediate } from 'node:timers/promises'
import type { LazyText } from '../../content/lazy-text'
import { problemAt, sourceOf } from '../../source'
import { type BodyFacts, partsOf, placedIn, type Resolution, type Target, unrendered } from '../rendered'
import type { Outcome } from './body-worker'
import { createBodyWorkers, mostInHand, mostWorkers } from './body-workers'
import { answersText, type Cache, type Entry, hasBodyText, keyOf, openCache } from './cache'

export type BodyJob = { file: string; body: LazyText; bodyLine: number; title: string }

export type BodyRendererOptions = {
  cacheDirectory: string
  /** Answers in the order of the targets, at once where that can be: most of thousands of bodies ask for something. */
  resolve(file: string, targets: Target[]): Resolution[] | Promise<Resolution[]>
  /** How many there may be by now; two unless told. None is started while the cache has everything. */
  workers?: () => number
  /** The processor time that one body may take, in milliseconds; unless told 10 s, and 15 s beyond 256 KB. */
  deadline?: number
  onProgress?(done: number, total: number): void
  /** Looks whether the text of each known body is there: for who stays, while a build may take it away. */
  looksForTexts?: boolean
}

/** A rendered body. The id names its text in the cache; it is empty where nothing could be rendered. */
export type RenderedBody = BodyFacts & Pick<Entry, 'id' | 'outline'>

export type BodyRenderer = {
  /** Removes from the cache what nobody has asked for for an hour, where that has become much. */
  sweep(): Promise<void>
  renderAll(jobs: BodyJob[]): Promise<RenderedBody[]>
  /** Starts a worker before there is work and warms it up, where the first body should not wait for either. */
  warm(): Promise<void>
  close(): Promise<void>
}

/** Renders bodies in workers, keeps what it rendered, and gives a problem for a body that is too much for a worker. */
export function createBodyRenderer({ resolve, onProgress, ...options }: BodyRendererOptions): BodyRenderer {
  let opened: Cache | undefined
  // When it is first asked for: a worker can begin before.
  const open = () => {
    opened ??= openCache(options.cacheDirectory)
    return opened
  }
  const workers = createBodyWorkers(options.workers ?? (() => mostWorkers))

  async function renderAll(jobs: BodyJob[]): Promise<RenderedBody[]> {
    const cache = open()
    const results: RenderedBody[] = []
    const entries = jobs.map((job) => known(cache, job))
    const unknown = [...jobs.keys()].filter((index) => !entries[index])
    let [done, fresh] = [0, 0]
    const renderThose = (indexes: number[]) =>
      inParallel(indexes, mostInHand, async (index) => {
        const job = jobs[index] as BodyJob
        results[index] = placed(await renderOne(cache, job), job)
        done++
        fresh++
        onProgress?.(done, jobs.length)
        // Whoever stops a long build has not waited in vain.
        if (fresh % 1000 === 0) cache.save()
      })
    const outdated: number[] = []
    const check = async () => {
      for (const [index, job] of jobs.entries()) {
        // A worker may have a question meanwhile.
        if (index % 500 === 0) await setImmediate()
        const entry = entries[index]
        if (!entry) continue
        const isHeld = holds(entry, job, resolve)
        if (isHeld === true || (await isHeld)) {
          results[index] = placed(entry, job)
          done++
        } else outdated.push(index)
      }
    }
    // What is not known at all is rendered while the rest is looked at.
    await allEnded([renderThose(unknown), check()])
    await renderThose(outdated)
    cache.save()
    return results
  }

  function known(cache: Cache, job: BodyJob): Entry | undefined {
    const entry = cache.find(keyOf(job))
    const isGone = entry && options.looksForTexts && !hasBodyText(options.cacheDirectory, entry.id)
    return isGone ? undefined : entry
  }

  async function renderOne(cache: Cache, job: BodyJob): Promise<Found> {
    const { file, title } = job
    const body = job.body.read()
    const limit = options.deadline ?? deadlineFor(body)
    const outcome = await workers.render({ body, title, limit, resolve: async (targets) => resolve(file, targets) })
    if (outcome.kind !== 'done') {
      const { facts, outline } = partsOf(unrendered(endedEarly(file, body, outcome, limit)))
      return { id: '', facts, outline: () => outline }
    }
    return cache.add(keyOf(job), outcome)
  }

  return {
    renderAll,
    sweep: () => open().sweep(),
    warm: () => workers.warm(warmUp),
    close: workers.close,
  }
}

// A little of what bodies hold: the code for it is loaded, and made fast, before the first that counts.
const warmUp =
  '## One\n\nTwo *three* [four](https://example.org/) `five`.[^1]\n\n- six\n\n> seven\n\n```json\n8\n```\n\n[^1]: Nine.\n'

/** Whether the questions of a body still get the same answers. */
function holds({ targets, answers }: Entry, { file }: BodyJob, resolve: BodyRendererOptions['resolve']) {
  const resolutions = targets.length > 0 ? resolve(file, targets) : []
  if (Array.isArray(resolutions)) return answersText(resolutions) === answers
  return resolutions.then((late) => answersText(late) === answers)
}

type Found = Pick<Entry, 'id' | 'facts' | 'outline'>

const placed = ({ id, facts, outline }: Found, { file, bodyLine }: BodyJob): RenderedBody => ({
  ...{ id, outline },
  ...placedIn(facts, file, bodyLine),
})

const deadlineFor = (body: string) => (body.length <= 256 * 1024 ? 10_000 : 15_000)

function endedEarly(file: string, body: string, outcome: Exclude<Outcome, { kind: 'done' }>, limit: number) {
  const isSlow = outcome.kind === 'too-slow'
  return problemAt(sourceOf(file, body), 0, 1, {
    severity: 'error',
    rule: isSlow ? 'too-slow' : 'not-rendered',
    message: isSlow
      ? `${file} took more than ${limit / 1000} seconds of processor time to render, so it was given up.`
      : `${file} could not be rendered: ${outcome.message}.`,
    hint: 'Divide long paragraphs, lists and quotes, or put what should be shown as it stands in a code block.',
  })
}

/** Works through `items` with at most `width` of them under way. After a failure none is begun, and those under way are waited for. */
async function inParallel<Item>(items: Item[], width: number, work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values()
  let failed = false
  const take = async () => {
    for (const item of waiting) {
      if (failed) return
      await work(item).catch((error) => {
        failed = true
        throw error
      })
    }
  }
  await allEnded(Array.from({ length: Math.min(width, items.length) }, take))
}

/** A failure is told when all have ended, so that nothing goes on behind the back of who is told. */
async function allEnded(works: Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(works)
  await Promise.all(works)
}
