import { createLibrary, inReadingOrder, newestDay } from '@/lib/library/library'
import { entry, libraryOf } from './some-library'

const slugs = (entries: { slug: string }[] | undefined) => entries?.map(({ slug }) => slug)

describe('the library', () => {
  const entries = [
    entry({ slug: 'd', date: '2025-01-01', tags: ['IoT'], series: 'A node that lasts', category: 'tutorial' }),
    entry({ slug: 'c', date: '2024-12-31', tags: ['Edge', 'iot'], authors: ['Grace Hopper', 'Ada Lovelace'] }),
    entry({ slug: 'b', date: '2024-12-31', tags: ['IOT', 'iot'], series: 'A Node That Lasts' }),
    entry({ slug: 'a', date: '2023-05-01', authors: ['Ada Lovelace', 'Ada Lovelace'] }),
  ]
  const library = libraryOf(entries)

  it('takes spellings with one slug for one tag, each article once, named as the oldest names it', () => {
    expect(library.tags.map(({ slug, name, entries }) => [slug, name, slugs(entries)])).toEqual([
      ['edge', 'Edge', ['c']],
      ['iot', 'iot', ['d', 'c', 'b']],
    ])
    expect(library.tagBySlug.get('iot')).toBe(library.tags[1])
  })

  it('takes spellings with one slug for one series, and reads it from its oldest part', () => {
    const [series] = library.series
    expect(series).toMatchObject({ slug: 'a-node-that-lasts', name: 'A Node That Lasts' })
    expect(slugs(inReadingOrder(series?.entries ?? []))).toEqual(['b', 'd'])
    expect(slugs(series?.entries)).toEqual(['d', 'b'])
  })

  it('reads the parts of one day in the order of their slugs', () => {
    const parts = [
      ['c-3', '2024-05-02'],
      ['a-1', '2024-05-01'],
      ['b-2', '2024-05-01'],
      ['z-0', '2024-04-30'],
    ] as const
    const newestFirst = parts.map(([slug, date]) => entry({ slug, date }))
    expect(slugs(inReadingOrder(newestFirst))).toEqual(['z-0', 'a-1', 'b-2', 'c-3'])
  })

  it('shelves articles by the year of their day, newest year first', () => {
    expect(library.years.map(({ year, entries }) => [year, slugs(entries)])).toEqual([
      ['2025', ['d']],
      ['2024', ['c', 'b']],
      ['2023', ['a']],
    ])
  })

  it('lists an article under each of its authors, once', () => {
    expect(slugs(library.byAuthor.get('ada-lovelace'))).toEqual(['d', 'c', 'b', 'a'])
    expect(slugs(library.byAuthor.get('grace-hopper'))).toEqual(['c'])
  })

  it('lists a category newest first, and knows one without articles', () => {
    expect(slugs(library.byCategory.get('insight'))).toEqual(['c', 'b', 'a'])
    expect(library.byCategory.get('research')).toBeUndefined()
    expect(library.categories.map(({ slug }) => slug)).toContain('research')
  })

  it('leaves out authors who have published nothing, though their name is known', () => {
    const authors = [
      { name: 'Ada Lovelace', slug: 'ada-lovelace', links: [] },
      { name: 'Nobody Yet', slug: 'nobody-yet', links: [] },
    ]
    const one = createLibrary({ entries: [entry()], categories: library.categories, authors, redirects: [] })
    expect(one.authors.map(({ name }) => name)).toEqual(['Ada Lovelace'])
    expect(one.authorByName.has('Nobody Yet')).toBe(true)
  })

  it('knows the newest day, and none while it is empty', () => {
    expect(newestDay(library.entries)).toBe('2025-01-01')
    expect(newestDay([])).toBeUndefined()
  })
})
