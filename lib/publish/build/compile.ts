import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { throwIfCodeChanged } from '../../fingerprint/code'
import { type Finished, finishExport } from '../finish/finish'
import { createStylesheets } from '../finish/stylesheets'
import { exportDirectory } from '../next/directories'
import { clearExport, exportPages } from '../next/next'
import { renderedPages, someRouteHydrates } from '../next/rendered-pages'
import { fileInRelease } from '../release-file'
import { type Compiled, cacheCompiled, clearCompiled, compiledOf } from '../render/compiled'
import type { Stylesheets } from '../render/compiled-pages'
import { layOutForRendering, renderDirectory, startPageRenderer } from '../render/page-renderer'
import { sampleViews } from '../render/samples'
import { writeViews } from '../views/view-store'
import type { BuildContext } from './build-context'
import { refuseAside } from './refuse-aside'

/**
 * Compiles the code, unless that has been done, and has Next export a magazine of samples. Only where our workers render
 * that magazine byte for byte as Next exports it, and no page hydrates, are they given the real one: they take a tenth of
 * the time.
 */
export async function compile(context: Omit<BuildContext, 'loaded' | 'plan'>): Promise<Compiled> {
  // Then Next compiles and exports in one go.
  if (context.plain) return { onlyByNext: true, reason: 'as asked' }
  const known = await compiledOf(context.fingerprint, { byContent: true })
  if (known) return known
  await clearCompiled()
  await refuseAside()
  const compiled = await compileAnew(context)
  throwIfCodeChanged(context.codeStat)
  await cacheCompiled(context.fingerprint, compiled)
  return compiled
}

async function compileAnew({
  fingerprint,
  onPlan,
  onProgress,
}: Omit<BuildContext, 'loaded' | 'plan'>): Promise<Compiled> {
  onProgress('Compiling', 0, 1)
  await clearExport()
  const samples = sampleViews().map((view) => ({ path: view.path, file: fileInRelease(view.path), view: () => view }))
  await writeViews(samples.map(({ view }) => view()))
  await exportPages({ namesMarkup: true })
  const exported = await finishExport()
  // A page that hydrates needs its data with it, which has to hold what its markup holds.
  if (!exported || (await someRouteHydrates())) return { onlyByNext: true, reason: 'a page holds a Client Component' }
  const stylesheets = await stylesheetsByRoute(exported)
  await layOutForRendering()
  const renderer = startPageRenderer({ fingerprint, workers: 1, stylesheets, styles: exported.styles })
  const failure = await renderer.render(samples).then(
    () => undefined,
    (error: Error) => error.message,
  )
  await renderer.close()
  const other = samples.find(({ file }) => comparable(exportDirectory, file) !== comparable(renderDirectory, file))
  if (failure !== undefined || other) {
    const reason = failure?.replace(/\.$/, '') ?? `React makes of the components of ${other?.path} something else`
    onPlan(`Next has to export all pages: ${reason}.`)
    return { onlyByNext: true, reason }
  }
  for (const { file } of samples) exported.pages.delete(file)
  for (const { file } of samples) removeFrom(exportDirectory, file)
  return { onlyByNext: false, pages: exported.pages, stylesheets, styles: await stylesheetsOf(exported) }
}

/** A page, with the ids of `useId` by their order in it: they say how often components were called, which nothing promises. */
function comparable(folder: string, file: string): string | undefined {
  const place = path.join(folder, file)
  if (!existsSync(place)) return undefined
  const ids: string[] = []
  return readFileSync(place, 'utf8').replace(/_S_\w+?_/g, (id) => {
    if (!ids.includes(id)) ids.push(id)
    return `_S_${ids.indexOf(id)}_`
  })
}

/** Removes a file, if it is there, and every folder that holds nothing else. */
function removeFrom(root: string, file: string): void {
  if (!existsSync(path.join(root, file))) return
  rmSync(path.join(root, file))
  let folder = path.dirname(path.join(root, file))
  for (; folder !== root && !readdirSync(folder).length; folder = path.dirname(folder)) rmdirSync(folder)
}

/** There is a sample of every route. */
async function stylesheetsByRoute({ pages }: Finished): Promise<Stylesheets> {
  const rendered = await renderedPages()
  return Object.fromEntries(rendered.map(({ file, route }) => [route, pages.get(`/${file}`)?.styles?.split(',') ?? []]))
}

/** Those that samples alone ask for are left out; whatever else is rendered brings its own. */
async function stylesheetsOf({ pages }: Finished): Promise<Finished['styles']> {
  await rm(path.join(exportDirectory, 'assets'), { recursive: true, force: true })
  const stylesheets = createStylesheets(exportDirectory)
  for (const { styles } of pages.values()) if (styles) await stylesheets.merged(styles.split(','))
  return stylesheets.all()
}
