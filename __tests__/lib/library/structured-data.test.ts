import type { Entry } from '@/lib/library/library'
import { structuredData } from '@/lib/library/structured-data'
import { entry, manyEntries, viewsOfAll } from './some-library'

type Node = Record<string, unknown> & { '@type': string }
const site = 'https://salt-and-light.example'

/** What the page at a path says of itself, by type. */
function saidAt(path: string, entries: Entry[]): Record<string, Node> {
  const view = viewsOfAll(entries).find((one) => one.path === path)
  if (!view) throw new Error(`There is no page at ${path}`)
  const data = structuredData(view)
  expect(data?.['@context']).toBe('https://schema.org')
  return Object.fromEntries((data?.['@graph'] ?? []).map((node) => [node['@type'], node as Node]))
}

const crumbsAt = (path: string, entries: Entry[]) => {
  const items = saidAt(path, entries).BreadcrumbList?.itemListElement as {
    '@type': string
    position: number
    name: string
    item: string
  }[]
  expect(items.map((item) => [item['@type'], item.position])).toEqual(items.map((_, index) => ['ListItem', index + 1]))
  return items.map(({ name, item }) => [name, item.slice(site.length)])
}

const changes = {
  ...{ updated: '2024-07-01', tags: ['Edge', 'Power'], authors: ['Ada Lovelace', 'Grace Hopper'], series: 'Pipes' },
}
const article = (more: Partial<Entry> = {}) =>
  saidAt('/articles/a-valve/', [entry({ ...changes, ...more })]).Article as Node

describe('an article in the words of schema.org', () => {
  it('names all that a rich result shows', () => {
    expect(article()).toMatchObject({
      ...{ headline: 'A valve', description: 'What a valve knows.' },
      ...{ datePublished: '2024-02-29T00:00:00+00:00', dateModified: '2024-07-01T00:00:00+01:00' },
      author: ['ada-lovelace', 'grace-hopper'].map((slug, index) => ({
        ...{ '@type': 'Person', name: changes.authors[index], url: `${site}/author/${slug}/` },
      })),
      publisher: {
        ...{ '@type': 'Organization', name: 'Salt & Light', url: `${site}/` },
        logo: { '@type': 'ImageObject', url: expect.stringMatching(/^https:.*\.png$/), width: 512, height: 512 },
      },
      image: [expect.stringMatching(/^https:\/\/.*\.jpg$/)],
      mainEntityOfPage: `${site}/articles/a-valve/`,
      ...{ articleSection: 'Insight', keywords: ['Edge', 'Power'], inLanguage: 'en-GB' },
      isPartOf: [
        { '@type': 'WebSite', url: `${site}/` },
        { '@type': 'CreativeWorkSeries', name: 'Pipes', url: `${site}/series/pipes/` },
      ],
    })
  })

  it('shows its own picture first', () => {
    const picture = { src: '/pictures/valve.0123.webp', width: 960, height: 640 }
    expect((article({ picture }).image as string[])[0]).toBe(`${site}${picture.src}`)
  })

  it('was changed when it was published, unless it says otherwise', () => {
    expect(article({ updated: undefined }).dateModified).toBe('2024-02-29T00:00:00+00:00')
  })

  it('belongs to where it was published first', () => {
    expect(article({ canonicalUrl: 'https://a.example/b/' }).mainEntityOfPage).toBe('https://a.example/b/')
  })
})

describe('the way to a page', () => {
  const entries = [entry({ tags: ['Edge'], series: 'Pipes' })]
  test.each([
    [
      '/articles/a-valve/',
      [
        ['Insight', '/category/insight/'],
        ['A valve', '/articles/a-valve/'],
      ],
    ],
    ['/articles/', [['All articles', '/articles/']]],
    ['/category/insight/', [['Insight', '/category/insight/']]],
    ['/tag/edge/', [['Edge', '/tag/edge/']]],
    ['/author/ada-lovelace/', [['Ada Lovelace', '/author/ada-lovelace/']]],
    [
      '/archive/2024/',
      [
        ['Archive', '/archive/'],
        ['2024', '/archive/2024/'],
      ],
    ],
    ['/series/pipes/', [['Pipes', '/series/pipes/']]],
    ['/about/', [['About Salt & Light', '/about/']]],
  ])('at %s leads from the front page', (path, rest) => {
    expect(crumbsAt(path, entries)).toEqual([['Salt & Light', '/'], ...rest])
  })
})

describe('other pages in the words of schema.org', () => {
  it('are the magazine and its site on the front', () => {
    const { Organization, WebSite } = saidAt('/', [])
    expect(Organization).toMatchObject({ name: 'Salt & Light', url: `${site}/`, logo: { '@type': 'ImageObject' } })
    expect(WebSite).toMatchObject({ url: `${site}/`, publisher: { '@id': Organization?.['@id'] } })
  })

  it('are a person on the first page of an author, and lists on the others', () => {
    const entries = manyEntries(150)
    expect(saidAt('/author/ada-lovelace/', entries).ProfilePage?.mainEntity).toMatchObject({
      '@type': 'Person',
      name: 'Ada Lovelace',
      url: `${site}/author/ada-lovelace/`,
    })
    expect(Object.keys(saidAt('/author/ada-lovelace/page/1/', entries))).toEqual(['BreadcrumbList'])
  })

  it('are nothing where there is no page', () => {
    const view = viewsOfAll([]).find(({ kind }) => kind === 'not-found')
    expect(view && structuredData(view)).toBeUndefined()
  })
})
