import { listPosts } from '../../content/files'
import { ChangedPost } from '../../content/post-cache'
import { report } from '../../content/report'
import { ChangedCode, ChangedSettings, codeStat } from '../../fingerprint/code'
import { createReader, type LoadedSite, type Reader } from '../../load/loaded-site'
import { mostWorkers } from '../../markdown/worker/body-workers'
import { MissingBody } from '../../markdown/worker/cache'
import { isError } from '../../problem'
import { site } from '../../site'
import { compressedEndings } from '../host/compress'
import { writeNginxConfiguration } from '../host/nginx-files'
import { writePageAssets } from '../page-assets/page-assets'
import { differenceFrom, isNothing, type Plan, planOf, routesOf } from '../plan/plan'
import { checkAside } from '../release/check-aside'
import type { Manifest } from '../release/manifest'
import { publishedSite } from '../release/published-site'
import { checkFiles, damageWords } from '../release/release-stats'
import type { PageRenderer } from '../render/page-renderer'
import { beforePublish } from '../steps/before-publish'
import { inputsOfSteps } from '../steps/run-steps'
import { clearViews } from '../views/view-store'
import type { BuildContext, Built, Published, RebuildOptions } from './build-context'
import { clearBodies, clearEverything, clearMixedCode } from './clear-caches'
import { compile } from './compile'
import { buildAll } from './full-build'
import { type Before, buildChanges } from './partial-build'
import { openReusable } from './reuse'

export { ChangedPost }

/** Loads the site, and publishes what differs from what is published. With an error nothing is published. */
export async function rebuild(options: RebuildOptions, fingerprint: string): Promise<Built> {
  if (options.clean) {
    await clearEverything()
    options.onPlan('Social cards that would be drawn the same are kept; to draw all anew, delete .cache/cards.')
  }
  await writePageAssets(fingerprint)
  const publish = async () => {
    const built = await publishDifference(options, fingerprint)
    // It names folders, and the project may have been moved.
    if (built.published) await writeNginxConfiguration()
    return built
  }
  try {
    return await publish()
  } catch (error) {
    // Whatever it was that failed.
    if (codeStat() !== options.codeStat) await clearMixedCode()
    if (!(error instanceof MissingBody)) throw error
    options.onPlan(`${error.message} All articles are rendered again.`)
    await clearBodies()
    return await publish()
  }
}

function throwIfSettingsChanged({ hasOwnSettings }: LoadedSite): void {
  if (!hasOwnSettings) throw new ChangedSettings()
}

async function publishDifference(options: RebuildOptions, fingerprint: string): Promise<Built> {
  const reusable = await openReusable(options, fingerprint)
  if ('reason' in reusable) {
    const loaded = await loadWhileCompiling(options, fingerprint)
    if (hasErrors(loaded)) return toldOf(loaded)
    throwIfSettingsChanged(loaded)
    return published(loaded, await buildAll(contextOf(options, fingerprint, loaded), reusable.reason))
  }
  const loading = load(reusable.reader)
  let renderer: PageRenderer | undefined
  try {
    // Posts have been read by now. Earlier, these would take the core that they are read on.
    renderer = reusable.startRenderer()
    const checked = checkAside(reusable.current, reusable.manifest, {
      ...{ fingerprint, endings: options.compress ? compressedEndings : [] },
    })
    checked.catch(() => {})
    const loaded = await loading
    if (hasErrors(loaded)) return toldOf(loaded)
    throwIfSettingsChanged(loaded)
    const context = contextOf(options, fingerprint, loaded)
    return published(loaded, await publishChanges(context, { ...reusable, renderer, checked }))
  } finally {
    await loading.catch(() => {})
    // A worker that has not begun yet still has to warm up.
    await renderer?.close()
    await clearViews()
  }
}

/** Publishes what differs alone, or everything where that cannot be. */
async function publishChanges(context: BuildContext, reusable: Omit<Before, 'difference'>): Promise<Published> {
  const { plan, loaded, onPlan } = context
  const { current, manifest, renderer } = reusable
  const buildEverything = async (reason: string) => {
    await renderer.close()
    return buildAll(context, reason)
  }
  if (lacksRoute(plan, manifest)) return buildEverything('the last page of a kind has gone')
  const difference = differenceFrom(manifest, plan)
  if (isNothing(difference) && (await inputsOfSteps(beforePublish, loaded)) === manifest.stepInputs) {
    const { damaged, stats } = checkFiles(manifest.stats, () => current)
    if (damaged[0] !== undefined) return buildEverything(damageWords(damaged[0]))
    onPlan('Nothing that is published has changed.')
    return { articles: loaded.library.entries.length, pages: plan.pages.size, rendered: 0, stats }
  }
  try {
    return await buildChanges(context, { ...reusable, difference })
  } catch (error) {
    if (notByItself.some((kind) => error instanceof kind)) throw error
    // Whatever it was, it may lie in what earlier builds left behind; a build of everything tells.
    const told = error instanceof Error ? error.message : error
    return buildEverything(`what has changed could not be made alone (${told})`)
  }
}

// What a build of everything would meet again.
const notByItself = [ChangedCode, ChangedPost, MissingBody]

// Its stylesheet may be gone with it.
function lacksRoute(plan: Plan, { routes }: Manifest): boolean {
  const planned = routesOf(plan)
  return !routes.every((route) => planned.includes(route))
}

// From here on Next compiles while posts are read: before, a writer's mistake is told before anything is compiled.
const many = 2000

async function loadWhileCompiling(options: RebuildOptions, fingerprint: string): Promise<LoadedSite> {
  if (listPosts(site.postsDirectory).posts.length <= many)
    return load(createReader({ ...options, published: publishedSite }))
  let compiling = true
  const compiled = compile({ ...options, fingerprint }).finally(() => {
    compiling = false
  })
  // Next needs a core, and as much memory as several workers.
  const loading = load(
    createReader({ ...options, published: publishedSite, workers: () => (compiling ? 1 : mostWorkers) }),
  )
  // What fails is told when both have ended: a body that is rendered is not rendered in vain.
  await Promise.allSettled([loading, compiled])
  await compiled
  return loading
}

async function load(reader: Reader): Promise<LoadedSite> {
  try {
    const loaded = await reader.read()
    await reader.sweep()
    return loaded
  } finally {
    await reader.close()
  }
}

const hasErrors = ({ problems }: LoadedSite) => problems.some(isError)

const toldOf = ({ problems, withheld, posts }: LoadedSite): Built => ({ report: report(problems, posts), withheld })

async function published(loaded: LoadedSite, published: Published): Promise<Built> {
  const addresses = await loaded.kept?.keep()
  return { ...toldOf(loaded), published, ...(addresses ? { addresses } : {}) }
}

const contextOf = (options: RebuildOptions, fingerprint: string, loaded: LoadedSite): BuildContext => ({
  ...{ ...options, fingerprint, loaded },
  plan: planOf(loaded, fingerprint),
})
