import type { ListView } from '@/lib/library/list-view'
import type { View } from '@/lib/library/views'
import { articlesPath, authorPath, categoryPath, tagPath, yearPath } from '@/lib/routes'
import { categories, entry, manyEntries, viewsOfAll } from './some-library'

const isList = (view: View): view is ListView => view.kind === 'list'

const entries = manyEntries(65)
const views = viewsOfAll(entries).filter(isList)
const at = (path: string): ListView => {
  const view = views.find((one) => one.path === path)
  if (!view) throw new Error(`No list at ${path}`)
  return view
}

describe('the pages of a list', () => {
  it('stand under the address of their list, the oldest under number 1', () => {
    const paths = views.filter(({ scope }) => scope === 'articles').map(({ path }) => path)
    expect(paths).toEqual([articlesPath(), articlesPath(2), articlesPath(1)])
    expect(at(articlesPath(1)).cards.at(-1)?.slug).toBe('article-1')
    expect(at(articlesPath()).cards[0]?.slug).toBe('article-65')
  })

  test.each(['articles', 'category', 'tag', 'author', 'year'] as const)(
    'are made for each %s, all articles on one each',
    (scope) => {
      const own = views.filter((view) => view.scope === scope)
      const lists = new Map<string, string[]>()
      for (const { name, cards } of own) lists.set(name, [...(lists.get(name) ?? []), ...cards.map(({ slug }) => slug)])
      const listed = [...lists.values()]
      for (const slugs of listed) expect(new Set(slugs).size).toBe(slugs.length)
      expect(new Set(listed.flat()).size).toBe(entries.length)
    },
  )

  it('name the days of their neighbours, but never the newest day of the page that moves', () => {
    const [newest, middle, oldest] = [at(articlesPath()), at(articlesPath(2)), at(articlesPath(1))]
    expect(newest.newer).toBeUndefined()
    expect(newest.older).toEqual({ path: middle.path, from: middle.cards.at(-1)?.date, to: middle.cards[0]?.date })
    expect(middle.newer).toEqual({ path: newest.path, from: newest.cards.at(-1)?.date })
    expect(oldest.newer).toEqual({ path: middle.path, from: middle.cards.at(-1)?.date, to: middle.cards[0]?.date })
    expect(oldest.older).toBeUndefined()
  })

  it('say which days they hold, when they have a number, and are titled apart', () => {
    expect(at(articlesPath())).not.toHaveProperty('span')
    expect(at(articlesPath(1)).span).toMatch(/ to /)
    const titles = views.filter(({ scope }) => scope === 'articles').map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test.each([
    ['all articles', articlesPath(), true, articlesPath()],
    ['a numbered page of all articles', articlesPath(1), false, articlesPath()],
    ['a category', categoryPath('insight'), true, categoryPath('insight')],
    ['a tag', tagPath('edge'), false, undefined],
    ['an author', authorPath('ada-lovelace'), false, undefined],
    ['a year', yearPath('2024'), false, undefined],
  ])('count in the filter on %s (%s): %s', (_, path, counts, current) => {
    const { filter } = at(path)
    expect(filter).toHaveLength(categories.length + 1)
    for (const item of filter) expect('count' in item).toBe(counts)
    expect(filter.find((item) => item.current)?.path).toBe(current)
    expect(filter.filter((item) => item.current).length).toBe(current ? 1 : 0)
  })

  it('count the articles of each category right', () => {
    const [all, ...rest] = at(articlesPath()).filter
    expect(all?.count).toBe(65)
    expect(rest.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(65)
  })

  it('are there for a category without articles, and say 0', () => {
    const list = viewsOfAll([entry()])
      .filter(isList)
      .find(({ path }) => path === categoryPath('research'))
    expect(list?.cards).toEqual([])
    expect(list?.filter.find(({ current }) => current)?.count).toBe(0)
  })

  it('are one empty page while nothing is published, besides those of the categories', () => {
    const empty = viewsOfAll([]).filter(isList)
    expect(empty.map(({ path }) => path)).toEqual([articlesPath(), ...categories.map(({ slug }) => categoryPath(slug))])
    for (const { cards } of empty) expect(cards).toEqual([])
  })
})
