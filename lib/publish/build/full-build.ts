import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { throwIfCodeChanged } from '../../fingerprint/code'
import type { Finished } from '../finish/finish'
import type { Plan } from '../plan/plan'
import { manifestOf } from '../plan/plan'
import { assembleRelease, publishNew, removeOutdated } from '../release/release'
import type { ReleaseStats } from '../release/release-stats'
import { fileInRelease } from '../release-file'
import { filesIn, type TargetCounts } from '../verify/links'
import { verifyAll } from '../verify/verify'
import type { BuildContext, Published } from './build-context'
import { compile } from './compile'
import { compressAndDate } from './compress-and-date'
import { makeFiles } from './made-files'
import { renderSite } from './render-site'
import { addStepFiles, type StepFiles } from './step-files'

/** Renders, finishes and verifies every page, whatever there was before. */
export async function buildAll(context: BuildContext, reason: string): Promise<Published> {
  const { onProgress, onPlan, plan, loaded, fingerprint } = context
  const total = plan.pages.size
  onPlan(`All ${total} pages are rendered: ${reason}.`)
  const files = [...plan.files.values()].map(({ file }) => file)
  const compiled = await compile(context)
  await makeFiles(files, onProgress)
  onProgress('Rendering pages', 0, total)
  const { folder: rendered, finished, onlyByNext } = await renderSite(context, files, compiled)
  onProgress('Rendering pages', total, total)
  const paths = [...plan.pages.keys()]
  const others = finished ? await unplanned(rendered, finished, plan) : []
  let targets: TargetCounts = new Map()
  let added: StepFiles | undefined
  let stats: ReleaseStats = ''
  await assembleRelease(rendered, async (folder) => {
    const changed = { pages: paths, files: [...plan.files.keys()] }
    added = await addStepFiles(context, {
      ...{ folder, changed, gone: { pages: [], files: [] } },
      taken: () => filesIn(folder),
    })
    const found = filesIn(folder)
    if (finished) refuseStrays(found, finished, added)
    targets = await verifyAll(folder, found, finished?.pages ?? new Map(), plan.pages)
    stats = await compressAndDate(folder, found, context)
    throwIfCodeChanged(context.codeStat)
  })
  const release = await publishNew(
    finished &&
      added && {
        ...{ ...manifestOf(plan), ...added.record, fingerprint, targets },
        ...{ styles: finished.styles, others, onlyByNext, stats },
      },
  )
  const cleanupError = await removeOutdated(release, onProgress).catch((error: Error) => error.message)
  return {
    articles: loaded.library.entries.length,
    pages: total,
    rendered: total,
    stats,
    ...(cleanupError ? { cleanupError } : {}),
    ...(onlyByNext ? {} : { lacksBase: true }),
  }

  /** No file of a release may be unknown where no page keeps Next's runtime. */
  function refuseStrays(found: ReadonlySet<string>, { hydrating }: Finished, { fresh }: StepFiles): void {
    if (hydrating.length) return
    const known = new Set([...paths.map(fileInRelease), ...others, ...fresh])
    const strays: string[] = []
    for (const file of found) if (!known.has(file) && !plan.files.has(file)) strays.push(file)
    if (strays.length)
      throw new Error(`The new site holds files that nothing asks for:\n${strays.slice(0, 20).join('\n')}`)
  }
}

/** What follows from the code alone: the stylesheets, and pages without a view. */
async function unplanned(folder: string, { pages }: Finished, plan: Plan): Promise<string[]> {
  const names = await readdir(path.join(folder, 'assets')).catch(() => [])
  const styles = names.sort().map((name) => `/assets/${name}`)
  const planned = new Set([...plan.pages.keys()].map(fileInRelease))
  return [...styles.filter((file) => !plan.files.has(file)), ...[...pages.keys()].filter((page) => !planned.has(page))]
}
