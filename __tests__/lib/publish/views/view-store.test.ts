import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { writeCacheFile } from '../../../../lib/cache-file.mjs'
import { entry, manyEntries, viewsOfAll } from '../../library/some-library'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()

beforeEach(() => {
  const slugs = ['about', ...manyEntries(45).map(({ slug }) => slug)]
  for (const slug of slugs)
    writeCacheFile(
      `.cache/bodies/body-of-${slug}.json`,
      JSON.stringify({ html: `<p>Text of ${slug}.</p>`, edits: [], text: '' }),
    )
})

const store = () => import('@/lib/publish/views/view-store')
const fileOf = (page: string) => `.cache/views/${page.replaceAll('/', '+')}.json`
const stage = process.env.SITE_STAGE
const longAgo = new Date('2020-01-01T00:00:00Z')

afterEach(() => {
  if (stage === undefined) delete process.env.SITE_STAGE
  else process.env.SITE_STAGE = stage
})

describe('the store of views', () => {
  it('gives back each view with the markup it names', async () => {
    const { readView, writeViews } = await store()
    const views = viewsOfAll(manyEntries(45))
    await writeViews(views)
    for (const view of views)
      if (view.kind !== 'article') expect(await readView(view.kind, view.path)).toMatchObject({ title: view.title })
    expect(await readView('article', '/articles/article-7/')).toEqual({
      ...views.find(({ path }) => path === '/articles/article-7/'),
      html: '<p>Text of article-7.</p>',
      authors: [expect.objectContaining({ mark: expect.stringMatching(/^<svg/) })],
    })
  })

  it('gives names in place of markup where the page is finished later', async () => {
    process.env.SITE_MARKUP = 'named'
    jest.resetModules()
    try {
      const { readView, writeViews } = await store()
      await writeViews(viewsOfAll(manyEntries(1)))
      const view = await readView('article', '/articles/article-1/')
      expect(view?.html).toBe('<!--body/body-of-article-1/-->')
    } finally {
      delete process.env.SITE_MARKUP
    }
  })

  it('leaves the file of an unchanged view alone, and writes a changed one', async () => {
    const { writeViews } = await store()
    const entries = manyEntries(3)
    await writeViews(viewsOfAll(entries))
    const pages = ['/about/', '/articles/article-3/']
    for (const page of pages) utimesSync(fileOf(page), longAgo, longAgo)
    const changed = entries.map((one) => (one.slug === 'article-3' ? { ...one, minutes: 9 } : one))
    await writeViews(viewsOfAll(changed))
    expect(pages.map((page) => statSync(fileOf(page)).mtime > longAgo)).toEqual([false, true])
  })

  it('deletes the file of a page that is no more', async () => {
    const { readView, writeViews } = await store()
    await writeViews(viewsOfAll(manyEntries(2)))
    await writeViews(viewsOfAll(manyEntries(1)))
    expect(existsSync(fileOf('/articles/article-2/'))).toBe(false)
    expect(await readView('article', '/articles/article-2/')).toBeUndefined()
    expect(await readView('article', '/articles/article-1/')).toMatchObject({ slug: 'article-1' })
  })

  it('mends itself when its plan cannot be read', async () => {
    const { plannedParams, writeViews } = await store()
    write('.cache/views/plan.json', '[half')
    await writeViews(viewsOfAll(manyEntries(1)))
    expect(await plannedParams('articles')).toEqual([{ slug: 'article-1', page: [] }])
  })

  it('refuses a view of another kind than the page shows', async () => {
    const { readView, writeViews } = await store()
    await writeViews(viewsOfAll([]))
    await expect(readView('article', '/articles/')).rejects.toThrow(/"list", not "article"/)
  })

  it('plans each list with its numbered pages, and never takes those for articles', async () => {
    const { plannedParams, writeViews } = await store()
    const entries = manyEntries(45).map((one) => ({ ...one, category: 'insight', tags: ['Edge'] }))
    await writeViews(viewsOfAll(entries))
    expect(await plannedParams('tag')).toEqual([
      { slug: 'edge', page: [] },
      { slug: 'edge', page: ['page', '1'] },
    ])
    expect((await plannedParams('articles/page')).map(({ slug }) => slug)).toEqual(['1'])
    expect((await plannedParams('articles')).map(({ slug }) => slug)).toEqual(entries.map(({ slug }) => slug))
    expect((await plannedParams('archive')).map(({ slug }) => slug)).toEqual(['2024', '2024'])
  })

  test.each(['articles', 'articles/page', 'tag', 'series', 'author', 'archive'])(
    'plans a stand-in for %s while nothing is published, which can be no slug',
    async (folder) => {
      const { placeholder, plannedParams, writeViews } = await store()
      await writeViews(viewsOfAll([]))
      expect(await plannedParams(folder)).toEqual([{ slug: placeholder, page: [] }])
      const { isSlug } = await import('@/lib/content/slugs')
      expect(isSlug(placeholder)).toBe(false)
    },
  )

  it('plans no stand-in beside a real page', async () => {
    const { plannedParams, writeViews } = await store()
    await writeViews(viewsOfAll([entry({ series: 'Pipes' })]))
    expect(await plannedParams('series')).toEqual([{ slug: 'pipes', page: [] }])
  })
})

describe('a build beside `dev`', () => {
  /** The modules as a process of that stage loads them. */
  async function inStage(stage: string) {
    process.env.SITE_STAGE = stage
    jest.resetModules()
    return {
      ...(await import('@/lib/publish/views/view-store')),
      ...(await import('@/lib/publish/page-assets/scripts')),
      ...(await import('@/lib/publish/page-assets/script-manifest')),
    }
  }

  it('never meets the draft that is being written', async () => {
    const build = await inStage('')
    const dev = await inStage('dev')
    await build.writeViews(viewsOfAll(manyEntries(1)))
    await dev.writeViews(viewsOfAll(manyEntries(2)))
    expect(await build.plannedParams('articles')).toHaveLength(1)
    expect(await build.readView('article', '/articles/article-2/')).toBeUndefined()
    await build.writeViews(viewsOfAll([]))
    expect(await dev.plannedParams('articles')).toHaveLength(2)
    expect(await dev.readView('article', '/articles/article-2/')).toMatchObject({ slug: 'article-2' })
  })

  it('takes nothing from its live reload, and gets none of it', async () => {
    for (const name of ['before-paint', 'page', 'live']) write(`browser/${name}.ts`, `document.title = '${name}'`)
    write('app/late.css', 'b { color: red }')
    const dev = await inStage('dev')
    const build = await inStage('')
    await dev.bundleScripts({ live: true })
    await build.bundleScripts()
    expect((await dev.readScripts()).live).toMatch(/^\/assets\/live\./)
    expect(readdirSync(dev.assetsDirectory).map((name) => name.split('.')[0])).toEqual(['late', 'live', 'page'])
    expect(await build.readScripts()).not.toHaveProperty('live')
    expect(readdirSync(build.assetsDirectory).map((name) => name.split('.')[0])).toEqual(['late', 'page'])
  })
})
