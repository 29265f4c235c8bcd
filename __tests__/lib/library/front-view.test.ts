import { frontView } from '@/lib/library/front-view'
import { articlesPath } from '@/lib/routes'
import { entry, libraryOf, manyEntries } from './some-library'

const front = (entries: Parameters<typeof libraryOf>[0]) => frontView(libraryOf(entries))
const slugs = (cards: { slug: string }[]) => cards.map(({ slug }) => slug)

describe('the front page', () => {
  test.each([
    // articles, lead, seconds, latest, rows, way to the rest
    [0, 0, 0, 0, 0, undefined],
    [1, 1, 0, 0, 1, undefined],
    [2, 1, 1, 0, 2, undefined],
    [5, 1, 2, 2, 3, undefined],
    [11, 1, 2, 8, 3, undefined],
    [12, 1, 2, 8, 3, articlesPath()],
    [30, 1, 2, 8, 3, articlesPath()],
  ])('shows of %i articles a lead (%i), seconds (%i), the latest (%i) and rows (%i)', (...row) => {
    const [count, leads, seconds, latest, rows, allPath] = row
    const view = front(manyEntries(count))
    expect(view.lead ? 1 : 0).toBe(leads)
    expect(view.seconds).toHaveLength(seconds)
    expect(view.latest).toHaveLength(latest)
    expect(view.rows).toHaveLength(rows)
    expect(view.allPath).toBe(allPath)
  })

  it('shows the newest in order, each once above the rows', () => {
    const entries = manyEntries(30)
    const { lead, seconds, latest } = front(entries)
    expect(slugs([...(lead ? [lead] : []), ...seconds, ...latest])).toEqual(slugs(entries.slice(0, 11)))
  })

  it('leads with the newest featured article, though newer ones are there', () => {
    const entries = manyEntries(10).map((one, index) => ({ ...one, featured: index === 4 || index === 7 }))
    const { lead, seconds, latest } = front(entries)
    expect(lead?.slug).toBe(entries[4]?.slug)
    expect(slugs([...seconds, ...latest])).not.toContain(lead?.slug)
    expect(slugs(seconds)).toEqual(slugs(entries.slice(0, 2)))
  })

  it('names up to three articles of each category that has any, in the order of the categories', () => {
    const rows = front([entry({ slug: 'r', category: 'research' }), entry({ slug: 'i' })]).rows
    expect(rows.map(({ category, cards }) => [category.slug, slugs(cards)])).toEqual([
      ['insight', ['i']],
      ['research', ['r']],
    ])
    for (const { cards } of front(manyEntries(30)).rows) expect(cards).toHaveLength(3)
  })

  it('carries the day of the newest article, never of the clock', () => {
    expect(front(manyEntries(3)).day).toBe('2024-12-31')
    expect(front([])).not.toHaveProperty('day')
  })

  it('draws art inline for a lead without a picture only', () => {
    expect(front([entry()]).leadArt).toBe('art/insight/blue/a-valve/')
    const picture = { src: '/pictures/a.png', width: 10, height: 5 }
    const pictured = front([entry({ picture, imageAlt: 'A valve' })])
    expect(pictured).not.toHaveProperty('leadArt')
    expect(pictured.lead?.cover).toEqual({ ...picture, alt: 'A valve' })
  })
})
