import { availableParallelism } from 'node:os'
import { type Finished, finishExport } from '../finish/finish'
import { exportDirectory } from '../next/directories'
import { clearExport, exportPages } from '../next/next'
import { removeUnusedAssets } from '../next/used-assets'
import { writeReleaseFiles } from '../release/release'
import { fileInRelease, type ReleaseFile } from '../release-file'
import { type Compiled, cacheCompiled, clearCompiled, type Rendering } from '../render/compiled'
import { layOutForRendering, renderDirectory, startPageRenderer } from '../render/page-renderer'
import { UnrenderablePage } from '../render/unrenderable-page'
import { clearViews, writeViews } from '../views/view-store'
import type { BuildContext } from './build-context'

/** Where the pages lie; nothing is known of them where they stay as Next made them. */
export type RenderedSite = { folder: string; finished: Finished | undefined; onlyByNext: boolean }

/** Every page by our own workers, or by Next where they cannot: with it, a site takes ten times as long. */
export async function renderSite(
  context: BuildContext,
  files: ReleaseFile[],
  compiled: Compiled,
): Promise<RenderedSite> {
  let reason = compiled.onlyByNext ? compiled.reason : ''
  if (!compiled.onlyByNext)
    try {
      return { folder: renderDirectory, finished: await renderAll(context, files, compiled), onlyByNext: false }
    } catch (error) {
      if (!(error instanceof UnrenderablePage)) throw error
      reason = error.message
      context.onPlan(`Next has to export all pages: ${reason.replace(/\.$/, '')}.`)
    }
  const finished = await exportAll(context, reason)
  await writeReleaseFiles(files, exportDirectory)
  return { folder: exportDirectory, finished, onlyByNext: true }
}

/** Every page by our own workers, which leave the main thread the time to write everything else. */
async function renderAll(context: BuildContext, files: ReleaseFile[], compiled: Rendering): Promise<Finished> {
  const { plan, fingerprint, onProgress } = context
  await Promise.all([layOutForRendering(), clearViews()])
  const { stylesheets, styles: before } = compiled
  const renderer = startPageRenderer({ fingerprint, workers: availableParallelism(), stylesheets, styles: before })
  const jobs = [...plan.pages].map(([path, { view }]) => ({ path, file: fileInRelease(path), view }))
  const rendering = renderer.render(jobs, (done) => onProgress('Rendering pages', done, jobs.length))
  const [{ pages, styles }] = await Promise.all([rendering, writeReleaseFiles(files, renderDirectory)]).finally(() =>
    renderer.close(),
  )
  await Promise.all([removeUnusedAssets(renderDirectory, []), clearViews()])
  return { pages: new Map([...compiled.pages, ...pages]), styles, hydrating: [] }
}

/** Every page as Next exports it, which then counts as a site that only Next can render. */
async function exportAll({ plan, plain, fingerprint }: BuildContext, reason: string): Promise<Finished | undefined> {
  await clearCompiled()
  await clearExport()
  await writeViews([...plan.pages.values()].map(({ view }) => view()))
  await exportPages()
  if (plain) return undefined
  const finished = await finishExport()
  if (!finished) throw new Error('Next has named markup that was not to be named')
  await removeUnusedAssets(exportDirectory, finished.hydrating)
  await cacheCompiled(fingerprint, { onlyByNext: true, reason })
  return finished
}
