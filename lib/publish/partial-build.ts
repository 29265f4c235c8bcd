import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { compressedEndings } from './host/compress'
import type { Job, Published } from './job'
import { makeFiles } from './made-files'
import { bringUpToDate, dropBase, filesOf, takeBase } from './partial-release'
import { type Difference, releaseFile } from './plan'
import { prepareRelease } from './prepare'
import { publishNew, removeOutdated, writeOwnFile } from './release'
import { type ReleaseRecord, recordedOf } from './release-record'
import { type PageRenderer, type Rendered, renderDirectory } from './render/page-renderer'
import { sitemapGaps } from './sitemap-gaps'
import { refuse, verifyChange } from './verification'
import { clearViews } from './view-store'
import { wordsOf } from './words'

/** What is published, and what the plan has that it has not. */
export type Before = { current: string; record: ReleaseRecord; renderer: PageRenderer; difference: Difference }

/** Renders what has changed, and lays it over what has not. */
export async function buildChanges(job: Job, before: Before): Promise<Published> {
  const { current, record, difference } = before
  const { onPlan, onProgress, plan, edition, madeWith } = job
  onPlan(wordsOf(difference, plan, record))
  const rendering = renderChanges(job, before)
  const next = { ...recordedOf(plan), madeWith, others: record.others, onlyByNext: false }
  const files = filesOf(next)
  const fresh = new Set([...difference.pages.map(releaseFile), ...difference.files])
  // A page may have given its place to a redirect, or the other way round.
  const left = [...difference.gonePages.map(releaseFile), ...difference.goneFiles]
  const gone = new Set(left.filter((file) => !files.has(file)))
  // While pages are rendered, all else is laid out.
  const laidOut = layOut(job, before, { files, fresh, gone })
  let release: string
  try {
    const [folder, { pages, styles }] = await Promise.all([laidOut, rendering])
    await moveIn(folder, difference.pages)
    const change = { current, next: folder, files, fresh, gone, finished: pages, targets: record.targets }
    const targets = verifyChange(change)
    refuse(await sitemapGaps(folder, [...plan.pages.keys()]))
    await prepareRelease({ folder, fresh }, job)
    const step = { from: path.basename(current), files: [...fresh, ...gone] }
    release = await publishNew({ ...next, targets, styles, step }, [...gone])
  } catch (error) {
    await laidOut.catch(() => {})
    await dropBase()
    throw error
  }
  const untidy = await removeOutdated(release, onProgress).catch((error: Error) => error.message)
  const rendered = difference.pages.length
  return { articles: edition.library.entries.length, pages: plan.pages.size, rendered, ...(untidy ? { untidy } : {}) }
}

/** A folder that holds what is wanted, but for the fresh pages. */
async function layOut(
  { plan, compress, onProgress }: Job,
  { current, record, difference }: Before,
  change: Record<'files' | 'fresh' | 'gone', ReadonlySet<string>>,
): Promise<string> {
  const own = difference.files.flatMap((name) => {
    const file = plan.files.get(name)?.file
    return file ? [{ name, file }] : []
  })
  const making = makeFiles(
    own.map(({ file }) => file),
    onProgress,
  )
  const [base] = await Promise.all([takeBase(current, record), making])
  bringUpToDate(base, { ...change, current, endings: compress ? compressedEndings : [] })
  for (const { name, file } of own) writeOwnFile(file, path.join(base.folder, name))
  return base.folder
}

/** Puts rendered pages in their places. */
async function moveIn(folder: string, pages: string[]): Promise<void> {
  for (const page of pages.map(releaseFile)) {
    const place = path.join(folder, page)
    await mkdir(path.dirname(place), { recursive: true })
    await rename(path.join(renderDirectory, page), place)
  }
}

async function renderChanges({ onProgress, plan }: Job, { difference, record, renderer }: Before): Promise<Rendered> {
  const { pages } = difference
  const { styles } = record
  if (!pages.length) return { pages: new Map(), styles }
  onProgress('Rendering pages', 0, pages.length)
  const jobs = pages.flatMap((path) => {
    const planned = plan.pages.get(path)
    return planned ? [{ path, file: releaseFile(path), view: planned.view }] : []
  })
  const rendered = await renderer.render(jobs, (done) => onProgress('Rendering pages', done, pages.length))
  await clearViews()
  if (Object.keys(rendered.styles).length !== Object.keys(styles).length) throw new Error('pages ask for other styles')
  return rendered
}
