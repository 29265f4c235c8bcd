import type { Hue } from '../../site'
import { drawCaseStudy } from './art-case-study'
import { drawInsight } from './art-insight'
import { drawLattice } from './art-lattice'
import type { Drawing } from './art-path'
import { height, width } from './art-path'
import { type Key, plateOf } from './art-plate'
import { hashOf, type Random, randomOf } from './art-random'
import { drawResearch } from './art-research'
import { drawScatter } from './art-scatter'
import { printed } from './art-svg'
import { drawTutorial } from './art-tutorial'

/** Sensing is a field of fine lines, acting one bold stroke through it. Paths are drawn with strokes only. */
export type Art = { key: Key } & Drawing

const families: Record<string, (random: Random) => Drawing> = {
  insight: drawInsight,
  tutorial: drawTutorial,
  'case-study': drawCaseStudy,
  research: drawResearch,
}

/** The cover of an article, 640 × 400: always the same for the same slug and category. */
export function coverArt(slug: string, category: string): Art {
  const random = randomOf(`${category}/${slug}`)
  const key = random.pick<Key>(['paper', 'tint', 'hue', 'ink'])
  const family = Object.hasOwn(families, category) ? families[category] : undefined
  const draw = family ?? (hashOf(category) % 2 ? drawScatter : drawLattice)
  return { key, ...draw(random) }
}

/** A whole SVG file that looks the same on a light and on a dark page. Its field is printed in as many paths as given. */
export function artSvg(art: Art, hue: Hue, fields = [art.field]): string {
  return printed(art, plateOf(art.key, hue), [width, height], fields)
}
