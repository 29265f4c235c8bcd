import { rmSync } from 'node:fs'
import { createServer, type RequestListener, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { inEmptyFolder } from '../folder'
import { burnt, moved, oldPaths, sites } from './served-site'

const { write } = inEmptyFolder()
const url = process.env.SITE_URL
let server: Server | undefined

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
  if (url === undefined) delete process.env.SITE_URL
  else process.env.SITE_URL = url
})

async function serveAt(siteUrl: string): Promise<void> {
  process.env.SITE_URL = siteUrl
  write('package.json', 'SECRET')
  write('out-of-the-way/secret.txt', 'SECRET')
  write('out/.env', 'SECRET')
  write('out/assets/.env', 'SECRET')
  write('out/.well-known/security.txt', 'mail us')
  write('out/index.html', 'front')
  write('out/404.html', 'no such page')
  write('out/articles/a-valve/index.html', 'a valve')
  write('out/assets/page.ABC.js', 'script')
  write('out/_next/static/x.css', 'style')
  write('out/feed.xml', '<feed/>')
  write(`.releases/earlier${new URL(siteUrl).pathname}/assets/page.OLD.js`, 'old script')
  write(`.releases/earlier${new URL(siteUrl).pathname}/old/index.html`, 'old page')
  const { createHandler } = await import('@/lib/publish/host/serve')
  server = createServer(createHandler())
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
}

type Answer = { status: number | undefined; headers: Record<string, unknown>; body: string }

/** Asks for a path exactly as it is written: a client that tidies paths would hide what is tested here. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = (server ?? createServer()).address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const body = unpack(Buffer.concat(chunks), response.headers['content-encoding'])
        resolve({ status: response.statusCode, headers: response.headers, body })
      })
    })
    asked.on('error', reject).end()
  })
}

const unpackers: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync }
const unpack = (bytes: Buffer, encoding = '') => String(bytes.length ? (unpackers[encoding]?.(bytes) ?? bytes) : '')

describe('the server', () => {
  beforeEach(() => serveAt('https://example.org'))

  test.each([
    ['/', 200, 'front'],
    ['/articles/a-valve/', 200, 'a valve'],
    ['/articles/a-valve/?from=front', 200, 'a valve'],
    ['/feed.xml', 200, '<feed/>'],
    ['/.well-known/security.txt', 200, 'mail us'],
    ['/none/', 404, 'no such page'],
    ['/articles/', 404, 'no such page'],
    ['/none.html', 404, 'no such page'],
  ])('answers %s with %i', async (path, status, body) => {
    expect(await get(path)).toMatchObject({ status, body })
  })

  test.each([
    ['/articles/a-valve', '/articles/a-valve/'],
    ['/articles/a-valve?x=1', '/articles/a-valve/?x=1'],
  ])('sends %s on to %s, as any host does', async (path, location) => {
    expect(await get(path)).toMatchObject({ status: 308, headers: { location, 'x-content-type-options': 'nosniff' } })
  })

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/assets/../../package.json',
    '/..%2fout-of-the-way/secret.txt',
    '/%2e%2e%2fout-of-the-way%2fsecret.txt',
    '//package.json',
    '/.env',
    '/%2eenv',
    '/assets/.env',
    '//127.0.0.1/../package.json',
  ])('gives nothing away for %s', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body).not.toContain('SECRET')
  })

  test.each(['//', '//evil.example/x', '///evil.example/x', '/\\evil.example/x', '/.//evil.example/x'])(
    'never sends a reader of %s to another site',
    async (path) => {
      const { status, headers } = await get(path)
      expect([200, 404]).toContain(status)
      expect(headers).not.toHaveProperty('location')
    },
  )

  test.each(['/%', '/%zz', '/%E0%A4%A', '/%00', '/articles/%/', '/a%', '/%.html'])('survives %s', async (path) => {
    const { status } = await get(path)
    expect([308, 400, 404]).toContain(status)
    expect(await get('/')).toMatchObject({ status: 200 })
  })

  test.each([
    ['/', /^public, max-age=0, must-revalidate$/],
    ['/articles/a-valve/', /^public, max-age=0, must-revalidate$/],
    ['/feed.xml', /^public, max-age=600$/],
    ['/none/', /^public, max-age=0, must-revalidate$/],
    ['/assets/none.js', /^public, max-age=0, must-revalidate$/],
    ['/assets/page.ABC.js', /immutable/],
    ['/_next/static/x.css', /immutable/],
    ['/assets/page.OLD.js', /immutable/],
  ])('says how long %s holds', async (path, expected) => {
    expect((await get(path)).headers['cache-control']).toMatch(expected)
  })

  it('answers an unchanged page with 304, and a changed one whole', async () => {
    const { headers } = await get('/')
    const known = { 'If-None-Match': String(headers.etag) }
    expect((await get('/', known)).status).toBe(304)
    write('out/index.html', 'a longer front')
    expect(await get('/', known)).toMatchObject({ status: 200, body: 'a longer front' })
  })

  test.each([
    ['bytes=1-3', 206, 'ron'],
    ['bytes=2-', 206, 'ont'],
    ['bytes=1-99', 206, 'ront'],
    ['bytes=9-', 416, ''],
    ['bytes=9-99', 416, ''],
    ['bytes=999999999999999999999999-', 200, 'front'],
    ['bytes=0-999999999999999999999999', 200, 'front'],
    ['bytes=5-2', 200, 'front'],
    ['bytes=3-0', 200, 'front'],
    ['bytes=0-0', 200, 'front'],
    ['bytes=-2', 200, 'front'],
    ['bytes=-', 200, 'front'],
    ['bytes=--1', 200, 'front'],
    ['bytes=a-b', 200, 'front'],
    ['bytes=0-1,3-4', 200, 'front'],
    ['lines=1-3', 200, 'front'],
    ['', 200, 'front'],
  ])('answers the range "%s" with %i', async (range, status, body) => {
    expect(await get('/', { Range: range })).toMatchObject({ status, body })
    expect(await get('/')).toMatchObject({ status: 200, body: 'front' })
  })

  it('gives the whole where the rest of what may have changed is asked for', async () => {
    expect(await get('/', { Range: 'bytes=1-', 'If-Range': '"old"' })).toMatchObject({ status: 200, body: 'front' })
  })

  it('answers what it cannot make sense of with 500, and goes on', async () => {
    expect(await get('*:99999')).toMatchObject({ status: 500 })
    expect(await get('/')).toMatchObject({ status: 200, body: 'front' })
  })

  it('goes on when a file is taken away while it is sent', async () => {
    const [handle] = (server?.listeners('request') ?? []) as RequestListener[]
    server?.removeAllListeners('request').on('request', (request, response) => {
      handle?.(request, response)
      rmSync('out/feed.xml', { force: true })
    })
    await expect(get('/feed.xml')).rejects.toThrow(/hang up|reset/i)
    expect(await get('/')).toMatchObject({ status: 200, body: 'front' })
  })

  it('says with every file what the table says', async () => {
    const { headersOf } = await import('@/lib/publish/host/headers')
    const lowerCase = (headers: Record<string, string>) =>
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    for (const path of ['/', '/articles/a-valve/', '/feed.xml', '/assets/page.ABC.js', '/_next/static/x.css'])
      expect((await get(path)).headers).toMatchObject(lowerCase(headersOf(path)))
    expect((await get('/none/')).headers).toMatchObject(lowerCase(headersOf('/404.html')))
  })

  it('finds a hashed file of an earlier release, and nothing else of it', async () => {
    expect(await get('/assets/page.OLD.js')).toMatchObject({ status: 200, body: 'old script' })
    expect(await get('/old/')).toMatchObject({ status: 404 })
  })

  // A file with a slash behind its name would be sent as a page, whatever it is.
  test.each(['/feed.xml/', '/assets/page.ABC.js/', '/404/', '/index/', '/articles/a-valve/index/'])(
    'finds no folder at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  test.each([
    ...['/_headers', '/_redirects', '/_redirects.nginx', '/vercel.json', '/netlify.toml', '/.nojekyll'],
    ...['//_headers', '///vercel.json', '/.//netlify.toml', '/%5fheaders', '/vercel%2ejson', '/vercel%2Ejson'],
    ...['/%76ercel.json', '/_headers?x', '//_headers/', '/assets//..//_headers', '/assets/%2e%2e//_headers'],
  ])('keeps %s to the host', async (path) => {
    for (const name of ['_headers', '_redirects', '_redirects.nginx', 'vercel.json', 'netlify.toml', '.nojekyll'])
      write(`out/${name}`, 'SECRET')
    expect(await get(path)).toMatchObject({ status: 404, body: 'no such page' })
  })

  test.each([
    '//feed.xml',
    '//assets/page.ABC.js',
    '/assets//page.ABC.js',
    '//articles/a-valve',
    '//articles/a-valve/',
  ])('gives nothing for %s, as nginx does', async (path) => {
    const { status, headers } = await get(path)
    expect(status).toBe(404)
    expect(headers).not.toHaveProperty('location')
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is not made for %s', async (method) => {
    expect(await get('/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it('tells by HEAD what GET would give, and gives nothing', async () => {
    const { headers } = await get('/assets/page.ABC.js')
    const { date: _, ...same } = headers
    expect(await get('/assets/page.ABC.js', {}, 'HEAD')).toMatchObject({ status: 200, headers: same, body: '' })
  })

  it('shows words where the site has no page for what is missing', async () => {
    rmSync('out/404.html')
    expect(await get('/none/')).toMatchObject({ status: 404, body: expect.stringMatching(/not found/i) })
  })
})

describe.each(sites)('the server of $url, asked for an old address', ({ url, base: readable }) => {
  const base = encodeURI(readable)
  beforeEach(async () => {
    await serveAt(url)
    write('out/old/index.html', 'a redirect page')
    const { redirectsFile } = await import('@/lib/publish/host/redirects-file')
    write('out/_redirects', redirectsFile(oldPaths(readable)))
  })

  test.each(moved)('leads from %s to %s for good', async (path, location) => {
    const wanted = { location: base + location, 'x-content-type-options': 'nosniff' }
    expect(await get(base + path)).toMatchObject({ status: 301, headers: wanted })
  })

  test.each(burnt)('says that %s is gone', async (path) => {
    expect(await get(base + path)).toMatchObject({ status: 410, body: 'no such page' })
  })

  it('follows the next release, one without redirects too', async () => {
    write('out/_redirects', `# none\n${base}/articles/* ${base}/:splat 302\n`)
    expect(await get(`${base}/old/`)).toMatchObject({ status: 200, body: 'a redirect page' })
    expect(await get(`${base}/articles/a-valve/`)).toMatchObject({ status: 200 })
    rmSync('out/_redirects')
    expect(await get(`${base}/burnt/`)).toMatchObject({ status: 404 })
  })

  test.each(['/', '/?p=1', '/?p=120', '/?xp=12', '/articles/a-valve/', '/older/'])('leaves %s alone', async (path) => {
    expect((await get(base + path)).headers).not.toHaveProperty('location')
  })
})

describe('the server, of what is long', () => {
  const long = 'a long page '.repeat(1000)
  beforeEach(async () => {
    await serveAt('https://example.org')
    for (const name of ['index.html', 'assets/long.js', 'art/a.svg', 'pictures/a.png', 'tail.txt'])
      write(`out/${name}`, long)
  })

  test.each([
    ['/', 'br', 'br'],
    ['/', 'gzip', 'gzip'],
    ['/', 'gzip, deflate, br, zstd', 'br'],
    ['/', 'identity', undefined],
    ['/', '', undefined],
    ['/assets/long.js', 'gzip, br', 'br'],
    ['/art/a.svg', 'gzip, br', 'br'],
    ['/pictures/a.png', 'gzip, br', undefined],
    ['/articles/a-valve/', 'gzip, br', undefined],
  ])('sends %s to who takes "%s" as %s', async (path, accepted, encoding) => {
    const { status, headers, body } = await get(path, { 'Accept-Encoding': accepted })
    expect({ status, encoding: headers['content-encoding'] }).toEqual({ status: 200, encoding })
    expect(body).toBe(path.includes('valve') ? 'a valve' : long)
    if (path !== '/pictures/a.png') expect(headers.vary).toMatch(/Accept-Encoding/)
  })

  it('takes what a build has compressed already', async () => {
    write('out/assets/long.js.br', brotliCompressSync('better'))
    write('out/index.html.gz', gzipSync('packed'))
    expect(await get('/assets/long.js', { 'Accept-Encoding': 'gzip, br' })).toMatchObject({
      headers: { 'content-encoding': 'br', 'content-type': 'text/javascript; charset=utf-8' },
      body: 'better',
    })
    expect(await get('/', { 'Accept-Encoding': 'gzip' })).toMatchObject({
      headers: { 'content-encoding': 'gzip', 'content-type': 'text/html; charset=utf-8' },
      body: 'packed',
    })
    expect(await get('/')).toMatchObject({ body: long })
  })

  it('answers 304 to who has the compressed page', async () => {
    const accepted = { 'Accept-Encoding': 'br' }
    const { headers } = await get('/', accepted)
    expect(await get('/', { ...accepted, 'If-None-Match': String(headers.etag) })).toMatchObject({
      status: 304,
      body: '',
    })
  })

  it('gives a part of a file as it is', async () => {
    const { status, headers, body } = await get('/tail.txt', { 'Accept-Encoding': 'gzip, br', Range: 'bytes=2-5' })
    expect({ status, encoding: headers['content-encoding'], body }).toEqual({
      status: 206,
      encoding: undefined,
      body: 'long',
    })
  })
})

describe('the server of a site under a path', () => {
  beforeEach(() => serveAt('https://example.org/magazine'))

  it('says what the table says, and finds what was there before', async () => {
    expect((await get('/magazine/assets/page.ABC.js')).headers['cache-control']).toMatch(/immutable/)
    expect(await get('/magazine/assets/page.OLD.js')).toMatchObject({ status: 200, body: 'old script' })
    expect(await get('/assets/page.OLD.js')).toMatchObject({ status: 404 })
    expect(await get('/magazine/_headers')).toMatchObject({ status: 404 })
  })

  test.each([
    ['/magazine/', 200, 'front'],
    ['/magazine/articles/a-valve/', 200, 'a valve'],
    ['/magazine/none/', 404, 'no such page'],
    ['/articles/a-valve/', 404, 'no such page'],
    ['/magazinearticles/a-valve/', 404, 'no such page'],
    ['/magazine/../package.json', 404, 'no such page'],
    ['/magazine/%2e%2e%2fpackage.json', 404, 'no such page'],
  ])('answers %s with %i', async (path, status, body) => {
    expect(await get(path)).toMatchObject({ status, body })
  })

  test.each([
    ['/', '/magazine/'],
    ['/magazine', '/magazine/'],
    ['/magazine?x=1', '/magazine/?x=1'],
    ['/magazine/articles/a-valve', '/magazine/articles/a-valve/'],
  ])('sends %s on to %s', async (path, location) => {
    expect(await get(path)).toMatchObject({ status: 308, headers: { location } })
  })

  test.each(['//magazine', '//magazine/', '/magazine//', '/magazine//_headers', '//magazine/_headers'])(
    'gives nothing for %s',
    async (path) => {
      write('out/_headers', 'SECRET')
      const { status, headers, body } = await get(path)
      expect({ status, body }).toEqual({ status: 404, body: 'no such page' })
      expect(headers).not.toHaveProperty('location')
    },
  )
})
