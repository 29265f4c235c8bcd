import type { Category } from '@/lib/content/categories'
import type { Redirect } from '@/lib/content/redirects'
import { slugOf } from '@/lib/content/slugs'
import type { Body } from '@/lib/library/article-view'
import { createLibrary, type Entry, type Library } from '@/lib/library/library'
import { viewsOf } from '@/lib/library/planned-views'
import type { View } from '@/lib/library/views'

export const categories: Category[] = [
  { slug: 'insight', name: 'Insight', description: 'What changes.', hue: 'blue' },
  { slug: 'tutorial', name: 'Tutorial', description: 'Things to build.', hue: 'green' },
  { slug: 'research', name: 'Research', description: 'Papers, read slowly.', hue: 'violet' },
]

/** An entry of the library, with some of its fields replaced. */
export const entry = (changes: Partial<Entry> = {}): Entry => ({
  file: `posts/${changes.slug ?? 'a-valve'}.md`,
  slug: 'a-valve',
  title: 'A valve',
  excerpt: 'What a valve knows.',
  category: 'insight',
  authors: ['Ada Lovelace'],
  date: '2024-02-29',
  featured: false,
  tags: [],
  aliases: [],
  minutes: 3,
  ...changes,
})

/** A library of the entries as they come: newest first. */
export function libraryOf(entries: Entry[], redirects: Redirect[] = []): Library {
  const names = [...new Set(entries.flatMap(({ authors }) => authors))]
  const authors = names.map((name) => ({ name, slug: slugOf(name, 'en'), links: [] }))
  return createLibrary({ entries, categories, authors, redirects })
}

export const bodyOf = (slug: string): Body => ({
  id: `body-of-${slug}`,
  headings: [{ id: 's-one', text: 'One', level: 2 }],
})

export const viewsOfAll = (entries: Entry[]) => viewsOf(libraryOf(entries), bodyOf, bodyOf('about'))

/** The text of each view by its path: what decides whether a page is rendered again. */
export const textsOf = (views: View[]) => new Map(views.map((view) => [view.path, JSON.stringify(view)]))

/** The paths whose view is not the same in both, those that only one has included. */
export function changedPaths(before: Map<string, string>, after: Map<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort()
}

/** Takes one of a list, by an even spread of its position: the same in every run. */
const pick = <Item>(list: readonly Item[], index: number, stride: number) =>
  list[(index * stride + (index >> 3)) % list.length] as Item

const subjects = 'valve lamp pump motor gripper camera sensor radio battery turbine'.split(' ')
const matters = 'drift heat noise current pressure latency torque privacy weather delay'.split(' ')
const tags = ['Edge', 'Power', 'Vision', 'Radio', 'Control', 'Cities', 'Time', 'Motion']
const people = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing']

/** The day `index` days before the newest one. */
export const dayBefore = (index: number, newest = '2024-12-31') =>
  new Date(Date.parse(newest) - index * 86_400_000).toISOString().slice(0, 10)

/** `count` articles with mixed subjects, one a day, newest first. */
export const manyEntries = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => {
    const subject = pick(subjects, index, 7)
    const matter = pick(matters, index, 3)
    return entry({
      slug: `article-${count - index}`,
      title: `The ${subject} and its ${matter}`,
      excerpt: `What a ${pick(subjects, index, 3)} teaches about ${pick(matters, index, 7)}.`,
      category: pick(categories, index, 1).slug,
      authors: [pick(people, index, 1)],
      tags: [pick(tags, index, 1), pick(tags, index, 3)].filter((tag, at, all) => all.indexOf(tag) === at),
      date: dayBefore(index),
      // Drawing cover art for each would cost more than all else.
      picture: { src: '/pictures/a-valve.png', width: 640, height: 400 },
    })
  })
