import { readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { inEmptyFolder } from '../folder'
import { nginx, runningNginx } from './nginx-server'
import { answered, burnt, fillSite, long, missing, moved, oldPaths, refused, sites, unslashed } from './served-site'

describe('the configuration for nginx', () => {
  const { write } = inEmptyFolder()
  const url = process.env.SITE_URL
  afterEach(() => {
    if (url === undefined) delete process.env.SITE_URL
    else process.env.SITE_URL = url
  })

  async function written(siteUrl: string): Promise<string> {
    process.env.SITE_URL = siteUrl
    jest.resetModules()
    await (await import('@/lib/publish/host/nginx-files')).writeNginxConfiguration()
    return readFileSync('.releases/nginx.conf', 'utf8')
  }

  test.each(sites)('leads from $url to the site in out/, release after release', async ({ url, base }) => {
    const [, root = ''] = /^ {2}root "(.+)";$/m.exec(await written(url)) ?? []
    for (const name of ['1', '2']) {
      write(`.releases/${name}/index.html`, name)
      rmSync('out', { force: true })
      symlinkSync(`.releases/${name}`, 'out')
      expect(readFileSync(path.join(root, base, 'index.html'), 'utf8')).toBe(name)
    }
  })

  it('follows the site to another address', async () => {
    write('out/index.html', 'front')
    for (const { url, base } of [...sites, ...sites].reverse()) {
      const [, root = ''] = /^ {2}root "(.+)";$/m.exec(await written(url)) ?? []
      expect(readFileSync(path.join(root, base, 'index.html'), 'utf8')).toBe('front')
    }
  })

  it('gives every location that adds a header all of them', async () => {
    const { everywhere } = await import('@/lib/publish/host/headers')
    const names = [...Object.keys(everywhere), 'Cache-Control', 'Cross-Origin-Resource-Policy'].sort()
    const text = await written('https://example.org')
    const added = text.split(/location /).map((part) => [...part.matchAll(/add_header ([\w-]+) "[^"]+" always;/g)])
    const sets = added.filter((found) => found.length).map((found) => found.map(([, name = '']) => name).sort())
    expect(sets.length).toBeGreaterThan(10)
    for (const set of sets) expect(set.filter((name) => name !== 'X-Robots-Tag')).toEqual(names)
  })
})

// nginx is a program of the system, and these tests run where it is.
if (nginx)
  describe.each(sites)('nginx, with the configuration for $url', ({ url, base }) => {
    const get = runningNginx(url, async (write) => {
      const { nginxRedirects } = await import('@/lib/publish/host/nginx-redirects')
      fillSite(write, base)
      write('out/_redirects.nginx', nginxRedirects(oldPaths(base)))
    })
    const at = (path: string) => new URL(url).pathname.replace(/\/$/, '') + path
    const table = async (path: string) => {
      const { headersOf } = await import('@/lib/publish/host/headers')
      return Object.fromEntries(Object.entries(headersOf(path)).map(([name, value]) => [name.toLowerCase(), value]))
    }

    test.each([...answered, ['/assets/page.OLD.js', 'old script'], ['/pictures/p.OLD.png', 'old pixels']])(
      'answers %s as the table says',
      async (path, text) => {
        const { status, headers, body } = await get(at(path))
        expect({ status, text: String(body) }).toEqual({ status: 200, text })
        expect(headers).toMatchObject(await table(path.replace(/\?.*/, '')))
        expect(Math.abs(Date.now() - Date.parse(headers['last-modified'] ?? ''))).toBeLessThan(3_600_000)
      },
    )

    test.each(missing)('shows the page of what is missing for %s', async (path) => {
      const { status, headers, body } = await get(at(path))
      expect({ status, text: String(body) }).toEqual({ status: 404, text: 'no such page' })
      expect(headers).toMatchObject(await table('/404.html'))
    })

    test.each(refused)('gives nothing away for %s', async (path) => {
      const { status, headers, body } = await get(at(path))
      expect([400, 404]).toContain(status)
      expect(String(body)).not.toMatch(/SECRET|front|a valve/)
      expect(headers).not.toHaveProperty('location')
    })

    test.each(moved)('leads from the old address %s to %s for good', async (path, location) => {
      const { status, headers } = await get(at(path))
      expect({ status, location: headers.location }).toEqual({ status: 301, location: at(location) })
      const { 'content-type': _, ...same } = await table('/old/')
      expect(headers).toMatchObject(same)
    })

    test.each(burnt)('says that %s is gone', async (path) => {
      const { status, headers, body } = await get(at(path))
      expect({ status, text: String(body) }).toEqual({ status: 410, text: 'no such page' })
      expect(headers).toMatchObject(await table('/404.html'))
    })

    test.each(unslashed)('sends %s on to %s, on the same host', async (path, location) => {
      const { status, headers } = await get(at(path))
      expect({ status, location: decodeURI(headers.location ?? '') }).toEqual({
        status: 301,
        location: base + location,
      })
    })

    it('sends what was compressed before, and compresses the rest', async () => {
      const accepted = { 'Accept-Encoding': 'gzip' }
      const packed = await get(at('/assets/page.ABC.css'), accepted)
      expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
      expect(packed.body.equals(gzipSync('packed'))).toBe(true)
      const other = await get(at('/assets/other.ABC.css'), accepted)
      expect(other.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
      expect(other.body.length).toBeLessThan(long.length / 10)
    })

    it('answers 304 to who has the file, with the same headers', async () => {
      for (const path of ['/', '/assets/other.ABC.css', '/feed.xml']) {
        const { headers } = await get(at(path))
        const again = await get(at(path), { 'If-None-Match': headers.etag ?? '' })
        expect({ status: again.status, length: again.body.length }).toEqual({ status: 304, length: 0 })
        const { 'content-type': _, ...same } = await table(path)
        expect(again.headers).toMatchObject({ ...same, etag: headers.etag })
      }
    })

    it('answers 304 to who knows the time of the file, and sends an edit of the same length', async () => {
      for (const header of ['last-modified', 'etag']) {
        const known = (await get(at('/robots.txt'))).headers[header] ?? ''
        const condition = { [header === 'etag' ? 'If-None-Match' : 'If-Modified-Since']: known }
        expect((await get(at('/robots.txt'), condition)).status).toBe(304)
        const later = statSync('out/robots.txt').mtimeMs / 1000 + 1
        writeFileSync('out/robots.txt', 'all')
        utimesSync('out/robots.txt', later, later)
        expect((await get(at('/robots.txt'), condition)).status).toBe(200)
      }
    })

    it('tells by HEAD what GET would give, and gives nothing', async () => {
      const { headers } = await get(at('/feed.xml'))
      const { date: _, ...same } = headers
      expect(await get(at('/feed.xml'), {}, 'HEAD')).toMatchObject({
        status: 200,
        headers: same,
        body: Buffer.alloc(0),
      })
    })

    it('gives a part of a file', async () => {
      const { status, body } = await get(at('/talk.pdf'), { Range: 'bytes=1-' })
      expect({ status, text: String(body) }).toEqual({ status: 206, text: 'df' })
    })

    it('is not made for POST', async () => {
      expect((await get(at('/'), { 'Content-Length': '0' }, 'POST')).status).toBe(405)
    })

    if (base)
      it('leaves other paths to others', async () => {
        expect((await get('/articles/a-valve/')).status).toBe(404)
        expect((await get('/assets/page.ABC.css')).status).toBe(404)
      })

    if (base)
      it('sends its path without the last slash on, with all headers, and no other spelling of it', async () => {
        const whole = new URL(url).pathname
        for (const query of ['', '?x=1']) {
          const { status, headers } = await get(whole + query)
          expect({ status, location: decodeURI(headers.location ?? '') }).toEqual({
            status: 308,
            location: `${base}/${query}`,
          })
          const { 'content-type': _, ...same } = await table('/')
          expect(headers).toMatchObject(same)
        }
        for (const path of [`/${whole}`, `/${whole}/`, `${whole}//`]) {
          const { status, headers } = await get(path)
          expect({ status, location: headers.location }).toEqual({ status: 404, location: undefined })
        }
      })
  })
