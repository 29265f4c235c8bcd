import { articleView } from '@/lib/library/article-view'
import { articlePath, artPath, authorPath, seriesPath, tagPath } from '@/lib/routes'
import { bodyOf, entry, libraryOf } from './some-library'

const parts = [
  entry({ slug: 'third', title: 'Third', series: 'Pipes', date: '2024-03-03' }),
  entry({ slug: 'between', title: 'Between', date: '2024-02-03' }),
  entry({ slug: 'second', title: 'Second', series: 'pipes', date: '2024-02-02' }),
  entry({ slug: 'first', title: 'First', series: 'Pipes', date: '2024-01-01' }),
]
const view = (slug: string, entries = parts, related: string[] = []) =>
  articleView(libraryOf(entries), slug, bodyOf(slug), related)

describe('the page of an article', () => {
  test.each([
    ['third', undefined, 'between'],
    ['between', 'third', 'second'],
    ['first', 'second', undefined],
  ])('of %s leads on to the newer %s and the older %s', (slug, newer, older) => {
    expect(view(slug).newer?.path).toBe(newer && articlePath(newer))
    expect(view(slug).older?.path).toBe(older && articlePath(older))
  })

  it('shows its series from the first part, and its own place in it', () => {
    expect(view('second').series).toEqual({
      path: seriesPath('pipes'),
      title: 'Pipes',
      parts: [
        { path: articlePath('first'), title: 'First', current: false },
        { path: articlePath('second'), title: 'Second', current: true },
        { path: articlePath('third'), title: 'Third', current: false },
      ],
    })
    expect(view('between')).not.toHaveProperty('series')
  })

  it('names a tag as its list is named, and links that list', () => {
    const entries = [
      entry({ slug: 'b', tags: ['IOT', 'Edge'] }),
      entry({ slug: 'a', tags: ['IoT'], date: '2020-01-01' }),
    ]
    expect(view('b', entries).tags).toEqual([
      { name: 'IoT', path: tagPath('iot') },
      { name: 'Edge', path: tagPath('edge') },
    ])
  })

  it('shows the related articles it is given, in their order, and skips what is not in the library', () => {
    const related = view('third', parts, ['first', 'withheld', 'second']).related
    expect(related.map(({ slug }) => slug)).toEqual(['first', 'second'])
  })

  it('carries every author, with the address of their page', () => {
    const authors = view('a', [entry({ slug: 'a', authors: ['Ada Lovelace', 'Grace Hopper'] })]).authors
    expect(authors.map(({ name, path }) => [name, path])).toEqual([
      ['Ada Lovelace', authorPath('ada-lovelace')],
      ['Grace Hopper', authorPath('grace-hopper')],
    ])
    for (const { mark } of authors) expect(mark).toMatch(/^mark\//)
  })

  it('wears art of its own where it has no picture, and else the picture', () => {
    const bare = view('a', [entry({ slug: 'a' })])
    expect(bare.cover.src).toBe(artPath('insight', 'a'))
    expect(bare.art).toBe('art/insight/blue/a/')
    const picture = { src: '/pictures/a.png', width: 800, height: 500 }
    const pictured = view('a', [entry({ slug: 'a', picture, imageAlt: 'A valve', imageCredit: 'NASA' })])
    expect(pictured.cover).toEqual({ ...picture, alt: 'A valve' })
    expect(pictured.credit).toBe('NASA')
    expect(pictured).not.toHaveProperty('art')
  })

  it('never counts in its filter, and marks its category there', () => {
    const { filter } = view('third')
    for (const item of filter) expect(item).not.toHaveProperty('count')
    expect(filter.find(({ current }) => current)?.name).toBe('Insight')
  })

  it('is an error of ours for a slug nobody has', () => {
    expect(() => view('nobody')).toThrow(/"nobody"/)
  })
})
