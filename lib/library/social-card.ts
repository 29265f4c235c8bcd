import type { SocialCard } from '../media/card/social-card'
import type { Entry, Library } from './library'

/** What the social card of an article shows. Its art is drawn for it, also where the page has a picture. */
export function socialCardOf({ categories }: Pick<Library, 'categories'>, entry: Entry): SocialCard {
  const { slug, title, authors, category } = entry
  const found = categories.find((one) => one.slug === category)
  if (!found) throw new Error(`The category "${category}" has no entry in _categories.yml`)
  return { slug, title, authors, category: { slug: category, name: found.name, hue: found.hue } }
}
