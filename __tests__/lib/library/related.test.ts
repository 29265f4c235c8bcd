import type { Entry } from '@/lib/library/library'
import { relatedTo } from '@/lib/library/related'
import { dayBefore, entry, manyEntries } from './some-library'

const list = (entries: Entry[]) => relatedTo(entries, 3)

describe('related articles', () => {
  const subject = entry({ slug: 'subject', title: 'The valve', excerpt: 'It closes.', tags: ['Heat'], series: 'Pipes' })
  const others = {
    series: { title: 'Another thing', excerpt: 'Entirely.', category: 'research', series: 'pipes' },
    tag: { title: 'Another thing', excerpt: 'Entirely.', category: 'research', tags: ['heat'] },
    title: { title: 'Valves', excerpt: 'Entirely.', category: 'research' },
    category: { title: 'Another thing', excerpt: 'Entirely.' },
    nothing: { title: 'Another thing', excerpt: 'Entirely.', category: 'research' },
  }
  type Kind = keyof typeof others

  test.each<[Kind, Kind]>([
    ['series', 'tag'],
    ['tag', 'title'],
    ['title', 'category'],
    ['category', 'nothing'],
  ])('put the same %s above a newer one with the same %s', (nearer, newer) => {
    const entries = [
      entry({ slug: 'newer', ...others[newer] }),
      subject,
      entry({ slug: 'filler', ...others.nothing }),
      entry({ slug: 'nearer', ...others[nearer] }),
    ]
    expect(list(entries).get('subject')?.[0]).toBe('nearer')
  })

  it('name nothing that shares nothing', () => {
    expect(list([subject, entry({ slug: 'other', ...others.nothing })]).get('subject')).toEqual([])
  })

  it('settle ties by the nearer day, then by the order of the library', () => {
    const same = (slug: string, date: string) => entry({ slug, date, title: 'One and the same', excerpt: 'Same.' })
    const entries = [same('a', '2024-09-09'), same('b', '2024-09-08'), same('c', '2024-09-05'), same('d', '2024-09-02')]
    expect(list(entries).get('c')).toEqual(['b', 'd', 'a'])
    expect(list(entries).get('a')).toEqual(['b', 'c', 'd'])
  })

  it('look no further than twenty along those that share a subject, so that far edits move nothing', () => {
    const words = { title: 'Another thing', excerpt: 'Entirely.', category: 'research' }
    const near = Array.from({ length: 20 }, (_, index) =>
      entry({ ...words, slug: `near-${index}`, tags: ['Heat'], date: dayBefore(index + 1) }),
    )
    const far = entry({ slug: 'far', title: 'Far', excerpt: 'Off.', tags: ['Heat', 'Pumps'], date: dayBefore(30) })
    const first = { ...subject, tags: ['Heat', 'Pumps'], date: dayBefore(0), category: 'tutorial' }
    expect(list([first, ...near, far]).get('subject')).toEqual(['near-0', 'near-1', 'near-2'])
    expect(list([first, ...near.slice(1), far]).get('subject')?.[0]).toBe('far')
  })

  it('never name the article itself, or one twice, or more than asked for', () => {
    for (const [slug, others] of list(manyEntries(300))) {
      expect(others).toHaveLength(3)
      expect(new Set([slug, ...others]).size).toBe(4)
    }
  })

  it('are the same in every run', () => {
    expect([...list(manyEntries(300))]).toEqual([...list(manyEntries(300))])
  })

  describe('among 1,000 articles', () => {
    const entries = manyEntries(1000)
    const before = list(entries)
    const places = [0, 17, 500, 999]

    /** The slugs whose list differs from before, but for the article that was itself changed. */
    function changedBy(after: Entry[], except?: Entry): string[] {
      const now = list(after)
      return [...before].flatMap(([slug, others]) =>
        slug === except?.slug || others.join() === now.get(slug)?.join() ? [] : [slug],
      )
    }

    test.each(places)('change in at most 20 other lists when article %i is edited', (place) => {
      const edit = { title: 'The camera and its weather', tags: ['Vision', 'Time'], excerpt: 'A new line on torque.' }
      const edited = entries.map((one, index) => (index === place ? { ...one, ...edit } : one))
      expect(changedBy(edited, entries[place]).length).toBeLessThanOrEqual(20)
    })

    test.each(places)('change in at most 20 other lists when one is added before article %i', (place) => {
      const added = entry({
        slug: 'added',
        title: 'The motor and its delay',
        excerpt: 'What a radio teaches about heat.',
        tags: ['Control', 'Power'],
        date: dayBefore(place),
      })
      expect(changedBy(entries.toSpliced(place, 0, added)).length).toBeLessThanOrEqual(20)
    })
  })
})
