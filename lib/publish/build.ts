import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Withheld } from '../content/article'
import { isError, type Problem } from '../content/problem'
import { compiledWith } from './compiled'
import { type Edition, type Progress, readEdition } from './edition'
import { buildAll } from './full-build'
import type { Job, Published } from './job'
import { madeWith } from './made-with'
import { buildChanges } from './partial-build'
import { differenceFrom, isNothing, planOf, routesOf } from './plan'
import { currentRelease, type ReleaseRecord, readRecord } from './release-record'
import { prepareStage } from './stage'

/** What a build did. Without `published` it left everything as it was. */
export type Built = {
  problems: Problem[]
  withheld: Withheld[]
  posts: number
  published?: Published
}

export type BuildOptions = {
  onProgress?: Progress
  /** Told what will be done and why, in a sentence. */
  onPlan?: Job['onPlan']
  /** Publishes the pages as Next made them, for the day on which Next's inside has changed. */
  plain?: boolean
  /** Puts `.br` and `.gz` beside each text, for servers that look for them. */
  compress?: boolean
  /** Forgets what earlier builds have made. */
  clean?: boolean
}

/** Posts to `out/`: read, plan, render, finish, verify, swap. With an error nothing is published; the last good site stays. */
export async function buildSite({
  onProgress = () => {},
  onPlan = () => {},
  plain = false,
  compress = false,
  clean = false,
}: BuildOptions = {}): Promise<Built> {
  if (clean) await forgetEverything()
  const { problems, withheld, posts, ...rest } = await readEdition(onProgress)
  const edition: Edition = { problems, withheld, posts, ...rest }
  if (problems.some(isError)) return { problems, withheld, posts }
  const made = madeWith({ plain, compress })
  await prepareStage(made)
  const job: Job = { onProgress, onPlan, plain, compress, edition, plan: planOf(edition), madeWith: made }
  return { problems, withheld, posts, published: await publish(job, clean) }
}

async function publish(job: Job, clean: boolean): Promise<Published> {
  const current = await currentRelease()
  const record = current ? await readRecord(current) : undefined
  const reason = clean ? 'as asked' : await hindrance(job, record)
  if (!current || !record || reason) return buildAll(job, reason ?? 'nothing is known of what is published')
  const difference = differenceFrom(record, job.plan)
  if (isNothing(difference)) {
    job.onPlan(`Nothing has changed: ${job.plan.pages.size} pages kept.`)
    return { articles: job.edition.library.entries.length, pages: job.plan.pages.size, rendered: 0 }
  }
  try {
    return await buildChanges(job, { current, record, difference })
  } catch (error) {
    // Whatever it was, it may lie in what earlier builds left behind; a build of everything tells.
    return buildAll(job, `what has changed could not be made alone (${error instanceof Error ? error.message : error})`)
  }
}

/** Why what is published tells nothing of what has to be rendered. */
async function hindrance(
  { madeWith, plain, plan }: Job,
  record: ReleaseRecord | undefined,
): Promise<string | undefined> {
  if (plain) return 'pages are published as Next makes them'
  if (!record) return 'nothing is known of what is published'
  if (record.madeWith !== madeWith) return 'the code, a package or a setting has changed'
  if (record.hydrates) return 'a page keeps Next’s runtime'
  // Nobody else may ask for its stylesheet.
  const routes = routesOf(plan)
  if (!record.routes.every((route) => routes.includes(route))) return 'the last page of a kind has gone'
  return (await compiledWith()) === madeWith ? undefined : 'the compiled code is not that of what is published'
}

const made = [
  'assets',
  'bodies',
  'cards',
  'export',
  'icons',
  'pictures',
  'posts.json',
  'scripts.json',
  'stage.json',
  'views',
]

async function forgetEverything(): Promise<void> {
  for (const name of ['.next', ...made.map((name) => path.join('.cache', name))])
    await rm(path.resolve(name), { recursive: true, force: true })
}
