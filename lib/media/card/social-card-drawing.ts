import { colours, type Hue, hueColours, hues } from '../../site'
import { width as artWidth } from '../art/art-path'
import { type Art, artSvg, coverArt } from '../art/cover-art'
import { cardHeight, cardWidth, type SocialCard } from './social-card'
import { namePlate } from './social-card-plate'
import { headline, label } from './type-families'
import { type Setting, setType, typeSvg, widthOf } from './type-setting'

const [paper, ink, soft] = [colours.paper[0], colours.ink[0], colours.soft[0]]
const [margin, band, padding] = [60, 104, 52]
const titleBox = { sizes: [104, 92, 80, 70, 60, 52, 46], width: 800, height: 300, most: 5 }
const lineBox = { sizes: [29], width: 800, height: 29, most: 1 }

/** A card as SVG without a single letter in it: all type is outlines, so whatever a title says is only drawn. */
export function drawCard(card: SocialCard): Promise<string> {
  return card.category ? drawArticle(card, card.category) : drawMagazine(card)
}

/** The head of the front page, cover art, and before it a label of paper that says what and who. */
async function drawArticle({ slug, title, authors }: SocialCard, category: NonNullable<SocialCard['category']>) {
  const [hue] = hueColours(category.hue)
  const [plate, words, names, kind] = await Promise.all([
    namePlate(),
    setType(title, headline, titleBox),
    setType(authors.join(', '), label, lineBox),
    setType(category.name, label, { ...lineBox, width: 420 }),
  ])
  const right = cardWidth - margin
  const kindAt = right - widthOf(kind)
  return svg(
    artOf(slug, category.slug, category.hue, band),
    box(paper, 0, 0, cardWidth, band),
    filled(ink, plate.svg(margin, 69, Math.min(52, 520 / plate.width))),
    box(hue, kindAt - 60, 53, 46, 10),
    filled(hue, typeSvg(kind, [kindAt, right], 67)),
    labelOf(words, names),
  )
}

/** The paper under title and authors, in the corner where their script begins. */
function labelOf(words: Setting, names: Setting): string {
  if (!words.lines.length && !names.lines.length) return ''
  const { size, leading, isRightToLeft, lines } = words
  const width = Math.max(360, widthOf(words), widthOf(names))
  const left = isRightToLeft ? cardWidth - margin - width : margin
  const edges: [number, number] = [left, left + width]
  const namesAt = cardHeight - 48
  // A script that wants its lines further apart also reaches higher and lower.
  const reach = (leading - size) / 2
  const last = namesAt - (names.lines.length ? 54 : 0) - size * 0.09 - reach
  const first = last - (lines.length - 1) * leading
  const top = lines.length ? first - size * 0.65 - reach - 46 : namesAt - 70
  return [
    box(paper, isRightToLeft ? left - padding : 0, top, margin + width + padding, cardHeight),
    filled(ink, typeSvg(words, edges, first)),
    filled(soft, typeSvg({ ...names, isRightToLeft }, edges, namesAt)),
  ].join('')
}

async function drawMagazine({ slug, title }: SocialCard): Promise<string> {
  const [plate, tagline] = await Promise.all([namePlate(), setType(title, label, { ...lineBox, sizes: [40] })])
  const size = Math.min(168, 860 / plate.width)
  const width = Math.max(plate.width * size, widthOf(tagline))
  const [baseline, taglineAt] = [cardHeight - 132, cardHeight - 52]
  return svg(
    artOf(slug, 'insight', hues[0] ?? ''),
    box(paper, 0, baseline - size * 0.66 - 60, margin + width + padding, cardHeight),
    filled(ink, plate.svg(margin - size * 0.03, baseline, size)),
    filled(soft, typeSvg(tagline, [margin, margin + width], taglineAt)),
  )
}

const artScale = cardWidth / artWidth

/** Cover art from edge to edge. What lies `below` is all that is drawn: nothing under a band of paper. */
function artOf(slug: string, category: string, hue: Hue, below = 0): string {
  const art = coverArt(slug, category)
  const whole = artSvg(art, hue, linesOf(art))
  return `<svg y="${below}" width="${cardWidth}" height="${cardHeight - below}"><g transform="translate(0 ${-8 - below}) scale(${artScale})">${whole}</g></svg>`
}

/**
 * The lines of a field, each a path of its own where they are long curves: in one path the renderer would sort all of
 * them in every row of pixels, which takes three milliseconds. Many short ones are drawn faster together.
 */
function linesOf({ field }: Art): string[] {
  const lines = field.split(/(?=M)/)
  return lines.length <= 64 && /[aq]/.test(field) ? lines : [field]
}

const svg = (...parts: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}">${parts.join('')}</svg>`
const filled = (colour: string, content: string) => `<g fill="${colour}">${content}</g>`
const box = (colour: string, x: number, y: number, width: number, height: number) =>
  `<path fill="${colour}" d="M${Math.round(x)} ${Math.round(y)}h${Math.round(width)}v${height}h${-Math.round(width)}z"/>`
