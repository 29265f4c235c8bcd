import { readFile } from 'node:fs/promises'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'
import { decodePercent } from '../../percent-encoding'
import { site } from '../../site'
import { earlierDirectory } from '../release/earlier-assets'
import { hashedFolders } from '../release-file'
import { compressAnswer } from './compressed-answers'
import { headersOf } from './headers'
import { hostFileNames } from './host-files'
import type { OldPath } from './old-paths'
import { isRefused } from './refused-paths'
import { createRedirects } from './served-redirects'

const fileOptions = {
  // Looks at the disk for every request, so that a new release is served the moment it is published.
  dev: true,
  etag: true,
  extensions: [],
  // Taken where a build with --compress left them.
  brotli: true,
  gzip: true,
}

/** Serves `out/` as any static host would: folders end in a slash, what is missing is the site's own 404 page. */
export function createHandler(directory = path.resolve('out')) {
  const files = sirv(directory, fileOptions)
  const earlierFiles = sirv(path.join(earlierDirectory, decodeURI(site.basePath)), fileOptions)
  const oldPathAt = createRedirects(directory)
  const missing = async (response: ServerResponse, status: 404 | 410 = 404) => {
    say(response, '/404.html')
    response.writeHead(status)
    response.end(await readFile(path.join(directory, '404.html')).catch(() => 'Not found'))
  }
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    // Joined, not resolved: `//host/path` is a path here, and not another host.
    const { pathname, search, searchParams } = new URL(`http://localhost${request.url}`)
    if (isRefused(request.url ?? '')) return missing(response)
    if (site.basePath && (pathname === '/' || pathname === site.basePath))
      return redirect(response, `${site.basePath}/${search}`)
    if (!pathname.startsWith(`${site.basePath}/`)) return missing(response)
    const local = pathname.slice(site.basePath.length)
    if (hostFileNames.includes(decodePercent(local).slice(1))) return missing(response)
    const old = oldPathAt(decodePercent(site.basePath + local), searchParams)
    if (old)
      return old.to === undefined ? missing(response, 410) : redirect(response, addressOf(old, old.to, search), 301)
    if (/\/[^/.]+$/.test(local)) return redirect(response, `${pathname}/${search}`)
    // Said in full, so that a file with a slash behind its name is not taken for a folder.
    request.url = (local.endsWith('/') ? `${local}index.html` : local) + search
    if (!isPlainRange(request.headers)) delete request.headers.range
    say(response, local)
    // A file may be taken away after it was found.
    response.once('pipe', (file) => file.once('error', () => response.destroy()))
    const isHashed = hashedFolders.some((folder) => local.startsWith(folder))
    return files(request, response, () =>
      isHashed ? earlierFiles(request, response, () => missing(response)) : missing(response),
    )
  }
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response)
      compressAnswer(request, response)
      await answer(request, response)
    } catch {
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('This went wrong')
    }
  }
}

function say(response: ServerResponse, pathname: string): void {
  for (const [name, value] of Object.entries(headersOf(pathname))) response.setHeader(name, value)
}

// The one kind of range that sirv understands. Whoever asks for another, or for the rest of what may have changed, is
// given the whole, as the standard allows (RFC 9110, 14.2).
function isPlainRange({ range = '', 'if-range': condition }: IncomingHttpHeaders): boolean {
  const [, start, end] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? []
  const isForward = !end || (Number(end) > 0 && Number(end) >= Number(start))
  return start !== undefined && isForward && condition === undefined
}

/** What was asked for besides goes along, but not behind a place, nor what has led here. */
const addressOf = ({ query }: OldPath, to: string, search: string) => (query || to.includes('#') ? to : to + search)

function redirect(response: ServerResponse, location: string, status: 301 | 308 = 308): void {
  say(response, '/')
  response.writeHead(status, { Location: location })
  response.end()
}

function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, { Allow: 'GET, HEAD' }).end()
}
