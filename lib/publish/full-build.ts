import { readdir, readFile, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { forgetCompiled, noteCompiled } from './compiled'
import { type Finished, finishExport } from './finish/finish'
import { nextInternals } from './finish/next-internals'
import { forgetPrerendered, someRouteHydrates } from './finish/rendered-pages'
import { removeUnusedAssets } from './finish/used-assets'
import { writeNginxConfiguration } from './host/nginx-files'
import type { Job, Published } from './job'
import { makeFiles } from './made-files'
import { exportPages } from './next'
import { isAlwaysRendered, type Plan, releaseFile } from './plan'
import { prepareRelease } from './prepare'
import { assembleRelease, publishRelease, removeOutdated } from './release'
import { recordedOf, writeRecord } from './release-record'
import { type Rendered, startPageRenderer } from './render/page-renderer'
import { sitemapGaps } from './sitemap-gaps'
import { refuse, verifyAll } from './verification'
import { brokenLinks, filesIn } from './verify'
import { clearViews, writeViews } from './view-store'

/** Renders, finishes and verifies every page, whatever there was before. */
export async function buildAll(job: Job, reason: string): Promise<Published> {
  const { onProgress, onPlan, plan, edition, madeWith } = job
  const total = plan.pages.size
  onPlan(`All ${total} pages are rendered: ${reason}.`)
  onProgress('Rendering pages', 0, total)
  const finished = await renderAndFinish(job)
  onProgress('Rendering pages', total, total)
  const files = [...plan.files.values()].map(({ file }) => file)
  await Promise.all([makeFiles(files, onProgress), clearViews()])
  const paths = [...plan.pages.keys()]
  const others = finished ? await unplanned(finished, plan) : []
  let targets: Record<string, number> = {}
  const release = await assembleRelease(files, async (folder) => {
    if (finished) targets = await verifyAll(folder, present(folder, finished), finished.pages, paths)
    else refuse([...brokenLinks(folder), ...(await sitemapGaps(folder, paths))])
    await prepareRelease({ folder, fresh: filesIn(folder) }, job)
  })
  if (finished) {
    await noteCompiled(madeWith)
    const { styles, onlyByNext = false } = finished
    await writeRecord(release, { ...recordedOf(plan), madeWith, targets, styles, others, onlyByNext })
  }
  await writeNginxConfiguration()
  await publishRelease(release)
  const untidy = await removeOutdated(release).catch((error: Error) => error.message)
  return { articles: edition.library.entries.length, pages: total, rendered: total, ...(untidy ? { untidy } : {}) }

  /** The files of a release, none of which may be unknown where no page keeps Next's runtime. */
  function present(folder: string, { hydrating }: Finished): Set<string> {
    const found = filesIn(folder)
    const known = new Set([...paths.map(releaseFile), ...plan.files.keys(), ...others])
    const strays = hydrating.length ? [] : [...found].filter((file) => !known.has(file))
    if (strays.length)
      throw new Error(`The new site holds files that nothing asks for:\n${strays.slice(0, 20).join('\n')}`)
    return found
  }
}

/**
 * Next compiles the code, and exports what it would export by itself. The pages with parameters, nearly all of a magazine,
 * are rendered by our own workers from what it compiled: that takes a third of the time. They render the others, too: where
 * one is not byte for byte what Next has exported, or a page hydrates, Next exports everything.
 */
async function renderAndFinish(job: Job): Promise<Finished | undefined> {
  await forgetCompiled()
  if (job.plain || (await someRouteHydrates())) return exportAll(job)
  const pages = [...job.plan.pages.values()]
  const samples = new Set(pages.filter(isAlwaysRendered).map(({ path }) => path))
  await forgetExport()
  await writeViews(viewsOf(job.plan), (path) => samples.has(path))
  await exportPages({ namesMarkup: true })
  const exported = await finishExport()
  // A page that hydrates is new: its data has to hold what its markup holds.
  if (!exported || (await someRouteHydrates())) return exportAll(job)
  const textsOf = () => Promise.all([...samples].map((path) => readFile(exportedFile(path), 'utf8')))
  const expected = await textsOf()
  const rendered = await renderAll(job, exported.styles)
  if (String(await textsOf()) !== String(expected)) {
    job.onPlan('Next exports other pages than its compiled code renders, so it exports all of them.')
    return exportAll(job)
  }
  await removeUnusedAssets(nextInternals.exportDirectory, [])
  return { pages: new Map([...exported.pages, ...rendered.pages]), styles: rendered.styles, hydrating: [] }
}

const exportedFile = (sitePath: string) => path.join(nextInternals.exportDirectory, releaseFile(sitePath))

async function renderAll({ plan, madeWith, onProgress }: Job, styles: Record<string, string>): Promise<Rendered> {
  await forgetPrerendered()
  const workers = availableParallelism()
  const renderer = startPageRenderer({ madeWith, workers, directory: nextInternals.exportDirectory, styles })
  try {
    const jobs = [...plan.pages.keys()].map((path) => ({ path, file: releaseFile(path) }))
    return await renderer.render(jobs, (done) => onProgress('Rendering pages', done, jobs.length))
  } finally {
    await renderer.close()
  }
}

/** Every page as Next exports it, which then counts as a site that only Next can render. */
async function exportAll({ plan, plain }: Job): Promise<Finished | undefined> {
  await forgetExport()
  await writeViews(viewsOf(plan))
  await exportPages()
  if (plain) return undefined
  const finished = await finishExport()
  if (!finished) throw new Error('Next has named markup that was not to be named')
  await removeUnusedAssets(nextInternals.exportDirectory, finished.hydrating)
  return { ...finished, onlyByNext: true }
}

const viewsOf = ({ pages }: Plan) => [...pages.values()].map(({ view }) => view())

const forgetExport = () =>
  Promise.all([clearViews(), rm(nextInternals.exportDirectory, { recursive: true, force: true })])

/** What follows from the code alone: the stylesheets, before anything of ours lies beside them, and pages without a view. */
async function unplanned({ pages }: Finished, plan: Plan): Promise<string[]> {
  const names = await readdir(path.join(nextInternals.exportDirectory, 'assets')).catch(() => [])
  const planned = new Set([...plan.pages.keys()].map(releaseFile))
  return [...names.sort().map((name) => `/assets/${name}`), ...[...pages.keys()].filter((page) => !planned.has(page))]
}
