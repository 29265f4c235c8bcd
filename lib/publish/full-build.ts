import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { forgetCompiled, noteCompiled } from './compiled'
import { clearRendered } from './finish/clear-rendered'
import { type Finished, finishPages } from './finish/finish'
import { nextInternals } from './finish/next-internals'
import { someRouteHydrates } from './finish/rendered-pages'
import { removeUnusedAssets } from './finish/used-assets'
import { writeNginxConfiguration } from './host/nginx-files'
import type { Job, Published } from './job'
import { makeFiles } from './made-files'
import { renderPages } from './next'
import { type Plan, releaseFile } from './plan'
import { prepareRelease } from './prepare'
import { assembleRelease, publishRelease, removeOutdated } from './release'
import { recordedOf, writeRecord } from './release-record'
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
  await writeViews([...plan.pages.values()].map(({ view }) => view()))
  const finished = await renderAndFinish(job)
  onProgress('Rendering pages', total, total)
  const files = [...plan.files.values()].map(({ file }) => file)
  await Promise.all([makeFiles(files, onProgress), clearRendered(), clearViews()])
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
    const { styles, hydrating } = finished
    const hydrates = hydrating.length > 0
    await writeRecord(release, { ...recordedOf(plan), madeWith, targets, styles, others, hydrates })
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

async function renderAndFinish({ plain, ahead }: Job): Promise<Finished | undefined> {
  const namesMarkup = !plain && !(await someRouteHydrates())
  // Two of them would be in each other's way.
  ahead?.stop()
  await ahead?.done.catch(() => {})
  await forgetCompiled()
  await rm(nextInternals.exportDirectory, { recursive: true, force: true })
  await renderPages({ namesMarkup })
  if (plain) return undefined
  let finished = await finishPages()
  if (!finished) {
    // A page that hydrates is new: its data has to hold what its markup holds.
    await renderPages()
    finished = await finishPages()
  }
  if (finished) await removeUnusedAssets(nextInternals.exportDirectory, finished.hydrating)
  return finished
}

/** What follows from the code alone: the stylesheets, before anything of ours lies beside them, and pages without a view. */
async function unplanned({ pages }: Finished, plan: Plan): Promise<string[]> {
  const names = await readdir(path.join(nextInternals.exportDirectory, 'assets')).catch(() => [])
  const planned = new Set([...plan.pages.keys()].map(releaseFile))
  return [...names.sort().map((name) => `/assets/${name}`), ...[...pages.keys()].filter((page) => !planned.has(page))]
}
