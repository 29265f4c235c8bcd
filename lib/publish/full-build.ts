import { readdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { compile } from './compile'
import { forgetCompiled, noteCompiled, type Rendering } from './compiled'
import { type Finished, finishExport } from './finish/finish'
import { nextInternals } from './finish/next-internals'
import { removeUnusedAssets } from './finish/used-assets'
import { writeNginxConfiguration } from './host/nginx-files'
import type { Job, Published } from './job'
import { makeFiles } from './made-files'
import { exportPages, forgetExport } from './next'
import type { OwnFile } from './own-files'
import { type Plan, releaseFile } from './plan'
import { prepareRelease } from './prepare'
import { assembleRelease, publishNew, removeOutdated, writeOwnFiles } from './release'
import { recordedOf } from './release-record'
import { layOutForRendering, renderDirectory, startPageRenderer } from './render/page-renderer'
import { sitemapGaps } from './sitemap-gaps'
import { refuse, verifyAll } from './verification'
import { brokenLinks, filesIn, type TargetCounts } from './verify'
import { clearViews, writeViews } from './view-store'

/** Renders, finishes and verifies every page, whatever there was before. */
export async function buildAll(job: Job, reason: string): Promise<Published> {
  const { onProgress, onPlan, plan, edition, madeWith } = job
  const total = plan.pages.size
  onPlan(`All ${total} pages are rendered: ${reason}.`)
  const files = [...plan.files.values()].map(({ file }) => file)
  const compiled = await compile(job)
  await makeFiles(files, onProgress)
  const rendered = compiled.onlyByNext ? nextInternals.exportDirectory : renderDirectory
  onProgress('Rendering pages', 0, total)
  const finished = compiled.onlyByNext ? await exportAll(job) : await renderAll(job, files, compiled)
  if (compiled.onlyByNext) await writeOwnFiles(files, rendered)
  onProgress('Rendering pages', total, total)
  const paths = [...plan.pages.keys()]
  const others = finished ? await unplanned(rendered, finished, plan) : []
  let targets: TargetCounts = new Map()
  await assembleRelease(rendered, async (folder) => {
    const found = filesIn(folder)
    if (finished) {
      refuseStrays(found, finished)
      targets = await verifyAll(folder, found, finished.pages, paths)
    } else refuse([...brokenLinks(folder), ...(await sitemapGaps(folder, paths))])
    await prepareRelease({ folder, fresh: found }, job)
  })
  await writeNginxConfiguration()
  const { onlyByNext } = compiled
  const release = await publishNew(
    finished && { ...recordedOf(plan), madeWith, targets, styles: finished.styles, others, onlyByNext },
  )
  const untidy = await removeOutdated(release, onProgress).catch((error: Error) => error.message)
  return { articles: edition.library.entries.length, pages: total, rendered: total, ...(untidy ? { untidy } : {}) }

  /** No file of a release may be unknown where no page keeps Next's runtime. */
  function refuseStrays(found: ReadonlySet<string>, { hydrating }: Finished): void {
    if (hydrating.length) return
    const known = new Set([...paths.map(releaseFile), ...others])
    const strays: string[] = []
    for (const file of found) if (!known.has(file) && !plan.files.has(file)) strays.push(file)
    if (strays.length)
      throw new Error(`The new site holds files that nothing asks for:\n${strays.slice(0, 20).join('\n')}`)
  }
}

/** Every page by our own workers, which leave the main thread the time to write everything else. */
async function renderAll(job: Job, files: OwnFile[], compiled: Rendering): Promise<Finished> {
  const { plan, madeWith, onProgress } = job
  await Promise.all([layOutForRendering(), clearViews()])
  const { stylesheets, styles: before } = compiled
  const renderer = startPageRenderer({ madeWith, workers: availableParallelism(), stylesheets, styles: before })
  const jobs = [...plan.pages].map(([path, { view }]) => ({ path, file: releaseFile(path), view }))
  const rendering = renderer.render(jobs, (done) => onProgress('Rendering pages', done, jobs.length))
  const [{ pages, styles }] = await Promise.all([rendering, writeOwnFiles(files, renderDirectory)]).finally(() =>
    renderer.close(),
  )
  await Promise.all([removeUnusedAssets(renderDirectory, []), clearViews()])
  return { pages: new Map([...compiled.pages, ...pages]), styles, hydrating: [] }
}

/** Every page as Next exports it, which then counts as a site that only Next can render. */
async function exportAll({ plan, plain, madeWith }: Job): Promise<Finished | undefined> {
  await forgetCompiled()
  await forgetExport()
  await writeViews([...plan.pages.values()].map(({ view }) => view()))
  await exportPages()
  if (plain) return undefined
  const finished = await finishExport()
  if (!finished) throw new Error('Next has named markup that was not to be named')
  await removeUnusedAssets(nextInternals.exportDirectory, finished.hydrating)
  await noteCompiled(madeWith, { onlyByNext: true })
  return finished
}

/** What follows from the code alone: the stylesheets, and pages without a view. */
async function unplanned(folder: string, { pages }: Finished, plan: Plan): Promise<string[]> {
  const names = await readdir(path.join(folder, 'assets')).catch(() => [])
  const styles = names.sort().map((name) => `/assets/${name}`)
  const planned = new Set([...plan.pages.keys()].map(releaseFile))
  return [...styles.filter((file) => !plan.files.has(file)), ...[...pages.keys()].filter((page) => !planned.has(page))]
}
