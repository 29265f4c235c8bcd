import type { SocialCard } from '../media/card/social-card'
import { categoryOf, type Entry, type Library } from './library'

/** What the social card of an article shows. Its art is drawn for it, also where the page has a picture. */
export function socialCardOf(library: Pick<Library, 'categoryBySlug'>, entry: Entry): SocialCard {
  const { slug, title, authors, category } = entry
  const { name, hue } = categoryOf(library, category)
  return { slug, title, authors, category: { slug: category, name, hue } }
}
