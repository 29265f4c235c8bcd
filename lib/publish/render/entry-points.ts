import { readFileSync } from 'node:fs'
import { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import path from 'node:path'
import { site } from '../../site'
import { nextInternals } from '../finish/next-internals'
import { routeOf } from '../finish/routes'

/** What Next has compiled of a route, as its documentation of adapters describes it ("Invoking Entrypoints"). */
type EntryPoint = { handler(request: IncomingMessage, response: ServerResponse, context: object): Promise<unknown> }

type Routes = Record<'staticRoutes' | 'dynamicRoutes', { page: string; regex: string }[]>

export type EntryPoints = {
  /** The markup of the page at a path of the site, as Next renders it. Throws where it renders another status. */
  render(path: string): Promise<string>
}

/** Next's compiled routes, each loaded when its first page is asked for. */
export function openEntryPoints(): EntryPoints {
  const load = createRequire(path.resolve('package.json'))
  load(nextInternals.environment)
  const { staticRoutes, dynamicRoutes } = readJson(nextInternals.routesManifest) as Routes
  const files = readJson(nextInternals.entryPoints.manifest) as Record<string, string>
  const routes = new Map(Object.entries(files).map(([page, file]) => [routeOf(page), file]))
  // Next has put them in the order in which they are tried.
  const patterns = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }))
  const loaded = new Map<string, Promise<EntryPoint>>()

  function entryOf(url: string): Promise<EntryPoint> {
    const path = url.slice(site.basePath.length)
    const file = routes.get(patterns.find(({ pattern }) => pattern.test(path))?.page ?? '')
    if (file === undefined) throw new Error(`Next has compiled no page for ${path}`)
    const entry = loaded.get(file) ?? Promise.resolve(load(`${nextInternals.entryPoints.directory}/${file}`))
    loaded.set(file, entry)
    return entry
  }

  return {
    async render(page) {
      const isNotFound = page === `${site.basePath}/${nextInternals.notFound.file}`
      const url = isNotFound ? `${site.basePath}${nextInternals.notFound.path}/` : page
      const { handler } = await entryOf(url)
      const expected = isNotFound ? 404 : 200
      const { status, text } = await answered(url, expected, handler)
      if (status !== expected) throw new Error(`Next rendered ${page} with status ${status}`)
      return text
    },
  }
}

/** Asks as a server would that has settled on a status, without a network between. */
async function answered(url: string, status: number, handler: EntryPoint['handler']) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { url, method: 'GET', headers: { host: 'localhost', ...nextInternals.wholePages } })
  const response = new ServerResponse(request)
  response.statusCode = status
  const chunks: Buffer[] = []
  const add = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const ended = new Promise<void>((resolve) => {
    response.write = (chunk: unknown) => {
      add(chunk)
      return true
    }
    response.end = (chunk?: unknown) => {
      add(chunk)
      response.emit('finish')
      resolve()
      return response
    }
  })
  await handler(request, response, { waitUntil: () => {}, requestMeta: { relativeProjectDir: '.', minimalMode: true } })
  await ended
  return { status: response.statusCode, text: Buffer.concat(chunks).toString() }
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
