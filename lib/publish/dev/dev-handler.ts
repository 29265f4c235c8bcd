import { readFile } from 'node:fs/promises'
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { type Duplex, pipeline } from 'node:stream'
import { readCacheFile } from '../../cache-file.mjs'
import { report } from '../../content/report'
import { isLeftover } from '../../leftovers.mjs'
import type { LoadedSite } from '../../load/loaded-site'
import { nextFolder } from '../../next-folder'
import { decodePercent } from '../../percent-encoding'
import { isError } from '../../problem'
import { livePath } from '../../routes'
import { site } from '../../site'
import { contentTypeOf } from '../host/content-types'
import { readScripts } from '../page-assets/script-manifest'
import { assetsDirectory } from '../page-assets/scripts'
import { releaseFiles } from '../plan/release-files'
import type { ReleaseFile } from '../release-file'
import { notRead, problemPage } from './problem-page'

/** `failure` says why the last reading came to nothing; `loaded` is then of the one before. */
export type DevState = { loaded: LoadedSite | undefined; failure?: string | undefined; listeners: Set<() => void> }

// Another name that leads here, as a page elsewhere can arrange, is not how a writer comes.
const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i

const nextAssets = site.basePath + nextFolder

/** Stands before `next dev`: adds what a release holds beside Next's pages, and the news that a post has changed. */
export function createDevHandler(state: DevState, nextPort: number) {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!ownHost.test(request.headers.host ?? '')) return say(response, 403, 'Come by http://localhost')
    // Joined, not resolved: `//host/path` is a path here, and not another host.
    const { pathname } = new URL(`http://localhost${request.url}`)
    const loaded = state.loaded
    if (pathname === livePath()) return tellNews(state, request, response)
    const file = await wanted(pathname, loaded)
    if (file) {
      response.writeHead(200, { 'Content-Type': contentTypeOf(pathname) })
      return void response.end(file)
    }
    // Next would take it from public/, and a release does not.
    if (!pathname.startsWith(nextAssets) && decodePercent(pathname).split('/').some(isLeftover))
      return say(response, 404, 'This is not published')
    const trouble = request.headers.accept?.includes('text/html') ? await troublePage(state) : undefined
    if (trouble) {
      response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' })
      response.end(trouble)
    } else {
      forward(request, response, nextPort)
    }
  }

  return {
    handle: (request: IncomingMessage, response: ServerResponse): Promise<void> =>
      answer(request, response).catch((error: Error) => say(response, 500, error.message)),
    // Next's own channel for changes of code.
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      if (!ownHost.test(request.headers.host ?? '')) return socket.destroy()
      const upstream = connect(nextPort, '127.0.0.1', () => {
        const headers = request.rawHeaders.reduce((text, part, index) => text + part + (index % 2 ? '\r\n' : ': '), '')
        upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers}\r\n`)
        upstream.write(head)
        socket.pipe(upstream).pipe(socket)
      })
      upstream.on('error', () => socket.destroy())
      socket.on('error', () => upstream.destroy())
    },
  }
}

/** What stands in place of every page, if anything does. */
async function troublePage({ loaded, failure }: DevState): Promise<string | undefined> {
  if (failure !== undefined) return problemPage(failure, (await readScripts()).live, notRead)
  if (loaded?.problems.some(isError))
    return problemPage(report(loaded.problems, loaded.posts), (await readScripts()).live)
}

function say(response: ServerResponse, status: number, words: string): void {
  if (response.headersSent) response.destroy()
  else response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(words)
}

async function wanted(pathname: string, loaded: LoadedSite | undefined): Promise<Buffer | string | undefined> {
  const assets = `${site.basePath}/assets/`
  if (pathname.startsWith(assets))
    return readFile(path.join(assetsDirectory, path.basename(pathname))).catch(() => undefined)
  const file = loaded && filesOf(loaded).get(pathname)
  if (!file) return undefined
  if ('text' in file) return file.text()
  if ('bytes' in file) return Buffer.from(file.bytes())
  if (!file.make) return readFile(file.copyOf).catch(() => undefined)
  return readCacheFile(file.copyOf) ?? file.make().then(() => readCacheFile(file.copyOf))
}

const known = new WeakMap<LoadedSite, Map<string, ReleaseFile>>()

function filesOf(loaded: LoadedSite): Map<string, ReleaseFile> {
  const files =
    known.get(loaded) ?? new Map([...releaseFiles(loaded, () => false)].reverse().map((file) => [file.path, file]))
  known.set(loaded, files)
  return files
}

function tellNews({ listeners }: DevState, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
  response.write(': open\n\n')
  const listener = () => response.write('data: changed\n\n')
  listeners.add(listener)
  request.on('close', () => listeners.delete(listener))
}

function forward(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, headers, url } = request
  const upstream = ask({ host: '127.0.0.1', port, method, headers, path: url }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    pipeline(answer, response, () => {})
  })
  upstream.on('error', () => {
    if (response.headersSent) return response.destroy()
    // Next is still starting: the browser asks again by itself.
    response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', Refresh: '1' })
    response.end('<!doctype html><title>Starting</title><p>The site is starting; this page reloads by itself.</p>')
  })
  request.pipe(upstream)
}
