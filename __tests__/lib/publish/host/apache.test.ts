import { apache, runningApache } from './apache-server'
import { answered, burnt, fillSite, long, missing, moved, oldPaths, refused, sites, unslashed } from './served-site'

const ofSite = process.env.SITE_URL
afterAll(() => {
  if (ofSite === undefined) delete process.env.SITE_URL
  else process.env.SITE_URL = ofSite
})

// Apache is a program of the system, and these tests run where it is.
if (apache)
  describe.each(sites)('Apache, with .htaccess for $url', ({ url, base }) => {
    const get = runningApache(base, async (write) => {
      process.env.SITE_URL = url
      jest.resetModules()
      const { htaccessFile } = await import('@/lib/publish/host/htaccess')
      const { hostFileNames } = await import('@/lib/publish/host/host-files')
      fillSite(write, base)
      write('out/_redirects.nginx', 'SECRET')
      write('out/.htaccess', htaccessFile(oldPaths(base), hostFileNames))
    })
    const at = (path: string) => new URL(url).pathname.replace(/\/$/, '') + path
    const table = async (path: string) => {
      const { headersOf } = await import('@/lib/publish/host/headers')
      return Object.fromEntries(Object.entries(headersOf(path)).map(([name, value]) => [name.toLowerCase(), value]))
    }

    test.each(answered)('answers %s as the table says', async (path, text) => {
      const { status, headers, body } = await get(at(path))
      expect({ status, text: String(body) }).toEqual({ status: 200, text })
      expect(headers).toMatchObject(await table(path.replace(/\?.*/, '')))
    })

    test.each(missing)('shows the page of what is missing for %s', async (path) => {
      const { status, headers, body } = await get(at(path))
      expect({ status, text: String(body) }).toEqual({ status: 404, text: 'no such page' })
      expect(headers).toMatchObject(await table('/404.html'))
    })

    test.each([...refused, '/.htaccess'])('gives nothing away for %s', async (path) => {
      const { status, headers, body } = await get(at(path))
      expect([400, 403, 404]).toContain(status)
      expect(String(body)).not.toMatch(/SECRET|front|a valve/)
      expect(headers).not.toHaveProperty('location')
    })

    /** Of an absolute address, what stands behind the host. */
    const behindHost = (location = '') => location.replace(/^http:\/\/[^/]+/, '')

    test.each([...moved, ...unslashed])('leads from %s to %s for good', async (path, location) => {
      const { status, headers } = await get(at(path))
      expect({ status, location: behindHost(headers.location) }).toEqual({ status: 301, location: at(location) })
    })

    test.each(burnt)('says that %s is gone', async (path) => {
      const { status, headers, body } = await get(at(path))
      expect({ status, text: String(body) }).toEqual({ status: 410, text: 'no such page' })
      expect(headers).toMatchObject(await table('/404.html'))
    })

    it('compresses text', async () => {
      const { headers, body } = await get(at('/assets/other.ABC.css'), { 'Accept-Encoding': 'gzip' })
      expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
      expect(body.length).toBeLessThan(long.length / 10)
    })

    it('gives a part of a file', async () => {
      const { status, body } = await get(at('/talk.pdf'), { Range: 'bytes=1-' })
      expect({ status, text: String(body) }).toEqual({ status: 206, text: 'df' })
    })

    if (base)
      it('leaves other paths to others', async () => {
        expect((await get('/articles/a-valve/')).status).toBe(404)
        expect((await get('/assets/page.ABC.css')).status).toBe(404)
      })
  })
