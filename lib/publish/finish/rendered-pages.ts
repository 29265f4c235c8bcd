import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { nextInternals } from './next-internals'

/** A page of Next's export: its file there, and whether it holds a Client Component that is not Next's own. */
export type RenderedPage = { file: string; hydrates: boolean }

type PrerenderManifest = { routes: Record<string, { srcRoute: string | null }> }
type ClientManifests = Record<string, { clientModules: Record<string, unknown> }>

/** Every page that the last build has rendered. */
export async function renderedPages(): Promise<RenderedPage[]> {
  const { routes } = JSON.parse(await readFile(nextInternals.prerenderManifest, 'utf8')) as PrerenderManifest
  const hydrating = await hydratingRoutes()
  return Object.entries(routes).flatMap(([path, { srcRoute }]) => {
    const file = fileOf(path)
    return file ? [{ file, hydrates: hydrating.has(srcRoute ?? path) }] : []
  })
}

async function hydratingRoutes(): Promise<Set<string>> {
  const { directory, name } = nextInternals.clientManifests
  const files = (await readdir(directory, { recursive: true })).filter((file) => path.basename(file) === name)
  const manifests = createContext({})
  for (const file of files) runInContext(await readFile(path.join(directory, file), 'utf8'), manifests)
  const found = Object.entries(manifests[nextInternals.clientManifests.global] as ClientManifests)
  const needed = found.filter(([, { clientModules }]) => !Object.keys(clientModules).every(isNextsOwn))
  return new Set(needed.map(([page]) => page.replace(/\/page$/, '') || '/'))
}

const isNextsOwn = (module: string) => module.includes(nextInternals.ownModules)

function fileOf(path: string): string | undefined {
  if (path === nextInternals.notFound.path) return nextInternals.notFound.file
  if (path === nextInternals.errorPath) return undefined
  return path === '/' ? 'index.html' : `${path.slice(1)}/index.html`
}
