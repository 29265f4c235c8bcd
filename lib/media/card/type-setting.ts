import { breakPlaces } from './type-breaks'
import { inSightOrder } from './type-direction'
import type { Face } from './type-face'
import type { Family } from './type-families'
import { fitLines, type Piece } from './type-lines'
import { drawableSigns, type Sign } from './type-text'

/** One line as it is seen: its width in ems, and its glyphs from left to right. */
type Line = { width: number; glyphs: { face: Face; id: number; x: number; y: number }[] }

/** Where type has to fit, in pixels; `sizes` from the largest to the smallest, `most` lines at any of them. */
export type Box = { sizes: number[]; width: number; height: number; most: number }

/** Type that fits its box: baselines are `leading` pixels apart. */
export type Setting = { size: number; leading: number; isRightToLeft: boolean; lines: Line[] }

/** Sets a text in one family, and in others what that one lacks. A text of which nothing can be drawn has no lines. */
export async function setType(text: string, family: Family, { sizes, width, height, most }: Box): Promise<Setting> {
  const { signs, base } = await drawableSigns(text, family)
  const places = [0, ...breakPlaces(signs.map((sign) => sign.text)), signs.length]
  const pieces = places.slice(1).map((end, index) => pieceOf(signs.slice(places[index], end)))
  const leading = Math.max(family.leading, ...signs.map(({ face }) => face.family.leading))
  const linesAt = (size: number) => Math.max(1, Math.min(most, Math.floor(height / (size * leading))))
  const steps = sizes.map((size) => ({ size, lines: linesAt(size) }))
  const { size, lines, cut } = fitLines(signs.length ? pieces : [], steps, width, splitSigns)
  if (cut) lines.push(await shortened(lines.pop() ?? [], family, base, width / size))
  return { size, leading: size * leading, isRightToLeft: base === 1, lines: lines.map(setLine) }
}

export const widthOf = ({ size, lines }: Setting): number => Math.max(0, ...lines.map(({ width }) => width * size))

/** The type as SVG, down from its first baseline; lines begin at `left`, or end at `right` where that is how they are read. */
export function typeSvg(setting: Setting, [left, right]: [number, number], baseline: number): string {
  const { size, leading, lines, isRightToLeft } = setting
  const paths = lines.flatMap(({ width, glyphs }, index) => {
    const start = isRightToLeft ? right - width * size : left
    return glyphs.map(({ face, id, x, y }) => {
      const outline = face.outline(id, size * face.family.scale)
      const [across, down] = [start + x * size, baseline + index * leading - y * size]
      return outline && `<path transform="matrix(.1 0 0 .1 ${across.toFixed(2)} ${down.toFixed(2)})" d="${outline}"/>`
    })
  })
  return paths.join('')
}

function setLine(signs: Sign[]): Line {
  const glyphs: Line['glyphs'] = []
  let pen = 0
  for (const { face, level, text } of inSightOrder(runsOf(trimmed(signs)))) {
    const { scale, tracking } = face.family
    for (const { id, x, y, advance } of face.shape(text, level % 2 === 1)) {
      glyphs.push({ face, id, x: pen + x * scale, y: y * scale })
      pen += (advance + (advance ? tracking : 0)) * scale
    }
  }
  return { width: pen, glyphs }
}

/** Neighbours that are set in one face and one direction. */
function runsOf(signs: Sign[]): Sign[] {
  const runs: Sign[] = []
  for (const sign of signs) {
    const run = runs.at(-1)
    if (run && run.face === sign.face && run.level === sign.level) run.text += sign.text
    else runs.push({ ...sign })
  }
  return runs
}

const trimmed = (signs: Sign[]) => (signs.at(-1)?.text === ' ' ? signs.slice(0, -1) : signs)

function pieceOf(signs: Sign[]): Piece<Sign> {
  const width = setLine(signs).width
  const space = signs.at(-1)
  return { signs, width, spaced: width + (space?.text === ' ' ? spaceOf(space.face) : 0) }
}

function spaceOf({ shape, family }: Face): number {
  return (family.tracking + (shape(' ', false)[0]?.advance ?? 0)) * family.scale
}

/** A word wider than a line, cut where it must be. */
function splitSigns(signs: Sign[], ems: number): Piece<Sign>[] {
  const end = Math.max(1, longestFit(signs, ems))
  if (end >= signs.length) return [pieceOf(signs)]
  return [pieceOf(signs.slice(0, end)), ...splitSigns(signs.slice(end), ems)]
}

/** How many of the signs fit a width. */
function longestFit(signs: Sign[], ems: number): number {
  let [fits, fails] = [0, signs.length + 1]
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1
    if (setLine(signs.slice(0, middle)).width <= ems) fits = middle
    else fails = middle
  }
  return fits
}

/** A line that says it goes on. */
async function shortened(line: Sign[], family: Family, base: 0 | 1, ems: number): Promise<Sign[]> {
  const ellipsis = (await drawableSigns('…', family)).signs.map((sign) => ({ ...sign, level: base as number }))
  const kept = line.slice(0, longestFit(line, ems - setLine(ellipsis).width))
  while (/^[\s\p{P}]$/u.test(kept.at(-1)?.text ?? '')) kept.pop()
  return [...kept, ...ellipsis]
}
