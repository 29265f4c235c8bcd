import { nearest, oneSlipApart, slipFinder } from '@/lib/content/did-you-mean'
import { isSlug, slugOf } from '@/lib/content/slugs'
import { dayAt, parseDay } from '@/lib/days'

describe('slugs of names', () => {
  test.each([
    ['Ada Lovelace', 'ada-lovelace'],
    ['Søren Ægir Łęski', 'soren-aegir-leski'],
    ['Groß', 'gross'],
    ["O'Brien", 'obrien'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['edge inference', 'edge-inference'],
    ['ﬁne', 'fine'],
  ])('it spells %s as %s', (name, slug) => {
    expect(slugOf(name, 'en')).toBe(slug)
  })

  it.each(['李明', '', '!!!', 'CON', 'page', '404', 'AI 日本', 'x'.repeat(300), `${'a'.repeat(89)}- 日`])(
    'is safe and always the same for %j',
    (name) => {
      expect(isSlug(slugOf(name, 'en', 'author'))).toBe(true)
      expect(slugOf(name, 'en', 'author')).toBe(slugOf(name, 'en', 'author'))
    },
  )

  it('keeps names apart that only other scripts tell apart', () => {
    expect(slugOf('AI 日本', 'en')).not.toBe(slugOf('AI 中国', 'en'))
    expect(slugOf('李', 'en', 'author')).toMatch(/^author-[0-9a-f]{6}$/)
  })

  it('is one for both ways to store an accent', () => {
    expect(slugOf('日本é', 'en')).toBe(slugOf('日本é'.normalize('NFD'), 'en'))
  })
})

describe('did you mean', () => {
  const fields = ['title', 'excerpt', 'category', 'imageUrl']
  test.each([
    ['titel', 'title'],
    ['imgUrl', 'imageUrl'],
    ['TITLE', 'title'],
    ['categories', 'category'],
    ['zebra', undefined],
    ['x', undefined],
    ['t'.repeat(100_000), undefined],
  ])('it takes %.20s for %s', (word, meant) => {
    expect(nearest(word, fields)).toBe(meant)
  })

  test.each([
    ['sensor', 'sensors', true],
    ['IoT', 'iot', true],
    ['edge-ai', 'edge ai', true],
    ['José', 'Jose', true],
    ['5G', '6G', false],
    ['robots', 'cities', false],
    ['robot', 'robot', false],
    ['vision', 'visionary', false],
  ])('%s and %s are one slip apart: %s', (a, b, expected) => {
    expect(oneSlipApart(a, b)).toBe(expected)
    expect(slipFinder([b])(a)).toEqual(expected ? [b] : [])
  })
})

describe('days', () => {
  test.each([
    ['2023-04-17', '2023-04-17'],
    ['April 17, 2023', '2023-04-17'],
    ['17 April 2023', '2023-04-17'],
    ['1 May 2023', '2023-05-01'],
    ['2000-02-29', '2000-02-29'],
    ['1900-02-29', undefined],
    ['2023-04-31', undefined],
    ['2023-00-10', undefined],
    ['31 Foo 2023', undefined],
    ['April 17 2023', undefined],
    ['2023-04-17T00:00:00Z', undefined],
  ])('it reads %s as %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })

  it('begins at midnight where the publication is', () => {
    const instant = new Date('2024-03-10T23:30:00Z')
    expect(dayAt(instant, 'UTC')).toBe('2024-03-10')
    expect(dayAt(instant, 'Europe/Berlin')).toBe('2024-03-11')
  })
})
