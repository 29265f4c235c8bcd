import { hash } from 'node:crypto'
import { cardPath } from '../../routes'
import { colours, type Hue, site } from '../../site'

/** What is drawn on a card: an article, or the magazine itself where there is no category. */
export type SocialCard = {
  slug: string
  title: string
  authors: string[]
  category?: { slug: string; name: string; hue: Hue }
}

/** A card as the head of a page names it. */
export type CardImage = { src: string; width: number; height: number; alt: string }

/** Raise it when cards come to look different, by their code, fonts or libraries: then all of them get new names. */
export const drawingVersion = 5

export const [cardWidth, cardHeight] = [1200, 630]

/** The card of every page that is not an article. */
export const magazineCard: SocialCard = { slug: 'magazine', title: site.tagline, authors: [] }

const sameForAll = `${JSON.stringify([drawingVersion, site.name, { ...colours, ...site.hues }]).slice(0, -1)},`

/** The name of a card's file. It changes with all that is drawn and with the way it is drawn, and needs no drawing. */
export function cardFile(card: SocialCard): string {
  const digest = hash('sha256', `${sameForAll}${JSON.stringify(card)}]`, 'hex')
  return `${card.slug}.${digest.slice(0, 12)}.jpg`
}

export function cardImage(card: SocialCard): CardImage {
  const alt = `${card.category ? card.title : site.name} · ${card.category ? site.name : card.title}`
  return { src: cardPath(cardFile(card)), width: cardWidth, height: cardHeight, alt }
}
