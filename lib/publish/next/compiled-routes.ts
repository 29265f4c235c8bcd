import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { site } from '../../site'
import { type LoaderTree, nextInternals } from './next-internals'
import { routeOf } from './routes'

export type Params = Record<string, string | string[]>

/** A page that Next has compiled, as it is put together. */
export type CompiledRoute = {
  route: string
  params: Params
  /** What Next puts into the head by itself: the attributes of `meta` elements. */
  head: readonly Record<string, string>[]
  /** What is exported by default: layouts from the outermost inwards, then the page. */
  components: unknown[]
}

/** Finds what Next has compiled for a path of the site. A route is loaded when its first page is asked for. */
export function openCompiledRoutes(): (address: string) => Promise<CompiledRoute> {
  const load = createRequire(path.resolve('package.json'))
  load(nextInternals.environment)
  const { directory, manifest, treeOf } = nextInternals.entryPoints
  const compiled = readJson(manifest) as Record<string, string>
  const files = new Map(Object.entries(compiled).map(([page, file]) => [routeOf(page), file]))
  const patterns = readPatterns()
  const loaded = new Map<string, Promise<unknown[]>>()

  function componentsAt(route: string): Promise<unknown[]> {
    const components =
      loaded.get(route) ??
      // Where code waits for something while it is loaded, Next compiles it to a promise of what it exports.
      Promise.resolve(load(path.join(directory, files.get(route) ?? ''))).then((entry) => componentsOf(treeOf(entry)))
    loaded.set(route, components)
    return components
  }

  return async (address) => {
    const { head, notFound, notFoundHead } = nextInternals
    const isNotFound = address === `${site.basePath}/${notFound.file}`
    const url = isNotFound ? notFound.path : address.slice(site.basePath.length)
    const found = patterns.find(({ pattern }) => pattern.test(url))
    if (!found || !files.has(found.route)) throw new Error('Next has compiled nothing for it')
    return {
      route: found.route,
      params: paramsOf(found, url),
      head: [...head, ...(isNotFound ? notFoundHead : [])],
      components: await componentsAt(found.route),
    }
  }
}

async function componentsOf([, { children }, { layout, page }]: LoaderTree): Promise<unknown[]> {
  const own = layout ?? page
  return [...(own ? [componentIn(await own[0]())] : []), ...(children ? await componentsOf(children) : [])]
}

/** What a module makes for the head differs from page to page, and stands in no sample for sure. */
function componentIn(module: { default: unknown }): unknown {
  const made = Object.keys(module).find((name) => /^generate(?:Metadata|Viewport)$/.test(name))
  if (made) throw new Error(`its code has a function ${made}`)
  return module.default
}

/** A route, and what its paths look like: a group for each of its params. */
type Pattern = { route: string; pattern: RegExp }

function readPatterns(): Pattern[] {
  type Routes = Record<'staticRoutes' | 'dynamicRoutes', { page: string; regex: string }[]>
  const { staticRoutes, dynamicRoutes } = readJson(nextInternals.routesManifest) as Routes
  // Next has put them in the order in which they are tried.
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ route: page, pattern: new RegExp(regex) }))
}

/** `/tag/[slug]/[[...page]]` at `/tag/a/page/2/`: `{ slug: 'a', page: ['page', '2'] }`. */
function paramsOf({ route, pattern }: Pattern, url: string): Params {
  const [, ...values] = pattern.exec(url) ?? []
  const names = [...route.matchAll(/\[(\.\.\.)?(\w+)\]/g)]
  return Object.fromEntries(
    names.flatMap(([, isCatchAll, name = ''], index) => {
      const parts = values[index]?.split('/').map(decodeURIComponent)
      return parts ? [[name, isCatchAll ? parts : (parts[0] ?? '')]] : []
    }),
  )
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
