import { type Dot, height, type Point, rounded, width } from './art-path'

export const turned = ({ x, y }: Point, angle: number): Point => ({
  x: x * Math.cos(angle) - y * Math.sin(angle),
  y: x * Math.sin(angle) + y * Math.cos(angle),
})

/** The same shape, or its mirror image in the picture. */
export const mirrored = (points: Point[], flipX: boolean, flipY: boolean): Point[] =>
  points.map(({ x, y }) => ({ x: flipX ? width - x : x, y: flipY ? height - y : y }))

/** To the nearest of eight places on each curve: good enough to keep two shapes apart. */
export function distanceToCubics(from: Point, points: Point[]): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let first = 0; first + 3 < points.length; first += 3) {
    const [a = from, b = a, c = b, d = c] = points.slice(first, first + 4)
    for (let part = 0; part <= 1; part += 0.125) {
      const weights = [(1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part ** 2 * (1 - part), part ** 3]
      const sum = (axis: 'x' | 'y') =>
        [a, b, c, d].reduce((total, at, index) => total + at[axis] * (weights[index] ?? 0), 0)
      nearest = Math.min(nearest, distance(from, { x: sum('x'), y: sum('y') }))
    }
  }
  return nearest
}

/** The two ends of a line through a point, `reach` away from it on either side. */
export const along = ({ x, y }: Point, angle: number, reach: number): [Point, Point] => [
  { x: x - reach * Math.cos(angle), y: y - reach * Math.sin(angle) },
  { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) },
]

/** Dots of one size, or growing from first to last by `taper` of that size. */
export const dotsAt = (points: Point[], radius: number, taper = 0): Dot[] =>
  points.map((point, index) => {
    const part = points.length > 1 ? index / (points.length - 1) - 0.5 : 0
    return { ...rounded(point), r: Math.round(radius * (1 + taper * part)) }
  })

export const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/** From a point to the nearest place on a broken line. */
export function distanceToLine(from: Point, line: Point[]): number {
  const legs = line.slice(1).map((end, index) => {
    const start = line[index] ?? end
    const [dx, dy] = [end.x - start.x, end.y - start.y]
    const part = ((from.x - start.x) * dx + (from.y - start.y) * dy) / (dx * dx + dy * dy || 1)
    const bounded = Math.max(0, Math.min(1, part))
    return distance(from, { x: start.x + dx * bounded, y: start.y + dy * bounded })
  })
  return Math.min(...legs)
}
