import type { Hue } from '../site'

// Bodies and drawings are large and made of little. A view names them, so that it stays small to compare and to keep;
// where a page is written, the markup takes the place of its name (`lib/publish/views/markup.ts`).

/** The text of a body, by the id it has in the cache of bodies. */
export const bodyMarkup = (id: string) => `body/${id}/`

/** The art of a cover. */
export const artMarkup = (category: string, hue: Hue, slug: string) => `art/${category}/${hue}/${slug}/`

/** The mark of an author. */
export const markMarkup = (slug: string) => `mark/${slug}/`
