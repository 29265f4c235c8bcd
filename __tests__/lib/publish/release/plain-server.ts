import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server as simple as they come: it knows the times of files, and says nothing of how long one holds. */
export function plainServer(): Server {
  return createServer(({ url = '', headers }, response) => {
    const file = `out${url.endsWith('/') ? `${url}index.html` : url}`
    const modified = Math.floor(statSync(file).mtimeMs / 1000) * 1000
    const known = Date.parse(headers['if-modified-since'] ?? '')
    response.setHeader('Last-Modified', new Date(modified).toUTCString())
    if (modified <= known) response.writeHead(304).end()
    else response.end(readFileSync(file))
  })
}

/** What a browser keeps of an address: it asks for it again with the time that it was told. */
export function keepingBrowser(server: Server) {
  const cache = new Map<string, { text: string; modified: string }>()
  return async (path: string): Promise<{ text: string; modified: string; seconds: number }> => {
    const known = cache.get(path)
    const { port } = server.address() as AddressInfo
    const headers: Record<string, string> = known ? { 'If-Modified-Since': known.modified } : {}
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers, cache: 'no-store' })
    const modified = answer.headers.get('last-modified') ?? ''
    const text = answer.status === 304 ? (known?.text ?? '') : await answer.text()
    cache.set(path, { text, modified })
    // How long a browser takes a page for fresh when nobody tells (RFC 9111, 4.2.2).
    const seconds = (Date.parse(answer.headers.get('date') ?? '') - Date.parse(modified)) / 1000 / 10
    return { text, modified, seconds }
  }
}
