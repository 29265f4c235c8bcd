import { inEmptyFolder } from '../folder'

inEmptyFolder()
const url = process.env.SITE_URL
afterEach(() => {
  if (url === undefined) delete process.env.SITE_URL
  else process.env.SITE_URL = url
})

const samples = [
  ...['/', '/articles/', '/articles/a-valve/', '/articles/page/2/', '/category/insight/', '/404.html', '/about/'],
  ...['/articles/a-valve.md', '/feed.xml', '/tag/robots/feed.xml', '/category/insight/feed.json', '/sitemap.xml'],
  ...[
    '/assets/page.ABC.js',
    '/_next/static/a.css',
    '/pictures/p.png',
    '/cards/c.jpg',
    '/art/insight/a.svg',
    '/favicon.ico',
  ],
]

async function filesOf(siteUrl: string) {
  process.env.SITE_URL = siteUrl
  const { hostFiles } = await import('@/lib/publish/host/host-files')
  const files = [...hostFiles([])]
  const text = (path: string) => {
    const file = files.find((one) => one.path === path)
    return file && 'text' in file ? file.text() : undefined
  }
  return { paths: files.map(({ path }) => path), text }
}

/** What Netlify and Cloudflare Pages make of the file: all rules that match a path, each header with all of its values. */
function headersBy(file: string, path: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const block of file.split(/\n\n+/)) {
    const [pattern = '', ...lines] = block.trim().split('\n')
    const source = pattern
      .replace(/[.]/g, '\\.')
      .replace(/\*/g, '.*')
      .replace(/:[a-z]+/g, '[^/]+')
    if (!new RegExp(`^${source}$`).test(path)) continue
    for (const line of lines) {
      const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? []
      found[name] = [...(found[name] ?? []), value]
    }
  }
  return found
}

/** What Vercel makes of its file, by patterns that are regular expressions but for their `:names`. */
function headersByVercel(file: string, path: string): Record<string, string[]> {
  type Rule = { source: string; headers: { key: string; value: string }[] }
  const found: Record<string, string[]> = {}
  for (const { source, headers } of (JSON.parse(file) as { headers: Rule[] }).headers)
    if (new RegExp(`^${source.replace(/:[a-z]+/g, '[^/]+')}$`).test(path))
      for (const { key, value } of headers) found[key] = [...(found[key] ?? []), value]
  return found
}

describe('the files for hosts', () => {
  test.each([
    ['https://example.org', ''],
    ['https://example.org/magazine', '/magazine'],
  ])('stand in the release of %s, and are hidden by our own servers', async (siteUrl, base) => {
    const { paths } = await filesOf(siteUrl)
    expect(paths.sort()).toEqual(
      [
        '/.htaccess',
        '/.nojekyll',
        '/_headers',
        '/_redirects',
        '/_redirects.nginx',
        '/netlify.toml',
        '/vercel.json',
      ].map((name) => base + name),
    )
    const { hostFileNames } = await import('@/lib/publish/host/host-files')
    const names = paths.map((path) => path.slice(base.length + 1)).filter((name) => !name.startsWith('.'))
    expect([...hostFileNames].sort()).toEqual(names)
  })

  const readers = [
    ['_headers', headersBy],
    ['vercel.json', headersByVercel],
  ] as const
  describe.each(readers)('%s', (name, read) => {
    test.each(samples)('says of %s what the table says, each header once', async (path) => {
      for (const base of ['', '/magazine']) {
        jest.resetModules()
        const { text } = await filesOf(`https://example.org${base}`)
        const { headersOf, defaultHeaders } = await import('@/lib/publish/host/headers')
        const said = read(text(`${base}/${name}`) ?? '', base + path)
        expect(Object.entries(said).filter(([, values]) => values.length !== 1)).toEqual([])
        // What is not said: the type that follows from the name, and what these hosts say by themselves.
        const byThemselves = {
          'Content-Type': headersOf(path)['Content-Type'],
          'Cache-Control': defaultHeaders['Cache-Control'],
        }
        const whole = Object.fromEntries(Object.entries(said).map(([header, values]) => [header, values.join()]))
        expect({ ...byThemselves, ...whole }).toEqual(headersOf(path))
      }
    })
  })

  it('keep within what Cloudflare reads: 100 rules, lines of 2,000 characters, one * in each', async () => {
    const lines = (await filesOf('https://example.org')).text('/_headers')?.split('\n') ?? []
    const patterns = lines.filter((line) => line.startsWith('/'))
    expect(patterns.length).toBeGreaterThan(10)
    // Of two rules for one path, Cloudflare takes the second alone.
    expect(new Set(patterns).size).toBe(patterns.length)
    expect(patterns.length).toBeLessThanOrEqual(100)
    expect(patterns.filter((pattern) => pattern.split('*').length > 2)).toEqual([])
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000)
  })

  it('leave the headers of Netlify to _headers, and the pages as they are', async () => {
    const toml = (await filesOf('https://example.org')).text('/netlify.toml')
    expect(toml).toMatch(/skip_processing = true/)
    expect(toml).not.toMatch(/headers/)
  })
})
