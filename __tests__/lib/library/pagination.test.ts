import fc from 'fast-check'
import { pagesOf } from '@/lib/library/pagination'

const size = 20
const list = (count: number) => Array.from({ length: count }, (_, index) => count - index)
const counts = fc.integer({ min: 0, max: 300 })
const sizes = fc.integer({ min: 1, max: 40 })

describe('a list cut into pages', () => {
  test.each([
    [0, [[undefined, 0]]],
    [1, [[undefined, 1]]],
    [19, [[undefined, 19]]],
    [20, [[undefined, 20]]],
    [39, [[undefined, 39]]],
    [
      40,
      [
        [undefined, 20],
        [1, 20],
      ],
    ],
    [
      41,
      [
        [undefined, 21],
        [1, 20],
      ],
    ],
    [
      60,
      [
        [undefined, 20],
        [2, 20],
        [1, 20],
      ],
    ],
  ])('has for %i articles these pages, the newest first', (count, expected) => {
    expect(pagesOf(list(count), size).map(({ number, items }) => [number, items.length])).toEqual(expected)
  })

  it('has 50 pages for 1,000 articles', () => {
    const pages = pagesOf(list(1000), size)
    expect(pages.map(({ number }) => number)).toEqual([undefined, ...list(49)])
    expect(pages.at(-1)?.items).toEqual(list(20))
  })

  it('shows each article on exactly one page, in order', () => {
    fc.assert(
      fc.property(counts, sizes, (count, size) => {
        expect(pagesOf(list(count), size).flatMap(({ items }) => items)).toEqual(list(count))
      }),
    )
  })

  it('fills every numbered page, and the other with one page size up to two', () => {
    fc.assert(
      fc.property(counts, sizes, (count, size) => {
        const [first, ...numbered] = pagesOf(list(count), size)
        for (const { items } of numbered) expect(items).toHaveLength(size)
        expect(first?.items.length).toBeLessThan(2 * size)
        expect(first?.items.length).toBeGreaterThanOrEqual(Math.min(count, size))
      }),
    )
  })

  it('never changes a numbered page when newer articles come', () => {
    fc.assert(
      fc.property(counts, sizes, fc.integer({ min: 1, max: 50 }), (count, size, added) => {
        const before = pagesOf(list(count), size).slice(1)
        const after = new Map(pagesOf(list(count + added), size).map(({ number, items }) => [number, items]))
        for (const { number, items } of before) expect(after.get(number)).toEqual(items)
      }),
    )
  })
})
