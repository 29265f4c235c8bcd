import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Content, readContent } from '@/lib/content/loader'
import type { Entry } from '@/lib/library/library'
import { archivePath, articlePath, articlesPath, frontPath, notFoundPath, seriesPath } from '@/lib/routes'
import { post } from '../content/valid-post'
import { changedPaths, dayBefore, entry, manyEntries, textsOf, viewsOfAll } from './some-library'

const entries = manyEntries(200)
const views = viewsOfAll(entries)
const before = textsOf(views)
const changedBy = (changed: Entry[]) => changedPaths(before, textsOf(viewsOfAll(changed)))
const isNumbered = (path: string) => /\/page\/\d+\/$/.test(path)
const isArticle = (path: string) => path.startsWith('/articles/') && path !== articlesPath() && !isNumbered(path)

const added = entry({
  slug: 'added',
  title: 'A harbour wakes',
  excerpt: 'Cranes listen.',
  category: 'research',
  authors: ['Ada Lovelace'],
  tags: ['Edge'],
})

describe('the views of a site', () => {
  it('have one address each', () => {
    expect(before.size).toBe(views.length)
  })

  it('survive JSON unchanged', () => {
    for (const view of views) expect(JSON.parse(JSON.stringify(view))).toEqual(view)
    // What JSON would drop, `toEqual` does not see.
    const holes: string[] = []
    JSON.stringify(views, (key, value) => {
      if (value === undefined) holes.push(key)
      return value
    })
    expect(holes).toEqual([])
  })

  it('are the same in every run', () => {
    expect(textsOf(viewsOfAll(manyEntries(200)))).toEqual(before)
  })

  it('change on few pages when a new article is published', () => {
    const paths = changedBy([{ ...added, date: dayBefore(-1) }, ...entries])
    const fixed = [
      frontPath(),
      notFoundPath(),
      archivePath(),
      articlesPath(),
      '/archive/2025/',
      '/author/ada-lovelace/',
      '/tag/edge/',
      articlePath('added'),
      // Its neighbour gains a way on to it.
      articlePath('article-200'),
      // The counts of the filter stand on these.
      ...['insight', 'tutorial', 'research'].map((slug) => `/category/${slug}/`),
    ]
    const expected = new Set(fixed)
    const related = paths.filter((path) => !expected.has(path))
    expect(paths).toEqual(expect.arrayContaining(fixed))
    expect(related.every((path) => isArticle(path))).toBe(true)
    expect(related.length).toBeLessThanOrEqual(20)
  })

  it('change on no numbered page and no article far away when one is published late', () => {
    const paths = changedBy([...entries.slice(0, 10), { ...added, date: dayBefore(10) }, ...entries.slice(10)])
    expect(paths.filter(isNumbered)).toEqual([])
    const articles = paths.filter(isArticle)
    expect(articles).toEqual(expect.arrayContaining([articlePath('article-190'), articlePath('article-191')]))
    const near = new Set(
      entries
        .slice(0, 60)
        .map(({ slug }) => articlePath(slug))
        .concat(articlePath('added')),
    )
    expect(articles.filter((path) => !near.has(path))).toEqual([])
  })

  it('change on one article and the lists that show it when its title is edited', () => {
    const edited = entries.map((one) =>
      one.slug === 'article-30' ? { ...one, excerpt: `${one.excerpt} Again.` } : one,
    )
    const paths = changedBy(edited)
    expect(paths).toContain(articlePath('article-30'))
    expect(paths).not.toContain(frontPath())
    expect(paths.filter((path) => path.startsWith('/articles/page/'))).toEqual([articlesPath(2)])
  })

  it('keep every other part of a series, and its page, up to date', () => {
    const parts = [1, 2, 3].map((number) =>
      entry({ slug: `part-${number}`, series: 'Pipes', date: `2024-01-0${4 - number}` }),
    )
    const paths = changedPaths(textsOf(viewsOfAll(parts.slice(1))), textsOf(viewsOfAll(parts)))
    expect(paths).toEqual(expect.arrayContaining([seriesPath('pipes'), articlePath('part-2'), articlePath('part-3')]))
  })

  describe('of a folder of posts', () => {
    let posts: string
    const words = 'xylophone'

    beforeEach(() => {
      posts = mkdtempSync(path.join(tmpdir(), 'views-'))
      const write = (name: string, text: string) => writeFileSync(path.join(posts, name), text)
      const category = (slug: string) => `- slug: ${slug}\n  name: ${slug}\n  description: What changes.\n  hue: blue\n`
      write('_categories.yml', ['insight', 'tutorial', 'research'].map(category).join(''))
      write('b.md', post())
      write('a.md', post())
      write('c.md', post({ date: '2024-03-01' }))
      const secret = { title: `About the ${words}`, excerpt: words, tags: `[${words}]`, series: words, author: words }
      write(`${words}-one.md`, post({ ...secret, draft: 'true' }))
      write(`${words}-two.md`, post({ ...secret, date: '2024-06-02' }))
    })
    afterEach(() => rmSync(posts, { recursive: true, force: true }))

    const read = () => readContent({ directory: posts, now: new Date('2024-06-01T12:00:00Z'), timeZone: 'UTC' })
    const entriesOf = ({ articles }: Content): Entry[] =>
      articles.map(({ body, bodyLine, places, draft, readTime, ...rest }) => ({ ...rest, minutes: readTime ?? 1 }))

    it('list the newest first, and those of one day by slug', () => {
      const list = viewsOfAll(entriesOf(read())).find(({ path }) => path === articlesPath())
      expect(list?.kind === 'list' && list.cards.map(({ slug }) => slug)).toEqual(['c', 'a', 'b'])
    })

    it('hold nothing of what is withheld', () => {
      const content = read()
      expect(content.withheld).toHaveLength(2)
      expect(JSON.stringify(viewsOfAll(entriesOf(content)))).not.toContain(words)
    })
  })
})
