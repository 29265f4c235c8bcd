import type { Redirect } from '@/lib/content/redirects'
import type { Entry } from '@/lib/library/library'
import { bodyOf, entry, libraryOf } from '../../library/some-library'
import { drawingCode, inEmptyFolder } from '../folder'

inEmptyFolder(...drawingCode)

const entries = [entry({ slug: 'a', aliases: ['/articles/was-a/'] }), entry({ slug: 'b' })]
const redirects: Redirect[] = [{ from: '/old/', to: '/articles/b/' }, { from: '/burnt/' }]

/** What is planned beside the pages, as text where it is one; `pages` lie there already. */
async function planned(entries: Entry[], redirects: Redirect[], pages: string[] = []) {
  const { releaseFiles } = await import('@/lib/publish/plan/release-files')
  const about = { pictures: [], bodyOf, htmlOf: () => '', writtenOf: () => ({ text: '', edits: [] }) }
  const taken = new Set(pages)
  const files = new Map<string, string>()
  for (const file of releaseFiles({ library: libraryOf(entries, redirects), ...about }, (path) => taken.has(path))) {
    taken.add(file.path)
    files.set(file.path, 'text' in file ? file.text() : '')
  }
  return files
}
const ofHosts = ['/_redirects', '/_redirects.nginx', '/vercel.json']

describe('the redirects of a release', () => {
  test.each(ofHosts)('stand in %s, those of posts and those of the file', async (name) => {
    const text = (await planned(entries, redirects)).get(name)?.replace(/\\\\/g, '')
    for (const part of ['/articles/was-a/', '/articles/a/', '/old/', '/articles/b/']) expect(text).toContain(part)
    expect(text?.includes('/burnt/')).toBe(name !== '/vercel.json')
  })

  test.each<[string, Entry[], Redirect[]]>([
    ['an alias is new', [entry({ slug: 'a', aliases: ['/articles/was-a/', '/a/'] }), entry({ slug: 'b' })], redirects],
    ['an alias has gone', [entry({ slug: 'a' }), entry({ slug: 'b' })], redirects],
    ['one leads elsewhere', entries, [{ from: '/old/', to: '/articles/a/' }, { from: '/burnt/' }]],
    ['one is gone now', entries, [{ from: '/old/' }, { from: '/burnt/' }]],
  ])('change the files of all hosts where %s', async (_, otherEntries, others) => {
    const [before, after] = [await planned(entries, redirects), await planned(otherEntries, others)]
    for (const name of ofHosts) expect(after.get(name)).not.toBe(before.get(name))
  })

  test.each(['/articles/b/', '/feed.xml', '/robots.txt', '/robots.txt/'])(
    'never call %s gone, which is there',
    async (path) => {
      const files = await planned(entries, [{ from: path }], ['/articles/b/'])
      for (const name of ofHosts) expect(files.get(name)).not.toMatch(new RegExp(`${path}["\\s]`))
    },
  )

  test.each(ofHosts)('are written in %s as addresses are', async (name) => {
    const files = await planned(entries, [{ from: '/old/', to: '/tag/übung/' }])
    expect(files.get(name)).toContain('/tag/%C3%BCbung/')
    expect(files.get(name)).not.toContain('ü')
  })

  it('never lead away from a page', async () => {
    const files = await planned(entries, [{ from: '/articles/b/', to: '/articles/a/' }], ['/articles/b/'])
    for (const name of ofHosts) expect(files.get(name)).not.toMatch(/articles\/b\//)
    expect(files.has('/articles/b/')).toBe(false)
  })

  it('lead from the Markdown of an article that has another name, where a host knows redirects', async () => {
    const files = await planned(entries, [])
    for (const name of ofHosts)
      expect(files.get(name)?.replace(/\\\\/g, '')).toMatch(/\/articles\/was-a\.md.*\s*.*\/articles\/a\.md/)
    expect(files.has('/articles/was-a.md')).toBe(false)
    expect(files.get('/articles/was-a/')).toContain('url=https://')
  })

  it('lead from the feeds of a list to those of the other, or to that of everything', async () => {
    const files = await planned(entries, [
      { from: '/category/old/', to: '/category/insight/' },
      { from: '/tag/old/', to: '/articles/' },
      { from: '/author/old/' },
    ])
    const rules = files.get('/_redirects')?.split('\n') ?? []
    for (const file of ['feed.xml', 'atom.xml', 'feed.json'])
      expect(rules).toContain(`/category/old/${file} /category/insight/${file} 301`)
    expect(rules).toContain('/tag/old/feed.xml /feed.xml 301')
    expect(rules).toContain('/author/old/feed.xml /404.html 410 # for Netlify')
  })

  it('lead to a place by the id that it has on the page', async () => {
    const places = ['/articles/a/#Part', '/about/#part', '/#part']
    const files = await planned(
      entries,
      places.map((to, index) => ({ from: `/old-${index}/`, to })),
    )
    for (const [index, to] of ['/articles/a/#s-Part', '/about/#s-part', '/#part'].entries())
      expect(files.get('/_redirects')).toContain(`/old-${index}/ ${to} 301\n`)
  })

  it('put a page there, and what programs read where they ask for that', async () => {
    const files = await planned(entries, [
      { from: '/feed/', to: '/feed.xml' },
      { from: '/rss.xml', to: '/feed.xml' },
      { from: '/old.xml', to: '/articles/a/' },
      { from: '/sw.js', to: '/articles/a/', withoutPage: true },
      { from: '/', query: [['p', '1']], to: '/articles/a/' },
      { from: '/日本/', to: '/articles/a/' },
    ])
    expect(files.get('/feed/')).toContain('http-equiv="refresh"')
    expect(files.get('/rss.xml')).toBe(files.get('/feed.xml'))
    expect(['/old.xml', '/sw.js', '/'].filter((path) => files.has(path))).toEqual([])
    expect(files.get('/日本/')).toContain('http-equiv="refresh"')
    const rules = files.get('/_redirects')?.split('\n') ?? []
    for (const from of ['/feed/', '/rss.xml', '/old.xml', '/sw.js', `/${encodeURI('日本')}/`])
      expect(rules.filter((rule) => rule.startsWith(`${from} `)).length).toBeGreaterThan(0)
  })
})
