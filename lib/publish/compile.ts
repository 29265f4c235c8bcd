import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type Compiled, compiledOf, forgetCompiled, noteCompiled } from './compiled'
import { copiedFiles } from './copied-files'
import { type Finished, finishExport } from './finish/finish'
import { nextInternals } from './finish/next-internals'
import { renderedPages, someRouteHydrates } from './finish/rendered-pages'
import { createStylesheets } from './finish/stylesheets'
import type { Job } from './job'
import { refuseChangedCode } from './made-with'
import { exportPages, forgetExport } from './next'
import { releaseFile } from './plan'
import type { Stylesheets } from './render/compiled-pages'
import { layOutForRendering, renderDirectory, startPageRenderer } from './render/page-renderer'
import { sampleViews } from './render/samples'
import { writeViews } from './view-store'

/**
 * Compiles the code, unless that has been done, and has Next export a magazine of samples. Only where our workers render
 * that magazine byte for byte as Next exports it, and no page hydrates, are they given the real one: they take a tenth of
 * the time.
 */
export async function compile(job: Omit<Job, 'edition' | 'plan'>): Promise<Compiled> {
  // Then Next compiles and exports in one go.
  if (job.plain) return { onlyByNext: true }
  const known = await compiledOf(job.madeWith)
  if (known) return known
  await forgetCompiled()
  const compiled = await compileAnew(job)
  refuseChangedCode(job.codeStamp)
  await noteCompiled(job.madeWith, compiled)
  return compiled
}

async function compileAnew({ madeWith, onPlan, onProgress }: Omit<Job, 'edition' | 'plan'>): Promise<Compiled> {
  onProgress('Compiling', 0, 1)
  await forgetExport()
  const samples = sampleViews().map((view) => ({ path: view.path, file: releaseFile(view.path), view: () => view }))
  await writeViews(samples.map(({ view }) => view()))
  await exportPages({ namesMarkup: true })
  const exported = await finishExport()
  // A page that hydrates needs its data with it, which has to hold what its markup holds.
  if (!exported || (await someRouteHydrates())) return { onlyByNext: true }
  const stylesheets = await stylesheetsByRoute(exported)
  await layOutForRendering()
  const renderer = startPageRenderer({ madeWith, workers: 1, stylesheets, styles: exported.styles })
  const failure = await renderer.render(samples).then(
    () => undefined,
    (error: Error) => error.message,
  )
  await renderer.close()
  const other = samples.find(({ file }) => textOf(exportDirectory, file) !== textOf(renderDirectory, file))
  if (failure !== undefined || other) {
    const reason = failure?.replace(/\.$/, '') ?? `React makes of the components of ${other?.path} something else`
    onPlan(`Next has to export all pages: ${reason}.`)
    return { onlyByNext: true }
  }
  for (const { file } of samples) exported.pages.delete(file)
  removeUnlessPages([...samples.map(({ file }) => file), ...copied()], exported)
  return { onlyByNext: false, pages: exported.pages, stylesheets, styles: await stylesheetsOf(exported) }
}

/** Next exports these, too; but when the export is used, they may have changed. */
const copied = () => [...copiedFiles()].map(({ path }) => releaseFile(path))

const { exportDirectory } = nextInternals
function textOf(folder: string, file: string): string | undefined {
  const place = path.join(folder, file)
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined
}

function removeUnlessPages(files: string[], { pages }: Finished): void {
  for (const file of files) if (!pages.has(file)) removeFrom(exportDirectory, file)
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
