import { llms } from '@/lib/feeds/llms'
import { robots } from '@/lib/feeds/robots'
import { type SitemapPage, sitemapTexts } from '@/lib/feeds/sitemap'
import { sitemapPages } from '@/lib/feeds/sitemap-pages'
import { dayBefore, entry, libraryOf, manyEntries, viewsOfAll } from '../library/some-library'
import { all, readXml, textOf, type XmlElement } from './read-xml'

const site = 'https://salt-and-light.example'
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const pages = (count: number): SitemapPage[] =>
  Array.from({ length: count }, (_, index) => ({ path: `/articles/${index}/`, changed: dayBefore(index) }))

describe('the sitemap', () => {
  it('has every page of the site but the one for what is missing', () => {
    const entries = [entry({ slug: 'part', series: 'Pipes' }), ...manyEntries(50)]
    const views = viewsOfAll(entries).filter(({ kind }) => kind !== 'not-found')
    expect(
      sitemapPages(libraryOf(entries))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(views.map(({ path }) => path).sort())
  })

  it('leaves out an article that was published elsewhere first', () => {
    const paths = sitemapPages(libraryOf([entry({ canonicalUrl: 'https://a.example/b/' })])).map(({ path }) => path)
    expect(paths).toContain('/category/insight/')
    expect(paths).not.toContain('/articles/a-valve/')
  })

  it('says the day on which a page changed last, where that is known', () => {
    const entries = [entry({ slug: 'new' }), entry({ slug: 'old', date: '2020-01-01', updated: '2024-05-05' })]
    const found = new Map(sitemapPages(libraryOf(entries)).map(({ path, changed }) => [path, changed]))
    expect(found.get('/articles/new/')).toBe('2024-02-29')
    expect(found.get('/articles/old/')).toBe('2024-05-05')
    expect(found.get('/archive/2020/')).toBe('2024-05-05')
    expect(found.get('/archive/2024/')).toBe('2024-02-29')
    expect(found.get('/')).toBe('2024-05-05')
    expect(found.get('/about/')).toBeUndefined()
    expect(found.get('/category/research/')).toBeUndefined()
  })

  it('is one file for up to 50,000 pages', () => {
    const [file, ...others] = sitemapTexts([...pages(49_999), { path: '/about/' }])
    expect(others).toEqual([])
    const root = readXml(file?.text() ?? '')
    expect([root.name, root.uri]).toEqual(['urlset', namespace])
    expect(root.children).toHaveLength(50_000)
    const isSound = (url: XmlElement, index: number) =>
      /^https:\/\/salt-and-light\.example\//.test(textOf(url, 'loc') ?? '') &&
      (index === 49_999 || /^\d{4}-\d{2}-\d{2}$/.test(textOf(url, 'lastmod') ?? ''))
    expect(root.children.filter((url, index) => !isSound(url, index))).toEqual([])
    expect(all(root.children[49_999] ?? root, 'lastmod')).toEqual([])
  })

  it('is an index of several files beyond', () => {
    const files = new Map(sitemapTexts(pages(50_001)).map(({ path, text }) => [path, readXml(text())]))
    expect([...files.keys()]).toEqual(['/sitemap.xml', '/sitemap-1.xml', '/sitemap-2.xml'])
    const index = files.get('/sitemap.xml')
    expect([index?.name, index?.uri]).toEqual(['sitemapindex', namespace])
    expect(index?.children.map((part) => [textOf(part, 'loc'), textOf(part, 'lastmod')])).toEqual([
      [`${site}/sitemap-1.xml`, dayBefore(0)],
      [`${site}/sitemap-2.xml`, dayBefore(50_000)],
    ])
    expect([1, 2].map((part) => files.get(`/sitemap-${part}.xml`)?.children.length)).toEqual([50_000, 1])
  })

  it('holds any path', () => {
    const [file] = sitemapTexts([{ path: '/a&b/' }])
    expect(readXml(file?.text() ?? '').children.map((url) => textOf(url, 'loc'))).toEqual([`${site}/a&b/`])
  })
})

describe('robots.txt', () => {
  it('lets everybody in and names the sitemap', () => {
    expect(robots().split('\n')).toEqual(['User-agent: *', 'Allow: /', '', `Sitemap: ${site}/sitemap.xml`, ''])
  })
})

describe('llms.txt', () => {
  const lines = (count: number) => llms(libraryOf(manyEntries(count))).split('\n')

  it('is a title, a summary, and sections of links', () => {
    const [title, , summary, ...rest] = lines(3)
    expect(title).toMatch(/^# Salt & Light$/)
    expect(summary).toMatch(/^> /)
    expect(rest.filter((line) => line.startsWith('#'))).toEqual(['## Newest articles', '## Categories', '## Optional'])
    const links = rest.slice(rest.indexOf('## Newest articles')).filter((line) => line && !line.startsWith('#'))
    for (const line of links) expect(line).toMatch(/^- \[[^\]]+\]\(https:\/\/salt-and-light\.example\/[^)\s]*\): \S/)
    expect(links[0]).toContain(`(${site}/articles/article-3.md)`)
  })

  it('names the newest fifty articles, and no section without links', () => {
    expect(lines(80).filter((line) => line.includes('/articles/'))).toHaveLength(50)
    expect(lines(0)).not.toContain('## Newest articles')
  })

  it('takes no word of a title for Markdown', () => {
    const text = llms(libraryOf([entry({ title: '](x) *a* <b> &amp;\n# c', excerpt: '`d` [e](f)' })]))
    expect(text).toContain(`- [\\](x) \\*a\\* \\<b\\> \\&amp; # c](${site}/articles/a-valve.md): \\\`d\\\` \\[e\\](f)`)
  })
})
