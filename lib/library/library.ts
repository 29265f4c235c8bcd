import type { Article, Withheld } from '../content/article'
import type { Author } from '../content/authors'
import type { Category } from '../content/categories'
import type { Redirect } from '../content/redirects'
import { slugOf } from '../content/slugs'
import type { Day } from '../days'
import type { Picture } from '../media/picture/pictures'
import { site } from '../site'

/** What the rest of the site may know of an article without opening its body. */
export type Entry = Omit<Article, 'body' | 'bodyLine' | 'places' | 'imagePlace' | 'draft' | 'readTime'> & {
  minutes: number
  /** Why it is not published yet; only in a preview. */
  withheld?: Withheld['reason']
  /** A local picture; without one the article wears cover art. */
  picture?: Picture
}

export type Group = { slug: string; name: string; entries: Entry[] }

/** All published articles, newest first, and the ways to look them up. Nothing that is withheld is in here. */
export type Library = {
  entries: Entry[]
  bySlug: Map<string, Entry>
  /** Where an article stands in `entries`. */
  indexOf: Map<string, number>
  categories: Category[]
  categoryBySlug: Map<string, Category>
  authors: Author[]
  authorByName: Map<string, Author>
  byCategory: Map<string, Entry[]>
  byAuthor: Map<string, Entry[]>
  tags: Group[]
  tagBySlug: Map<string, Group>
  series: Group[]
  seriesBySlug: Map<string, Group>
  years: { year: string; entries: Entry[] }[]
  redirects: Redirect[]
}

export function createLibrary(input: {
  entries: Entry[]
  categories: Category[]
  authors: Author[]
  redirects: Redirect[]
}): Library {
  const { entries, categories, authors, redirects } = input
  const authorByName = new Map(authors.map((author) => [author.name, author]))
  const byAuthor = entriesBy(entries, (entry) =>
    entry.authors.map((name) => authorByName.get(name)?.slug ?? slugOf(name, site.language)),
  )
  const tags = groups(entries, ({ tags }) => tags).sort(byName)
  const series = groups(entries, ({ series }) => (series ? [series] : [])).sort(byName)
  const years = groups(entries, ({ date }) => [date.slice(0, 4)])
  return {
    entries,
    bySlug: new Map(entries.map((entry) => [entry.slug, entry])),
    indexOf: new Map(entries.map(({ slug }, index) => [slug, index])),
    categories,
    categoryBySlug: new Map(categories.map((category) => [category.slug, category])),
    authors: authors.filter(({ slug }) => byAuthor.has(slug)),
    authorByName,
    byCategory: entriesBy(entries, ({ category }) => [category]),
    byAuthor,
    tags,
    tagBySlug: bySlugOf(tags),
    series,
    seriesBySlug: bySlugOf(series),
    years: years.map(({ name, entries }) => ({ year: name, entries })),
    redirects,
  }
}

export function categoryOf({ categoryBySlug }: Pick<Library, 'categoryBySlug'>, slug: string): Category {
  const category = categoryBySlug.get(slug)
  if (!category) throw new Error(`The category "${slug}" has no entry in _categories.yml`)
  return category
}

/** Oldest first, those of one day by slug: the order in which the parts of a series are read. */
export const inReadingOrder = (entries: Entry[]) =>
  [...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : bySlug(a, b)))

export const newestDay = (entries: Entry[]): Day | undefined => entries[0]?.date

function entriesBy(entries: Entry[], keysOf: (entry: Entry) => string[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const entry of entries) {
    const keys = keysOf(entry)
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const list = found.get(key)
      if (list) list.push(entry)
      else found.set(key, [entry])
    }
  }
  return found
}

// Two spellings with one slug are one group, named as the oldest article names it, so that a new article never renames it.
function groups(entries: Entry[], namesOf: (entry: Entry) => string[]): Group[] {
  const names = new Map<string, string>()
  for (const entry of entries) for (const name of namesOf(entry)) names.set(slugOf(name, site.language), name)
  const found = entriesBy(entries, (entry) => namesOf(entry).map((name) => slugOf(name, site.language)))
  return [...found].map(([slug, list]) => ({ slug, name: names.get(slug) ?? slug, entries: list }))
}

const bySlugOf = (list: Group[]) => new Map(list.map((group) => [group.slug, group]))

const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)

// As a reader of the language looks for them.
const { compare } = new Intl.Collator(site.language, { numeric: true })
const byName = (a: Group, b: Group) => compare(a.name, b.name) || bySlug(a, b)
