import { defaultHeaderPaths, everywhere, headerRules, headersOf, patternSource } from '@/lib/publish/host/headers'
import { hashedFolders } from '@/lib/publish/release-file'

const year = 'public, max-age=31536000, immutable'
const day = 'public, max-age=86400'
const minutes = 'public, max-age=600'
const never = 'public, max-age=0, must-revalidate'
const html = 'text/html; charset=utf-8'

const matches = (pattern: string, path: string) => new RegExp(`^${patternSource(pattern)}$`).test(path)

describe('the headers of a path', () => {
  test.each([
    ['/', never, html, 'same-origin'],
    ['/articles/a-valve/', never, html, 'same-origin'],
    ['/404.html', never, html, 'same-origin'],
    ['/was-there/once/', never, html, 'same-origin'],
    ['/_next/static/chunks/0a.js', year, 'text/javascript; charset=utf-8', 'same-origin'],
    ['/assets/page.ABC.css', year, 'text/css; charset=utf-8', 'same-origin'],
    ['/_next/static/media/a.woff2', year, 'font/woff2', 'same-origin'],
    ['/pictures/a.0123456789.avif', year, 'image/avif', 'cross-origin'],
    ['/cards/a.0123456789.jpg', year, 'image/jpeg', 'cross-origin'],
    ['/art/insight/a.svg', day, 'image/svg+xml; charset=utf-8', 'cross-origin'],
    ['/favicon.ico', day, 'image/x-icon', 'cross-origin'],
    ['/feed.xml', minutes, 'application/rss+xml; charset=utf-8', 'same-origin'],
    ['/tag/robots/feed.xml', minutes, 'application/rss+xml; charset=utf-8', 'same-origin'],
    ['/category/insight/atom.xml', minutes, 'application/atom+xml; charset=utf-8', 'same-origin'],
    ['/category/insight/feed.json', minutes, 'application/feed+json; charset=utf-8', 'same-origin'],
    ['/sitemap.xml', minutes, 'application/xml; charset=utf-8', 'same-origin'],
    ['/sitemap-2.xml', minutes, 'application/xml; charset=utf-8', 'same-origin'],
    ['/sitemap-2.xml', minutes, 'application/xml; charset=utf-8', 'same-origin'],
    ['/icon-192.png', day, 'image/png', 'cross-origin'],
    ['/robots.txt', minutes, 'text/plain; charset=utf-8', 'same-origin'],
    ['/manifest.webmanifest', minutes, 'application/manifest+json; charset=utf-8', 'same-origin'],
    ['/talk.PDF', never, 'application/pdf', 'same-origin'],
    ['/data.unheard-of', never, 'application/octet-stream', 'same-origin'],
    ['/assets', never, 'application/octet-stream', 'same-origin'],
    ['/feedXxml', never, 'application/octet-stream', 'same-origin'],
  ])('of %s are right', (path, cache, type, embedding) => {
    expect(headersOf(path)).toEqual({
      ...everywhere,
      'Cache-Control': cache,
      'Content-Type': type,
      'Cross-Origin-Resource-Policy': embedding,
    })
  })

  it('of a Markdown alternate send searches to the article', () => {
    expect(headersOf('/articles/a-valve.md')).toMatchObject({
      'Content-Type': 'text/markdown; charset=utf-8',
      'X-Robots-Tag': 'noindex',
    })
  })

  test.each([
    ['Strict-Transport-Security', /^max-age=63072000$/],
    ['X-Content-Type-Options', /^nosniff$/],
    ['Referrer-Policy', /^strict-origin-when-cross-origin$/],
    ['Permissions-Policy', /^(?:[a-z-]+=\(\)(?:, |$)){10,}$/],
    ['Cross-Origin-Opener-Policy', /^same-origin$/],
    // Nothing that the meta of a page says: a browser would hold to both.
    ['Content-Security-Policy', /^frame-ancestors 'none'$/],
  ])('hold %s everywhere', (name, value) => {
    for (const path of ['/', '/assets/a.js', '/feed.xml', '/404.html']) expect(headersOf(path)[name]).toMatch(value)
  })

  it('deny nothing that a page makes use of', () => {
    expect(everywhere['Permissions-Policy']).not.toMatch(/web-share|clipboard-write|fullscreen/)
  })

  it('let hashed files alone last for ever', () => {
    const isForEver = (path: string) => headersOf(path)['Cache-Control'] === year
    for (const folder of hashedFolders) expect(isForEver(`${folder}a.0123456789.js`)).toBe(true)
    const others = headerRules
      .flatMap(({ paths }) => paths)
      .filter((path) => !hashedFolders.includes(path.slice(0, -1)))
    expect(others.filter(isForEver)).toEqual([])
  })
})

describe('the rules for hosts', () => {
  const samples = ['/feed.xml', '/tag/a/feed.xml', '/articles/a.md', '/pictures/a.png', '/art/a/b.svg', '/robots.txt']

  test.each(samples)('set each header of %s once', (path) => {
    const rules = [
      ...headerRules,
      { paths: defaultHeaderPaths, headers: { 'Cross-Origin-Resource-Policy': 'same-origin' } },
    ]
    const names = rules
      .filter(({ paths }) => paths.some((pattern) => matches(pattern, path)))
      .flatMap(({ headers }) => Object.keys(headers))
    expect(names.length).toBeGreaterThan(0)
    expect(new Set(names).size).toBe(names.length)
  })

  it('find every kind of page', async () => {
    const routes = await import('@/lib/routes')
    const pages = [
      ...[
        routes.frontPath(),
        routes.articlesPath(),
        routes.articlesPath(2),
        routes.articlePath('a'),
        routes.aboutPath(),
      ],
      ...[routes.categoryPath('a'), routes.tagPath('a', 3), routes.authorPath('a'), routes.seriesPath('a')],
      ...[routes.archivePath(), routes.yearPath('2023', 1), routes.notFoundPath()],
    ]
    expect(pages.filter((path) => !defaultHeaderPaths.some((pattern) => matches(pattern, path)))).toEqual([])
  })
})
