import { readdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { type Compiled, forgetCompiled, noteCompiled } from './compiled'
import { type Finished, finishExport } from './finish/finish'
import { nextInternals } from './finish/next-internals'
import { removeUnusedAssets } from './finish/used-assets'
import { writeNginxConfiguration } from './host/nginx-files'
import type { Job, Published } from './job'
import { makeFiles } from './made-files'
import { exportPages, forgetExport } from './next'
import { type Plan, releaseFile } from './plan'
import { prepareRelease } from './prepare'
import { assembleRelease, publishRelease, removeOutdated } from './release'
import { recordedOf, writeRecord } from './release-record'
import { layOutForRendering, renderDirectory, startPageRenderer } from './render/page-renderer'
import { sitemapGaps } from './sitemap-gaps'
import { refuse, verifyAll } from './verification'
import { brokenLinks, filesIn } from './verify'
import { clearViews, writeViews } from './view-store'

/** Renders, finishes and verifies every page, whatever there was before. */
export async function buildAll(job: Job, reason: string, compiled: Compiled): Promise<Published> {
  const { onProgress, onPlan, plan, edition, madeWith } = job
  const total = plan.pages.size
  onPlan(`All ${total} pages are rendered: ${reason}.`)
  onProgress('Rendering pages', 0, total)
  const finished = await renderAndFinish(job, compiled)
  onProgress('Rendering pages', total, total)
  const files = [...plan.files.values()].map(({ file }) => file)
  await Promise.all([makeFiles(files, onProgress), clearViews()])
  const paths = [...plan.pages.keys()]
  const rendered = compiled.onlyByNext ? nextInternals.exportDirectory : renderDirectory
  const others = finished ? await unplanned(rendered, finished, plan) : []
  let targets: Record<string, number> = {}
  const release = await assembleRelease(rendered, files, async (folder) => {
    if (finished) targets = await verifyAll(folder, present(folder, finished), finished.pages, paths)
    else refuse([...brokenLinks(folder), ...(await sitemapGaps(folder, paths))])
    await prepareRelease({ folder, fresh: filesIn(folder) }, job)
  })
  if (finished) {
    const { styles } = finished
    const { onlyByNext } = compiled
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

/** Every page by our own workers, unless only Next can render them. */
async function renderAndFinish(job: Job, compiled: Compiled): Promise<Finished | undefined> {
  if (compiled.onlyByNext) return exportAll(job)
  const { plan, madeWith, onProgress } = job
  await Promise.all([layOutForRendering(), writeViews(viewsOf(plan))])
  const renderer = startPageRenderer({ madeWith, workers: availableParallelism(), styles: compiled.styles })
  const jobs = [...plan.pages.keys()].map((path) => ({ path, file: releaseFile(path) }))
  const onPage = (done: number) => onProgress('Rendering pages', done, jobs.length)
  const { pages, styles } = await renderer.render(jobs, onPage).finally(() => renderer.close())
  await removeUnusedAssets(renderDirectory, [])
  return { pages: new Map([...compiled.pages, ...pages]), styles, hydrating: [] }
}

/** Every page as Next exports it, which then counts as a site that only Next can render. */
async function exportAll({ plan, plain, madeWith }: Job): Promise<Finished | undefined> {
  await forgetCompiled()
  await forgetExport()
  await writeViews(viewsOf(plan))
  await exportPages()
  if (plain) return undefined
  const finished = await finishExport()
  if (!finished) throw new Error('Next has named markup that was not to be named')
  await removeUnusedAssets(nextInternals.exportDirectory, finished.hydrating)
  await noteCompiled(madeWith, { onlyByNext: true })
  return finished
}

const viewsOf = ({ pages }: Plan) => [...pages.values()].map(({ view }) => view())

/** What follows from the code alone: the stylesheets, before anything of ours lies beside them, and pages without a view. */
async function unplanned(folder: string, { pages }: Finished, plan: Plan): Promise<string[]> {
  const names = await readdir(path.join(folder, 'assets')).catch(() => [])
  const planned = new Set([...plan.pages.keys()].map(releaseFile))
  return [...names.sort().map((name) => `/assets/${name}`), ...[...pages.keys()].filter((page) => !planned.has(page))]
}
