import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { LoadedSite } from '@/lib/load/loaded-site'
import type { Problem } from '@/lib/problem'
import type { DevState } from '@/lib/publish/dev/dev-handler'
import { entry, libraryOf } from '../../library/some-library'
import { drawingCode, inEmptyFolder } from '../folder'

const { write } = inEmptyFolder(...drawingCode)
const servers: Server[] = []
const problem: Problem = {
  ...{ file: 'posts/a.md', line: 2, column: 8, severity: 'error', rule: 'colon-in-value' },
  message: 'A <colon> in a value.',
}
const page = { accept: 'text/html' }

async function listen(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** The address of `dev` before a Next that tells what it was asked, or before none. */
async function devBefore(
  next: 'next' | 'nothing',
  problems: Problem[] = [],
): Promise<{ port: number; state: DevState; next: Server }> {
  write('.cache/scripts.json', JSON.stringify({ beforePaint: '', page: '/assets/page.js', live: '/assets/live.js' }))
  write('.cache/assets/page.js', 'script')
  const body = { id: '', headings: [] }
  const picture = { src: '/pictures/p.0123456789.png', width: 1, height: 1, file: write('p.png', 'pixels') }
  const loaded: LoadedSite = {
    ...{
      library: libraryOf([entry()]),
      bodyOf: () => body,
      htmlOf: () => '',
      about: body,
      pictures: [picture],
      problems,
      fixes: [],
    },
    ...{ writtenOf: () => ({ text: 'As *written*.', edits: [] }), withheld: [], hasOwnSettings: true, posts: 1 },
  }
  const state: DevState = { loaded, listeners: new Set() }
  const server = createServer((asked, answer) => answer.end(`next ${asked.method} ${asked.url}`))
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'))
  const nextPort = await listen(server)
  if (next === 'nothing') await new Promise((resolve) => servers.pop()?.close(resolve))
  const { createDevHandler } = await import('@/lib/publish/dev/dev-handler')
  const { handle, upgrade } = createDevHandler(state, nextPort)
  return { state, next: server, port: await listen(createServer(handle).on('upgrade', upgrade)) }
}

type Answer = { status: number | undefined; type: string | undefined; body: string }

/** Asks for a path as it is written. An answer that stays open is given with its first words, and the way to more. */
function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer & { more: Promise<string> }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      const { statusCode: status, headers } = response
      const next = () => new Promise<string>((resolve) => response.once('data', (data) => resolve(String(data))))
      next().then((body) => resolve({ status, type: headers['content-type'], body, more: next() }))
    })
    asked.on('error', reject).end()
  })
}

describe('the site while it is written', () => {
  test.each([
    ['/', 'next GET /'],
    ['/articles/a-valve/?x=1', 'next GET /articles/a-valve/?x=1'],
    ['/assets/page.js', 'script'],
    ['/pictures/p.0123456789.png', 'pixels'],
    ['/pictures/other.png', 'next GET /pictures/other.png'],
    ['/assets/none.js', 'next GET /assets/none.js'],
    ['/assets/../scripts.json', 'next GET /assets/../scripts.json'],
    ['/assets/..%2fscripts.json', 'next GET /assets/..%2fscripts.json'],
    ['//', 'next GET //'],
    ['//evil.example/x', 'next GET //evil.example/x'],
    ['/%E0%A4%A', 'next GET /%E0%A4%A'],
  ])('answers %s with "%s"', async (path, body) => {
    const { port } = await devBefore('next')
    expect(await get(port, path)).toMatchObject({ status: 200, body })
  })

  test.each([
    ['/.DS_Store', 404],
    ['/maps/plan.txt~', 404],
    ['/%23plan.txt%23', 404],
    ['/.git/config', 404],
    ['/_next/static/a.js~', 200],
    ['/maps/plan.txt', 200],
  ])('answers %s with %i, as Next would find there what a release leaves out', async (path, status) => {
    const { port } = await devBefore('next')
    expect(await get(port, path)).toMatchObject({ status })
  })

  test.each([
    ['cover art', '/art/insight/a-valve.svg', 'image/svg+xml; charset=utf-8', /^<svg/],
    ['a feed', '/feed.xml', 'application/xml; charset=utf-8', /<rss/],
    ['an article as it was written', '/articles/a-valve.md', 'text/markdown; charset=utf-8', /\n\nAs \*written\*\.$/],
  ])('makes %s that a release would hold', async (_, path, type, body) => {
    const { port } = await devBefore('next')
    expect(await get(port, path)).toMatchObject({ type, body: expect.stringMatching(body) })
  })

  it('shows the problems in place of every page, and nothing in place of files', async () => {
    const { port } = await devBefore('next', [problem])
    const answer = await get(port, '/articles/', page)
    expect(answer).toMatchObject({ status: 500, type: expect.stringMatching(/text\/html/) })
    expect(answer.body).toContain('posts/a.md:2:8: error colon-in-value')
    expect(answer.body).toContain('&lt;colon>')
    expect(await get(port, '/assets/page.js')).toMatchObject({ status: 200, body: 'script' })
  })

  it('shows pages while there are warnings alone', async () => {
    const { port } = await devBefore('next', [{ ...problem, severity: 'warning' }])
    expect(await get(port, '/', page)).toMatchObject({ status: 200, body: 'next GET /' })
  })

  it('shows why the posts could not be read, and pages again once they can', async () => {
    const { port, state } = await devBefore('next')
    state.failure = 'EACCES: <posts>'
    const answer = await get(port, '/articles/', page)
    expect(answer).toMatchObject({ status: 500, body: expect.stringContaining('EACCES: &lt;posts>') })
    expect(answer.body).toContain('/assets/live.js')
    state.failure = undefined
    expect(await get(port, '/articles/', page)).toMatchObject({ status: 200, body: 'next GET /articles/' })
  })

  test.each([
    ['localhost:3000', 200],
    ['LOCALHOST', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['evil.example:3000', 403],
    ['localhost.evil.example', 403],
    ['evil-localhost', 403],
    ['127.0.0.1.evil.example', 403],
  ])('answers who comes by the name "%s" with %i', async (host, status) => {
    const { port } = await devBefore('next')
    for (const path of ['/', '/live', '/assets/page.js'])
      expect(await get(port, path, { host })).toMatchObject({ status })
  })

  test.each([
    ['localhost', 'HTTP/1.1 101'],
    ['evil.example', ''],
  ])('gives who comes by the name %s Next’s own channel: "%s"', async (host, expected) => {
    const { port } = await devBefore('next')
    const socket = connect(port, '127.0.0.1')
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    let heard = ''
    socket.on('data', (data) => {
      heard += data
      socket.end()
    })
    await once(socket, 'close')
    expect(heard.slice(0, 12)).toBe(expected)
  })

  it('answers what it cannot make sense of with 500, and goes on', async () => {
    const { port } = await devBefore('next')
    expect(await get(port, '*:99999')).toMatchObject({ status: 500 })
    expect(await get(port, '/')).toMatchObject({ status: 200 })
  })

  it('goes on when Next ends in the middle of an answer', async () => {
    const { port, next } = await devBefore('next')
    next.removeAllListeners('request').on('request', (_, answer) => {
      answer.write('half')
      setTimeout(() => answer.destroy(), 50)
    })
    const asked = request({ host: '127.0.0.1', port, path: '/', agent: false }).end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    await expect(once(response.resume(), 'end')).rejects.toThrow(/aborted/)
    expect(await get(port, '/assets/page.js')).toMatchObject({ status: 200 })
  })

  it('tells open pages of a change', async () => {
    const { port, state } = await devBefore('next')
    const { more, type } = await get(port, '/live')
    expect(type).toBe('text/event-stream')
    for (const listener of state.listeners) listener()
    expect(await more).toMatch(/^data: .*\n\n$/)
  })

  it('forgets a page that was closed', async () => {
    const { port, state } = await devBefore('next')
    const asked = request({ host: '127.0.0.1', port, path: '/live', agent: false }).end()
    await new Promise((resolve) => asked.once('response', resolve))
    expect(state.listeners.size).toBe(1)
    asked.on('error', () => {}).destroy()
    while (state.listeners.size) await new Promise((resolve) => setTimeout(resolve, 10))
  })

  it('comes by itself when Next is not there yet', async () => {
    const { port } = await devBefore('nothing')
    expect(await get(port, '/', page)).toMatchObject({ status: 503, body: expect.stringMatching(/starting/i) })
  })
})
