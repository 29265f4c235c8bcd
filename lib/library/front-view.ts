import { articlesPath, frontPath } from '../routes'
import { site } from '../site'
import { artOf, type Card, type CategoryLabel, cardOf, categoryLabel } from './card'
import { type FilterItem, filterOf } from './filter'
import { type Library, newestDay } from './library'

/** The front page: one lead, two seconds, the latest, and a row for each category. */
export type FrontView = {
  kind: 'front'
  path: string
  title: string
  description: string
  day?: string
  filter: FilterItem[]
  lead?: Card
  leadArt?: string
  seconds: Card[]
  latest: Card[]
  /** Where the rest is, when not everything is on this page. */
  allPath?: string
  rows: { category: CategoryLabel; cards: Card[] }[]
}

const sizes = { seconds: 2, latest: 8, row: 3 }

export function frontView(library: Library): FrontView {
  const { entries } = library
  const lead = entries.find(({ featured }) => featured) ?? entries[0]
  const others = entries.filter((entry) => entry !== lead)
  const card = (entry: (typeof entries)[number]) => cardOf(library, entry)
  const day = newestDay(library.entries)
  const leadArt = lead && artOf(library, lead)
  const shown = sizes.seconds + sizes.latest
  return {
    kind: 'front',
    path: frontPath(),
    title: site.name,
    description: site.description,
    ...(day ? { day } : {}),
    filter: filterOf(library, { counts: true }),
    ...(lead ? { lead: card(lead) } : {}),
    ...(leadArt ? { leadArt } : {}),
    seconds: others.slice(0, sizes.seconds).map(card),
    latest: others.slice(sizes.seconds, shown).map(card),
    ...(others.length > shown ? { allPath: articlesPath() } : {}),
    rows: library.categories.flatMap(({ slug }) => {
      const cards = (library.byCategory.get(slug) ?? []).slice(0, sizes.row).map(card)
      return cards.length ? [{ category: categoryLabel(library, slug), cards }] : []
    }),
  }
}
