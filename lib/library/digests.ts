import { digestOf } from '../digest'
import { authorOf, type Card, categoryLabel } from './card'
import type { Entry, Library } from './library'
import type { View } from './views'

/** Says whether a page has to be rendered again: it changes with its view, and with nothing else. */
export function viewDigest(view: View): string {
  // The same cards stand on many pages; each is written out once.
  if ('cards' in view) return digestOf({ ...view, cards: view.cards.map(cardDigest) })
  if ('related' in view) return digestOf({ ...view, related: view.related.map(cardDigest) })
  return digestOf(view)
}

/** Says whether what tells of an article, its body apart, has to be told again. */
export const entryDigest = (library: Library, entry: Entry): string =>
  remembered(entry, () =>
    digestOf(
      entry,
      entry.authors.map((name) => authorOf(library, name).slug),
      categoryLabel(library, entry.category),
    ),
  )

const cardDigest = (card: Card) => remembered(card, () => digestOf(card))

const known = new WeakMap<object, string>()

/** The digest of a thing that never changes, made once. */
export function remembered(thing: object, digest: () => string): string {
  const found = known.get(thing)
  if (found !== undefined) return found
  const made = digest()
  known.set(thing, made)
  return made
}
