import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { compressedEndings } from './host/compress'
import type { Job, Published } from './job'
import { makeFiles } from './made-files'
import { bringUpToDate, contentsOf, takeBase } from './partial-release'
import { type Difference, releaseFile } from './plan'
import { prepareRelease } from './prepare'
import { publishRelease, removeOutdated, writeOwnFile } from './release'
import { type ReleaseRecord, recordedOf, releasesDirectory, writeRecord } from './release-record'
import { type PageRenderer, type Rendered, renderDirectory } from './render/page-renderer'
import { sitemapGaps } from './sitemap-gaps'
import { refuse, verifyChange } from './verification'
import { clearViews } from './view-store'
import { wordsOf } from './words'

/** What is published, and what the plan has that it has not. */
type Before = { current: string; record: ReleaseRecord; renderer: PageRenderer; difference: Difference }

/** Renders what has changed, and lays it over what has not. */
export async function buildChanges(job: Job, before: Before): Promise<Published> {
  const { current, record, difference } = before
  const { onProgress, onPlan, compress, plan, edition, madeWith } = job
  onPlan(wordsOf(difference, plan, record))
  const own = difference.files.flatMap((file) => plan.files.get(file)?.file ?? [])
  const [{ pages, styles }] = await Promise.all([renderChanges(job, before), makeFiles(own, onProgress)])
  const { others, targets } = record
  const next: ReleaseRecord = { ...recordedOf(plan), madeWith, targets, styles, others, onlyByNext: false }
  const wanted = contentsOf(next)
  const fresh = new Set([...difference.pages.map(releaseFile), ...difference.files])
  // A page may have given its place to a redirect, or the other way round.
  const left = [...difference.gonePages.map(releaseFile), ...difference.goneFiles]
  const gone = new Set(left.filter((file) => !wanted.has(file)))
  const base = await takeBase(current, madeWith)
  const release = path.join(releasesDirectory, `${Date.now()}`)
  try {
    bringUpToDate(base, wanted, { fresh, current, endings: compress ? compressedEndings : [] })
    await writeFresh(base.folder, job, difference)
    const files = new Set(wanted.keys())
    next.targets = verifyChange({ current, next: base.folder, files, fresh, gone, finished: pages, targets })
    refuse(await sitemapGaps(base.folder, [...plan.pages.keys()]))
    await prepareRelease({ folder: base.folder, fresh }, job)
    await writeRecord(release, next)
    await rename(base.folder, release)
  } catch (error) {
    await rm(base.folder, { recursive: true, force: true })
    throw error
  }
  await publishRelease(release, [...gone])
  const untidy = await removeOutdated(release).catch((error: Error) => error.message)
  const rendered = difference.pages.length
  return { articles: edition.library.entries.length, pages: plan.pages.size, rendered, ...(untidy ? { untidy } : {}) }
}

/** Puts the rendered pages and the other files in their places. */
async function writeFresh(folder: string, { plan }: Job, { pages, files }: Difference): Promise<void> {
  for (const page of pages.map(releaseFile)) {
    const place = path.join(folder, page)
    await mkdir(path.dirname(place), { recursive: true })
    await rename(path.join(renderDirectory, page), place)
  }
  for (const name of files) {
    const place = path.join(folder, name)
    const file = plan.files.get(name)?.file
    if (file) writeOwnFile(file, place)
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
