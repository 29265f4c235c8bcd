import { numbers, ring } from './art-path'
import { greyPlateOf, type Key } from './art-plate'
import { type Random, randomOf } from './art-random'
import { printed } from './art-svg'
import type { Art } from './cover-art'

const size = 48

/** The mark of an author, 48 × 48: always the same for the same slug. */
export function authorMark(slug: string): Art {
  const random = randomOf(`byline/${slug}`)
  const key = random.pick<Key>(['paper', 'tint', 'hue', 'ink'])
  const field = random.pick(fields)(random)
  const [flipX, flipY] = [random.chance(0.5), random.chance(0.5)]
  const place = (value: number, index: number) => ((index % 2 ? flipY : flipX) ? size - value : value)
  const { letter, path, dot = [] } = random.pick(strokes)
  const [startX = 0, startY = 0, ...rest] = path.map(place)
  const [x, y] = dot.map(place)
  const weight = random.pick([5, 7, 9])
  return {
    key,
    field,
    act: `M${numbers(startX, startY)}${letter}${numbers(...rest)}`,
    weight,
    dots: x === undefined || y === undefined ? [] : [{ x, y, r: weight / 2 + 2 }],
  }
}

/** The mark as SVG markup, without a hue: it stands beside articles of every category. */
export function markSvg(slug: string): string {
  const mark = authorMark(slug)
  return printed(mark, greyPlateOf(mark.key), [size, size])
}

const every = (step: number, draw: (at: number) => string) =>
  Array.from({ length: Math.ceil(size / step) }, (_, index) => draw(Math.round(step * (index + 0.5)))).join('')

const fields: [(random: Random) => string, ...((random: Random) => string)[]] = [
  ({ pick }) => every(pick([4, 6]), (y) => `M0 ${y}h48`),
  ({ pick }) => every(pick([4, 6]), (x) => `M${x} 0v48`),
  ({ pick }) => every(pick([3, 4]), (at) => `M${at * 2} 0L0 ${at * 2}`),
  ({ pick }) => every(pick([3, 4]), (at) => `M${at * 2 - 48} 0l48 48`),
  ({ pick }) => every(pick([4, 5]), (radius) => ring({ x: 24, y: 24 }, radius)),
  ({ pick }) => every(pick([5, 6]), (radius) => ring({ x: 0, y: 48 }, radius * 1.4)),
  () => every(8, (y) => every(8, (x) => `M${x - 2} ${y}h4m-2-2v4`)),
]

/** Coordinates of a broken line or of curves, x and y in turn. */
type Stroke = { letter: 'L' | 'C'; path: [number, number, ...number[]]; dot?: [number, number] }

const strokes: [Stroke, ...Stroke[]] = [
  { letter: 'L', path: [9, 40, 24, 9, 39, 40] },
  { letter: 'L', path: [8, 40, 40, 8], dot: [14, 14] },
  { letter: 'L', path: [9, 12, 39, 12, 9, 36, 39, 36] },
  { letter: 'L', path: [12, 8, 12, 38, 40, 38], dot: [31, 17] },
  { letter: 'L', path: [10, 40, 10, 11, 38, 11, 38, 40] },
  { letter: 'L', path: [-2, 34, 14, 14, 28, 32, 50, 10] },
  { letter: 'L', path: [10, 50, 10, 26, 38, 26, 38, -2] },
  { letter: 'C', path: [-2, 38, 18, 38, 22, 10, 50, 10] },
  { letter: 'C', path: [38, 14, 28, 2, 8, 8, 9, 24, 10, 40, 28, 46, 39, 34] },
  { letter: 'C', path: [10, 50, 10, 4, 38, 4, 38, 50], dot: [24, 36] },
  { letter: 'C', path: [-2, 24, 14, -8, 32, 56, 50, 22] },
  { letter: 'C', path: [24, 50, 24, 24, 40, 30, 40, 18, 40, 6, 20, 6, 12, 18] },
]
