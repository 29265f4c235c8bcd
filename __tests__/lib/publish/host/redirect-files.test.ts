import type { OldPath } from '@/lib/publish/host/old-paths'
import { inEmptyFolder } from '../folder'

inEmptyFolder()
const url = process.env.SITE_URL
afterEach(() => {
  if (url === undefined) delete process.env.SITE_URL
  else process.env.SITE_URL = url
})

const oldPaths: OldPath[] = [
  { from: '/old/', to: '/articles/a/' },
  { from: '/2019/v1.2/', to: '/articles/a/' },
  { from: '/moved.html', to: '/articles/b/' },
  { from: '/burnt/' },
  { from: '/lost.html' },
]

/** The text of a file that a host reads, for a site that lives at a path. */
async function fileOf(name: string, old: OldPath[], base = ''): Promise<string> {
  process.env.SITE_URL = `https://example.org${base}`
  jest.resetModules()
  const { hostFiles } = await import('@/lib/publish/host/host-files')
  const under = old.map(({ from, to, ...one }) => ({ ...one, from: base + from, ...(to ? { to: base + to } : {}) }))
  const file = [...hostFiles(under)].find(({ path }) => path === `${base}/${name}`)
  return file && 'text' in file ? file.text() : ''
}

type Answer = { status: number; to: string } | undefined
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))

/** What Cloudflare makes of it: exact paths, each once, at most 2,000 lines that could be rules. */
function cloudflare(text: string, path: string): Answer {
  const rules = linesOf(text).map((line) => line.split(/\s+/))
  const sound = rules.filter(({ length }) => length === 3).slice(0, 2000)
  const [, to = '', status] = sound.find(([from, , status]) => from === path && /^30[12378]$/.test(status ?? '')) ?? []
  return status ? { status: Number(status), to } : undefined
}

/** What Netlify makes of it where a file lies at the path: only what is forced, whatever slash the path ends in. */
function netlify(text: string, path: string, hasFile: boolean): Answer {
  const bare = (one: string) => one.replace(/\/$/, '')
  const rules = linesOf(text).map((line) => line.replace(/\s#.*/, '').split(/\s+/))
  const [, to = '', status] = rules.find(([from = '']) => bare(from) === bare(path)) ?? []
  return status && (!hasFile || status.endsWith('!')) ? { status: Number.parseInt(status, 10), to } : undefined
}

type VercelRule = { source: string; destination: string; statusCode: number }
const vercelRules = (text: string) => (JSON.parse(text) as { redirects: VercelRule[] }).redirects

/** What Vercel makes of it: it first adds a slash to what names no file. */
function vercel(text: string, path: string): Answer {
  const asked = path.endsWith('/') || /\.[^/]*$/.test(path) ? path : `${path}/`
  const rule = vercelRules(text).find(({ source }) => new RegExp(`^${source}$`).test(asked))
  return rule && { status: rule.statusCode, to: rule.destination }
}

const moved: [path: string, to: string][] = [
  ['/old/', '/articles/a/'],
  ['/old', '/articles/a/'],
  ['/2019/v1.2/', '/articles/a/'],
  ['/moved.html', '/articles/b/'],
]

describe.each(['', '/magazine', '/my%20mag.x/issues'])('the redirects for hosts of a site at "%s/"', (base) => {
  test.each(moved)('lead from %s to %s for good', async (path, to) => {
    const wanted = { status: 301, to: base + to }
    const text = await fileOf('_redirects', oldPaths, base)
    expect(cloudflare(text, base + path)).toEqual(wanted)
    expect(netlify(text, base + path, true)).toEqual(wanted)
    expect(vercel(await fileOf('vercel.json', oldPaths, base), base + path)).toEqual(wanted)
  })

  test.each(['/burnt/', '/burnt', '/lost.html'])('say of %s that it is gone, where a host can say so', async (path) => {
    const text = await fileOf('_redirects', oldPaths, base)
    expect(netlify(text, base + path, false)).toEqual({ status: 410, to: `${base}/404.html` })
    expect(cloudflare(text, base + path)).toBeUndefined()
    expect(vercel(await fileOf('vercel.json', oldPaths, base), base + path)).toBeUndefined()
  })

  test.each(['/', '/older/', '/old/er/', '/articles/a/', '/movedXhtml', '/2019/v1x2/'])(
    'leave %s alone',
    async (path) => {
      const text = await fileOf('_redirects', oldPaths, base)
      expect([cloudflare(text, base + path), netlify(text, base + path, true)]).toEqual([undefined, undefined])
      expect(vercel(await fileOf('vercel.json', oldPaths, base), base + path)).toBeUndefined()
    },
  )
})

describe('what is asked for with a query', () => {
  const old: OldPath[] = [
    { from: '/', query: [['p', '12']], to: '/articles/a/' },
    {
      from: '/t.php',
      query: [
        ['f', '1'],
        ['t', '2'],
      ],
    },
    { from: '/old/', to: '/articles/b/' },
  ]

  it('is a rule of Netlify, forced where a page is, and none of Cloudflare', async () => {
    const text = await fileOf('_redirects', old)
    const rules = linesOf(text).map((line) => line.replace(/ #.*/, ''))
    expect(rules).toContain('/ p=12 /articles/a/ 301!')
    expect(rules).toContain('/t.php f=1 t=2 /404.html 410')
    expect(cloudflare(text, '/')).toBeUndefined()
    expect(cloudflare(text, '/old/')).toEqual({ status: 301, to: '/articles/b/' })
  })

  it('is a rule of Vercel, before those that ask for nothing', async () => {
    const [first, ...rest] = vercelRules(await fileOf('vercel.json', [...old].reverse()))
    expect(first).toEqual({
      ...{ source: '/', has: [{ type: 'query', key: 'p', value: '12' }], destination: '/articles/a/', statusCode: 301 },
    })
    expect(rest.map(({ source }) => source)).toEqual(['/old/'])
  })
})

describe('redirects beyond what a host reads', () => {
  const many = Array.from({ length: 2500 }, (_, index) => ({ from: `/old/${index}/`, to: `/articles/${index}/` }))

  it('are left to their pages by Cloudflare, and the file says so', async () => {
    const text = await fileOf('_redirects', [{ from: '/burnt/' }, ...many])
    expect(linesOf(text).filter((line) => line.split(/\s+/).length === 3)).toHaveLength(2000)
    expect(cloudflare(text, '/old/1999/')).toEqual({ status: 301, to: '/articles/1999/' })
    expect(cloudflare(text, '/old/2000/')).toBeUndefined()
    expect(netlify(text, '/old/2499/', true)).toEqual({ status: 301, to: '/articles/2499/' })
    expect(text).toMatch(/^# .*500 .*Cloudflare/m)
    expect(await fileOf('_redirects', many.slice(0, 2000))).not.toMatch(/^# .*left/m)
  })

  it('need no second line for the path without its slash where there is no room for it', async () => {
    const text = await fileOf('_redirects', many.slice(0, 1200))
    expect(cloudflare(text, '/old/1199/')).toEqual({ status: 301, to: '/articles/1199/' })
    expect(cloudflare(text, '/old/799')).toEqual({ status: 301, to: '/articles/799/' })
    expect(cloudflare(text, '/old/800')).toBeUndefined()
  })

  it('are left to their pages by Vercel', async () => {
    expect(vercelRules(await fileOf('vercel.json', many))).toHaveLength(1024)
  })
})

it('nginx, which refuses to start with a location twice, is given each once', async () => {
  const text = await fileOf('_redirects.nginx', [{ from: '/a.html', to: '/b/' }, { from: '/a.html/' }])
  const locations = Array.from(text.matchAll(/location = (\S+)/g), ([, place]) => place)
  expect(locations).toEqual(['"/a.html"', '"/a.html/"'])
  expect(text).toMatch(/"\/a\.html" .*return 301/)
})

it('there is a file for redirects, though there are none', async () => {
  expect(linesOf(await fileOf('_redirects', []))).toEqual([])
  expect(vercelRules(await fileOf('vercel.json', []))).toEqual([])
})
