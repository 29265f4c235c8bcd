import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { site } from '../../site'
import { type LoaderTree, nextInternals } from '../finish/next-internals'
import { routeOf } from '../finish/routes'

/** The addresses of Next's stylesheets in their order, by the route whose pages ask for them. */
export type Stylesheets = Record<string, string[]>

export type CompiledPages = {
  /** The markup of the page at a path of the site. Throws where nothing is compiled or found for it. */
  render(path: string): Promise<string>
}

/**
 * The pages that Next has compiled, as React renders them: without the runtime that Next puts into a page for the browser,
 * which takes most of the time, and would be taken out again. Whether all else is as in Next's export is for samples to
 * show. A route is loaded when its first page is asked for.
 */
export function openCompiledPages(stylesheets: Stylesheets): CompiledPages {
  const load = createRequire(path.resolve('package.json'))
  load(nextInternals.environment)
  const { directory, manifest, treeOf } = nextInternals.entryPoints
  const compiled = readJson(manifest) as Record<string, string>
  const files = new Map(Object.entries(compiled).map(([page, file]) => [routeOf(page), file]))
  const patterns = readPatterns()
  const loaded = new Map<string, Promise<Component[]>>()

  function componentsAt(route: string): Promise<Component[]> {
    const components =
      loaded.get(route) ??
      // Where code waits for something while it is loaded, Next compiles it to a promise of what it exports.
      Promise.resolve(load(path.join(directory, files.get(route) ?? ''))).then((entry) => componentsOf(treeOf(entry)))
    loaded.set(route, components)
    return components
  }

  async function elementsOf(address: string): Promise<ReactNode[]> {
    const isNotFound = address === `${site.basePath}/${nextInternals.notFound.file}`
    const url = isNotFound ? nextInternals.notFound.path : address.slice(site.basePath.length)
    const found = patterns.find(({ pattern }) => pattern.test(url))
    if (!found || !files.has(found.route)) throw new Error('Next has compiled nothing for it')
    const { head, notFoundHead } = nextInternals
    return [
      ...[...head, ...(isNotFound ? notFoundHead : [])].map(meta),
      ...(stylesheets[found.route] ?? []).map(stylesheet),
      await nested(await componentsAt(found.route), Promise.resolve(paramsOf(found, url))),
    ]
  }

  return {
    async render(address) {
      try {
        return `<!DOCTYPE html>${renderToStaticMarkup(createElement(Fragment, null, ...(await elementsOf(address))))}`
      } catch (cause) {
        throw new Error(`${address} could not be rendered: ${cause instanceof Error ? cause.message : cause}`, {
          cause,
        })
      }
    },
  }
}

/** What a route shows: its layouts from the outermost inwards, and its page. */
type Component = (props: { params: Promise<Params>; children?: ReactNode }) => ReactNode | Promise<ReactNode>

type Params = Record<string, string | string[]>

async function componentsOf([, { children }, { layout, page }]: LoaderTree): Promise<Component[]> {
  const own = layout ?? page
  return [...(own ? [(await own[0]()).default as Component] : []), ...(children ? await componentsOf(children) : [])]
}

async function nested([outer, ...inner]: Component[], params: Promise<Params>): Promise<ReactNode> {
  return outer?.({ params, children: await nested(inner, params) })
}

const meta = (attributes: Record<string, string>): ReactElement => createElement('meta', attributes)

/** React puts it into the head, by its precedence where Next has it. */
const stylesheet = (href: string): ReactElement =>
  createElement('link', { rel: 'stylesheet', href, precedence: nextInternals.precedence })

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
