import type { Library } from '../../library/library'
import { socialCardOf } from '../../library/social-card'
import { keptCard } from '../../media/card/kept-cards'
import { cardFile, magazineCard } from '../../media/card/social-card'
import { makeCard } from '../../media/card/social-card-file'
import { cardPath } from '../../routes'
import type { ReleaseFile } from '../release-file'

/** The pictures that are shown where a page is shared: one for each article, and one for all other pages. */
export function socialCards(library: Library): ReleaseFile[] {
  const cards = [magazineCard, ...library.entries.map((entry) => socialCardOf(library, entry))]
  return cards.map((card) => {
    const file = cardFile(card)
    return { path: cardPath(file), key: file, copyOf: keptCard(file), make: () => makeCard(card) }
  })
}
