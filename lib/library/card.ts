import type { Picture } from '../media/picture/pictures'
import { articlePath, artPath, authorPath, categoryPath } from '../routes'
import type { Hue } from '../site'
import { categoryOf, type Entry, type Library } from './library'
import { artMarkup } from './markup-names'

export type CategoryLabel = { slug: string; name: string; hue: Hue; path: string }

/** The picture of an article: its own, or art made for it. */
export type Cover = Omit<Picture, 'alt' | 'credit'> & { alt: string }

/** An article as every list shows it. */
export type Card = {
  path: string
  slug: string
  title: string
  excerpt: string
  category: CategoryLabel
  authors: { name: string; path: string }[]
  date: string
  minutes: number
  cover: Cover
}

const made = new WeakMap<Library, WeakMap<Entry, Card>>()

/** The card of an article of the library; it is made once. */
export function cardOf(library: Library, entry: Entry): Card {
  const cards = made.get(library) ?? new WeakMap<Entry, Card>()
  made.set(library, cards)
  const card = cards.get(entry) ?? newCard(library, entry)
  cards.set(entry, card)
  return card
}

function newCard(library: Library, entry: Entry): Card {
  const { slug, title, excerpt, date, minutes } = entry
  return {
    path: articlePath(slug),
    slug,
    title,
    excerpt,
    category: categoryLabel(library, entry.category),
    authors: entry.authors.map((name) => ({ name, path: authorPath(authorOf(library, name).slug) })),
    date,
    minutes,
    cover: coverOf(entry),
  }
}

export function categoryLabel(library: Library, slug: string): CategoryLabel {
  const { name, hue } = categoryOf(library, slug)
  return { slug, name, hue, path: categoryPath(slug) }
}

export function authorOf(library: Library, name: string) {
  const author = library.authorByName.get(name)
  if (!author) throw new Error(`The author "${name}" is not in the library`)
  return author
}

export function coverOf({ slug, category, picture, imageAlt }: Entry): Cover {
  if (!picture) return { src: artPath(category, slug), width: 640, height: 400, alt: '' }
  const { alt: _, credit: __, ...shown } = picture
  return { ...shown, alt: imageAlt ?? '' }
}

/** The art behind `coverOf`, for the one place of a page that draws it inline and waits for no file. */
export function artOf(library: Library, { slug, category, picture }: Entry): string | undefined {
  return picture ? undefined : artMarkup(category, categoryOf(library, category).hue, slug)
}
