import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { nextInternals } from './next-internals'
import { routeOf } from './routes'

/** A page of Next's export: its file there, its route, and whether it holds a Client Component that is not Next's own. */
export type RenderedPage = { file: string; route: string; hydrates: boolean }

type PrerenderManifest = { routes: Record<string, { srcRoute: string | null; routeType?: string }> }
type ClientManifests = Record<string, { clientModules: Record<string, unknown> }>

/** Every page that the last build has rendered. */
export async function renderedPages(): Promise<RenderedPage[]> {
  const { routes } = JSON.parse(await readFile(nextInternals.prerenderManifest, 'utf8')) as PrerenderManifest
  const hydrating = await routesThatHydrate()
  return Object.entries(routes).flatMap(([path, { srcRoute, routeType }]) => {
    const file = fileOf(path)
    if (!file || routeType !== nextInternals.pageType) return []
    const route = srcRoute ?? path
    const hydrates = hydrating.get(route)
    if (hydrates === undefined) throw new Error(`Next does not say which Client Components ${path} holds.`)
    return [{ file, route, hydrates }]
  })
}

/** Whether a page of the last build held a Client Component of ours; without a build none did. */
export async function someRouteHydrates(): Promise<boolean> {
  const routes = await routesThatHydrate().catch(() => new Map<string, boolean>())
  return [...routes.values()].includes(true)
}

/** Every route that has a page, and whether this page holds a Client Component of ours. */
async function routesThatHydrate(): Promise<Map<string, boolean>> {
  const { directory, name } = nextInternals.clientManifests
  const files = (await readdir(directory, { recursive: true })).filter((file) => path.basename(file) === name)
  const manifests = createContext({})
  for (const file of files) runInContext(await readFile(path.join(directory, file), 'utf8'), manifests)
  const found = Object.entries(manifests[nextInternals.clientManifests.global] as ClientManifests)
  return new Map(
    found.map(([page, { clientModules }]) => [routeOf(page), !Object.keys(clientModules).every(isNextsOwn)]),
  )
}

const isNextsOwn = (module: string) => module.includes(nextInternals.ownModules)

function fileOf(path: string): string | undefined {
  if (path === nextInternals.notFound.path) return nextInternals.notFound.file
  if (path === nextInternals.errorPath) return undefined
  return path === '/' ? 'index.html' : `${path.slice(1)}/index.html`
}
