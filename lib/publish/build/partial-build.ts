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
import { type ReleaseStats, throwIfDamaged } from '../release/release-stats'
import { fileInRelease } from '../release-file'
import { type PageRenderer, type Rendered, renderDirectory } from '../render/page-renderer'
import { sitemapGaps } from '../verify/sitemap-gaps'
import { throwForBrokenLinks, verifyChange } from '../verify/verify'
import { clearViews } from '../views/view-store'
import type { BuildContext, Published } from './build-context'
import { compressAndDate } from './compress-and-date'
import { makeFiles } from './made-files'
import { addStepFiles } from './step-files'

/** What is published, and what the plan has that it has not. */
export type Before = { current: string; manifest: Manifest; renderer: PageRenderer; difference: Difference }

/** Renders what has changed, and lays it over what has not. */
export async function buildChanges(context: BuildContext, before: Before): Promise<Published> {
  const { current, manifest, difference } = before
  const { onPlan, onProgress, plan, loaded, fingerprint } = context
  onPlan(wordsOf(difference, plan, manifest))
  const rendering = renderChanges(context, before)
  const planned = { ...manifestOf(plan), fingerprint, others: manifest.others, onlyByNext: false }
  // While pages are rendered, all else is laid out.
  const preliminary = changeTo({ ...planned, added: manifest.added }, difference)
  const carried = withoutChanged(manifest.stats, preliminary, context)
  const laidOut = layOut(context, before, { ...preliminary, carried })
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
    const { files, fresh, gone } = changeTo(next, difference, ofSteps)
    const change = {
      current,
      next: folder,
      files,
      fresh,
      gone,
      finished: pages,
      targets: manifest.targets,
      pages: plan.pages,
    }
    const targets = verifyChange(change)
    throwForBrokenLinks(await sitemapGaps(folder, [...plan.pages.keys()]))
    const written = await compressAndDate(folder, fresh, context)
    throwIfCodeChanged(context.codeStat)
    stats = new Map([...withoutChanged(carried, { fresh, gone }, context), ...written])
    const step = { from: path.basename(current), files: [...fresh, ...gone] }
    release = await publishNew({ ...next, targets, styles, stats, step }, [...gone])
  } catch (error) {
    await laidOut.catch(() => {})
    await dropBase()
    throw error
  }
  const cleanupError = await removeOutdated(release, onProgress).catch((error: Error) => error.message)
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

/** What tells of a file that is carried into the next release whether it was damaged since it was published. */
function withoutChanged(
  stats: ReleaseStats,
  { fresh, gone }: Pick<Change, 'fresh' | 'gone'>,
  { compress }: Pick<BuildContext, 'compress'>,
): ReleaseStats {
  const endings = compress ? compressedEndings : []
  const withOthers = new Set([...fresh, ...gone].flatMap((file) => [file, ...endings.map((ending) => file + ending)]))
  return new Map([...stats].filter(([file]) => !withOthers.has(file)))
}

/** A folder that holds what is wanted, but for the fresh pages. */
async function layOut(
  { plan, compress, onProgress }: BuildContext,
  { current, manifest, difference }: Before,
  { carried, ...change }: Change & { carried: ReleaseStats },
): Promise<string> {
  const own = difference.files.flatMap((name) => {
    const file = plan.files.get(name)?.file
    return file ? [{ name, file }] : []
  })
  const making = makeFiles(
    own.map(({ file }) => file),
    onProgress,
  )
  const [base] = await Promise.all([takeBase(current, manifest), making])
  bringUpToDate(base, { ...change, current, endings: compress ? compressedEndings : [] })
  throwIfDamaged(base.folder, carried)
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
