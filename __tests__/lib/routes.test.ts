const url = process.env.SITE_URL

afterEach(() => {
  if (url === undefined) delete process.env.SITE_URL
  else process.env.SITE_URL = url
})

async function routesAt(siteUrl: string) {
  process.env.SITE_URL = siteUrl
  jest.resetModules()
  return import('@/lib/routes')
}

/** These take the name of a file, all others a slug. `dev` alone listens at an address of another kind. */
const ofFiles = ['assetPath', 'cardPath', 'iconPath', 'picturePath']

function pathsOf({ absolute, livePath, feedPath, feedsOf, ...routes }: Awaited<ReturnType<typeof routesAt>>): string[] {
  const makers = Object.entries(routes) as [string, (first: string, second?: string) => string][]
  return makers.flatMap(([name, path]) =>
    ofFiles.includes(name) ? path('a-valve.svg') : [path('a-valve'), path('a-valve', '2')],
  )
}

describe('a path of the site', () => {
  test.each(['https://example.org', 'https://example.org/magazine'])(
    'at %s ends in a slash or names a file',
    async (at) => {
      const paths = pathsOf(await routesAt(at))
      expect(paths.length).toBeGreaterThan(20)
      for (const path of paths) expect(path).toMatch(/\/$|\.\w+$/)
    },
  )

  it('stands under the path the site lives at, once', async () => {
    const paths = pathsOf(await routesAt('https://example.org/magazine/'))
    for (const path of paths) expect(path).toMatch(/^\/magazine\/(?!magazine|\/)/)
    for (const path of pathsOf(await routesAt('https://example.org'))) expect(path).toMatch(/^\/(?!magazine|\/)/)
  })

  test.each([
    ['front', '/'],
    ['articles', '/articles/'],
    ['article', '/articles/a-valve/'],
    ['category', '/category/a-valve/'],
    ['tag', '/tag/a-valve/'],
    ['author', '/author/a-valve/'],
    ['series', '/series/a-valve/'],
    ['archive', '/archive/'],
    ['year', '/archive/a-valve/'],
    ['about', '/about/'],
    ['notFound', '/404.html'],
    ['alternate', '/articles/a-valve.md'],
    ['sitemap', '/sitemap.xml'],
    ['robots', '/robots.txt'],
    ['llms', '/llms.txt'],
  ])('of the %s is %s, as promised to everyone who links it', async (name, path) => {
    const routes = (await routesAt('https://example.org')) as unknown as Record<string, (slug?: string) => string>
    const isAlone = ['front', 'articles', 'archive', 'about', 'notFound', 'sitemap', 'robots', 'llms'].includes(name)
    expect(routes[`${name}Path`]?.(isAlone ? undefined : 'a-valve')).toBe(path)
  })

  it('of a numbered page lies below that of its list', async () => {
    const { articlesPath, categoryPath, tagPath, authorPath, yearPath } = await routesAt('https://example.org')
    expect(articlesPath(3)).toBe('/articles/page/3/')
    for (const path of [categoryPath, tagPath, authorPath, yearPath]) expect(path('x', 3)).toBe(`${path('x')}page/3/`)
  })

  it('of a feed lies in its list', async () => {
    const { categoryPath, feedPath, feedsOf, frontPath } = await routesAt('https://example.org/magazine')
    expect(feedPath(frontPath())).toBe('/magazine/feed.xml')
    const feeds = feedsOf('category').map((file) => feedPath(categoryPath('x'), file))
    expect(feeds).toEqual(['feed.xml', 'atom.xml', 'feed.json'].map((file) => `/magazine/category/x/${file}`))
    expect(['front', 'tag', 'author', 'year', 'articles'].map((list) => feedsOf(list).length)).toEqual([3, 1, 1, 0, 0])
  })

  it('is whole with the origin before it', async () => {
    const { absolute, articlePath } = await routesAt('https://example.org/magazine')
    expect(absolute(articlePath('a-valve'))).toBe('https://example.org/magazine/articles/a-valve/')
  })
})
