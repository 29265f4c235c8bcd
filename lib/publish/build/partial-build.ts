import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { throwIfCodeChanged } from '../../fingerprint/code'
import { compressedEndings } from '../host/compress'
import type { Difference } from '../plan/plan'
import { manifestOf } from '../plan/plan'
import { wordsOf } from '../plan/plan-summary'
import type { Manifest } from '../release/manifest'
import { bringUpToDate, dropBase, filesOf, takeBase } from '../release/partial-release'
import { publishNew, removeOutdated, writeReleaseFile } from '../release/release'
import { type CheckedFiles, damageWords, joinedStats, type ReleaseStats, withoutStats } from '../release/release-stats'
import { fileInRelease } from '../release-file'
import { type PageRenderer, type Rendered, renderDirectory } from '../render/page-renderer'
import { sitemapGaps } from '../verify/sitemap-gaps'
import { throwForBrokenLinks, verifyChange } from '../verify/verify'
import { clearViews } from '../views/view-store'
import type { BuildContext, Published } from './build-context'
import { compressAndDate } from './compress-and-date'
import { makeFiles } from './made-files'
import { addStepFiles } from './step-files'

/** What is published, whether it is as it was, and what the plan has that it has not. */
export type Before = {
  current: string
  manifest: Manifest
  checked: Promise<CheckedFiles>
  renderer: PageRenderer
  difference: Difference
}

// Seventy milliseconds. A full build leaves two releases of files of their own: the older takes seconds, and no edit waits for it.
const mostDeleted = 200

/** Renders what has changed, and lays it over what has not. */
export async function buildChanges(context: BuildContext, before: Before): Promise<Published> {
  const { current, manifest, difference } = before
  const { onPlan, onProgress, plan, loaded, fingerprint } = context
  onPlan(wordsOf(difference, plan, manifest))
  const rendering = renderChanges(context, before)
  const planned = { ...manifestOf(plan), fingerprint, others: manifest.others, onlyByNext: false }
  // While pages are rendered, all else is laid out.
  const preliminary = changeTo({ ...planned, added: manifest.added }, difference)
  const laidOut = layOut(context, before, preliminary)
  let release: string
  let stats: ReleaseStats
  try {
    const [folder, { pages, styles }] = await Promise.all([laidOut, rendering])
    await moveIn(folder, difference.pages)
    const ofSteps = await addStepFiles(context, {
      ...{ folder, before },
      changed: { pages: difference.pages, files: difference.files },
      gone: { pages: difference.gonePages, files: difference.goneFiles },
      taken: () => filesOf({ ...planned, added: {} }),
    })
    const next = { ...planned, ...ofSteps.record }
    const hasStepFiles = ofSteps.fresh.length + ofSteps.gone.length > 0
    const change = hasStepFiles ? changeTo(next, difference, ofSteps) : preliminary
    const { fresh, gone } = change
    const targets = verifyChange({
      ...{ ...change, current, next: folder, finished: pages, targets: manifest.targets },
      pages: plan.pages,
    })
    throwForBrokenLinks(await sitemapGaps(folder, [...plan.pages.keys()]))
    const written = await compressAndDate(folder, fresh, context)
    throwIfCodeChanged(context.codeStat)
    const carried = unlessDamaged(await before.checked, withBeside([...fresh, ...gone], context))
    stats = joinedStats(carried, written)
    const step = { from: path.basename(current), files: [...fresh, ...gone] }
    release = await publishNew({ ...next, targets, styles, stats, step }, [...gone])
  } catch (error) {
    await laidOut.catch(() => {})
    await dropBase()
    throw error
  }
  const cleanupError = await removeOutdated(release, onProgress, mostDeleted).catch((error: Error) => error.message)
  const rendered = difference.pages.length
  return {
    articles: loaded.library.entries.length,
    pages: plan.pages.size,
    rendered,
    stats,
    ...(cleanupError ? { cleanupError } : {}),
  }
}

type Change = Record<'files' | 'fresh' | 'gone', ReadonlySet<string>>

/** The files of a release to be, and how they differ from those of the published one. */
function changeTo(
  next: Parameters<typeof filesOf>[0],
  difference: Difference,
  ofSteps: Record<'fresh' | 'gone', string[]> = { fresh: [], gone: [] },
): Change {
  const files = filesOf(next)
  const fresh = new Set([...difference.pages.map(fileInRelease), ...difference.files, ...ofSteps.fresh])
  // A page may have given its place to a redirect, or the other way round.
  const left = [...difference.gonePages.map(fileInRelease), ...difference.goneFiles, ...ofSteps.gone]
  return { files, fresh, gone: new Set(left.filter((file) => !files.has(file))) }
}

/** Some files, and those that are made of them. */
function withBeside(files: Iterable<string>, { compress }: Pick<BuildContext, 'compress'>): ReadonlySet<string> {
  const endings = ['', ...(compress ? compressedEndings : [])]
  return new Set([...files].flatMap((file) => endings.map((ending) => file + ending)))
}

/** What tells later whether a file that is carried on was damaged. What is made anew may have been. */
function unlessDamaged({ damaged, stats }: CheckedFiles, madeAnew: ReadonlySet<string>): ReleaseStats {
  const file = damaged.find((file) => !madeAnew.has(file))
  if (file !== undefined) throw new Error(damageWords(file))
  return withoutStats(stats, madeAnew)
}

/** A folder that holds what is wanted, but for the fresh pages. */
async function layOut(
  { plan, compress, onProgress }: BuildContext,
  { current, manifest, checked, difference }: Before,
  change: Change,
): Promise<string> {
  const own = difference.files.flatMap((name) => {
    const file = plan.files.get(name)?.file
    return file ? [{ name, file }] : []
  })
  const making = makeFiles(
    own.map(({ file }) => file),
    onProgress,
  )
  const [base] = await Promise.all([takeBase(current, manifest, checked), making])
  bringUpToDate(base, { ...change, current, endings: compress ? compressedEndings : [] })
  for (const { name, file } of own) writeReleaseFile(file, path.join(base.folder, name))
  return base.folder
}

/** Puts rendered pages in their places. */
async function moveIn(folder: string, pages: string[]): Promise<void> {
  for (const page of pages.map(fileInRelease)) {
    const place = path.join(folder, page)
    await mkdir(path.dirname(place), { recursive: true })
    await rename(path.join(renderDirectory, page), place)
  }
}

async function renderChanges(
  { onProgress, plan }: BuildContext,
  { difference, manifest, renderer }: Before,
): Promise<Rendered> {
  const { pages } = difference
  const { styles } = manifest
  if (!pages.length) return { pages: new Map(), styles }
  onProgress('Rendering pages', 0, pages.length)
  const jobs = pages.flatMap((path) => {
    const planned = plan.pages.get(path)
    return planned ? [{ path, file: fileInRelease(path), view: planned.view }] : []
  })
  const rendered = await renderer.render(jobs, (done) => onProgress('Rendering pages', done, pages.length))
  await clearViews()
  if (Object.keys(rendered.styles).length !== Object.keys(styles).length) throw new Error('pages ask for other styles')
  return rendered
}
