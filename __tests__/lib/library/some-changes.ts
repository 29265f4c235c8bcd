import type { Author } from '@/lib/content/authors'
import type { Category } from '@/lib/content/categories'
import type { Entry } from '@/lib/library/library'
import { categories, dayBefore, entry, manyEntries } from './some-library'

/** All that the views of a site are made of. `bodies` has the ids of those that are not as they were. */
export type Content = { entries: Entry[]; categories: Category[]; profiles: Author[]; bodies: Record<string, string> }

/** Changes one thing; where it is one of an article, that of the article at a place, the newest being at 0. */
export type Change = (from: Content, at: number) => Content

export const count = 130

export const content: Content = {
  entries: manyEntries(count).map((one, index) => ({
    ...one,
    ...(index % 10 === 5 ? { series: index < 60 ? 'Pipes' : 'Lamps' } : {}),
    featured: index === 9,
  })),
  categories,
  profiles: [
    { name: 'Ada Lovelace', slug: 'ada-lovelace', bio: 'Wrote notes.', links: [] },
    { name: 'Grace Hopper', slug: 'grace-hopper', bio: 'Found a moth.', links: [] },
  ],
  bodies: {},
}

const edit =
  (fieldsOf: (one: Entry) => Partial<Entry>): Change =>
  (from, at) => ({
    ...from,
    entries: from.entries.map((one, index) => (index === at ? { ...one, ...fieldsOf(one) } : one)),
  })

const without =
  (field: 'series' | 'picture'): Change =>
  (from, at) => ({
    ...from,
    entries: from.entries.map((one, index) => {
      const { [field]: _, ...rest } = one
      return index === at ? rest : one
    }),
  })

const newestFirst = (a: Entry, b: Entry) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.slug < b.slug ? -1 : 1)
const sorted = (from: Content): Content => ({ ...from, entries: [...from.entries].sort(newestFirst) })
const redate =
  (days: number): Change =>
  (from, at) =>
    sorted(edit(({ date }) => ({ date: dayBefore(-days, date) }))(from, at))

/** Adds an article that is so many days older than the newest was. */
const add: Change = (from, days) => {
  const slug = `added-${from.entries.length}`
  const added = entry({ slug, title: 'A harbour', tags: ['Edge'], date: dayBefore(days) })
  return sorted({ ...from, entries: [...from.entries, added] })
}

const category =
  (fields: Partial<Category>): Change =>
  (from) => ({ ...from, categories: from.categories.map((one, at) => (at === 1 ? { ...one, ...fields } : one)) })

const profile =
  (fields: Partial<Author>): Change =>
  (from) => ({ ...from, profiles: from.profiles.map((one, at) => (at === 0 ? { ...one, ...fields } : one)) })

const body = (from: Content, slug: string): Content => ({ ...from, bodies: { ...from.bodies, [slug]: 'edited' } })
const withAuthor = (...authors: string[]) => ({ authors: [...new Set(authors)] })
const picture = { src: '/pictures/another.png', width: 320, height: 200 }

export const changes: [what: string, change: Change][] = [
  ['another title', edit(() => ({ title: 'The harbour' }))],
  ['another excerpt', edit(() => ({ excerpt: 'Cranes listen.' }))],
  ['a date one day later', redate(1)],
  ['a date one month earlier', redate(-30)],
  ['a date of the year before', redate(-366)],
  ['a day of update', edit(() => ({ updated: '2025-01-01' }))],
  ['one more author', edit(({ authors }) => withAuthor(...authors, 'Emmy Noether'))],
  ['another author', edit(({ authors: [one] }) => withAuthor(one === 'Alan Turing' ? 'Grace Hopper' : 'Alan Turing'))],
  ['another category', edit(({ category }) => ({ category: category === 'research' ? 'insight' : 'research' }))],
  ['a tag of its own', edit(({ tags }) => ({ tags: [...tags, 'Harbours'] }))],
  ['another tag', edit(({ tags }) => ({ tags: [tags[0] === 'Radio' ? 'Power' : 'Radio'] }))],
  ['its tags spelt another way', edit(({ tags }) => ({ tags: tags.map((tag) => tag.toUpperCase()) }))],
  ['no tags', edit(() => ({ tags: [] }))],
  ['a series joined', edit(({ series }) => ({ series: series === 'Pipes' ? 'Lamps' : 'Pipes' }))],
  ['a series spelt another way', edit(() => ({ series: 'PIPES' }))],
  ['a series of its own', edit(() => ({ series: 'Harbours' }))],
  ['a series left', without('series')],
  ['another picture', edit(() => ({ picture }))],
  ['cover art', without('picture')],
  ['words for its picture', edit(() => ({ imageAlt: 'A crane' }))],
  ['a credit', edit(() => ({ imageCredit: 'By hand' }))],
  ['a credit kept with its picture', edit(() => ({ picture: { ...picture, credit: 'By hand' } }))],
  ['a place at the front', edit(({ featured }) => ({ featured: !featured }))],
  ['other minutes', edit(() => ({ minutes: 12 }))],
  ['a canonical URL', edit(() => ({ canonicalUrl: 'https://elsewhere.example/a/' }))],
  ['another slug', edit(({ slug }) => ({ slug: `${slug}-moved` }))],
  ['a reason to be withheld', edit(() => ({ withheld: 'draft' }))],
  ['another body', (from, at) => body(from, from.entries[at]?.slug ?? '')],
  ['another text on the site', (from) => body(from, 'about')],
  ['an article between', (from, at) => add(from, at + 1)],
  ['an older article', (from) => add(from, 2 * count)],
  ['one article less', (from, at) => ({ ...from, entries: from.entries.toSpliced(at, 1) })],
  ['another name of a category', category({ name: 'Workshop' })],
  ['another hue of a category', category({ hue: 'red' })],
  ['another description of a category', category({ description: 'By hand.' })],
  ['another order of categories', (from) => ({ ...from, categories: [...from.categories].reverse() })],
  ['another bio', profile({ bio: 'Wrote more.' })],
  ['another slug of an author', profile({ slug: 'ada' })],
  ['a link of an author', profile({ links: [{ label: 'Site', url: 'https://ada.example/' }] })],
  ['a picture of an author', profile({ picture: '/ada.png' })],
]

/** What comes before everything else, or takes its place. */
export const newest: [what: string, change: Change][] = [
  ['a newer article', (from) => add(from, -1)],
  ['a newer article of another year', (from) => add(from, -40)],
  ['so many that a page is full', (from) => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].reduce((to, day) => add(to, -day), from)],
  ['so few that a page is not full', (from) => ({ ...from, entries: from.entries.slice(11) })],
]
