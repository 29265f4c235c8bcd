import { distance, distanceToCubics, distanceToLine, dotsAt, mirrored, turned } from './art-geometry'
import { centre, cubics, type Drawing, height, type Point, softLine, width } from './art-path'
import type { Random } from './art-random'
import { sweeps } from './art-sweep'

/** A swell lifts the lines near it; a stone parts them. */
type Body = Point & { kind: 'swell' | 'stone'; size: number; push: number }

const flatness = 1.4
const mostCharacters = 3300

/** Level lines bent by hidden bodies, and one sweep across them. Now and then a body shows. */
export function drawInsight(random: Random): Drawing {
  const angle = (random.pick([0, 0, 90, 18, -18, 42, -42]) * Math.PI) / 180
  const kind = random.pick(['swell', 'stone'] as const)
  const gap = random.pick([15, 15, 20, 28])
  const spots = spotsOf(random, kind === 'stone' ? random.whole(1, 2) : random.whole(1, 3))
  const bodies = spots.map((spot): Body => {
    const size = kind === 'stone' ? random.between(60, 125 - 25 * spots.length) : random.between(70, 130)
    const push = size * random.between(1, 1.5) * (random.chance(0.5) ? 1 : -1)
    return { ...turned({ x: spot.x - centre.x, y: spot.y - centre.y }, -angle), kind, size, push }
  })
  const field = levelLines(gap, bodies, angle)
  const { points, room } = random.pick(sweeps)(random)
  const stroke = mirrored(points, random.chance(0.5), random.chance(0.5))
  const weight = Math.min(room, random.pick([12, 22, 40, 70]))
  const radius = (bodies[0]?.size ?? 0) * random.between(0.4, 0.65)
  const clear = spots.filter((spot) => distanceToCubics(spot, stroke) > radius + weight / 2 + 14)
  const seen = kind === 'stone' && random.chance(0.7) ? clear.slice(0, 1) : []
  return { field, act: cubics(stroke), weight, dots: dotsAt(seen, radius) }
}

function spotsOf(random: Random, count: number): Point[] {
  const start = random.whole(0, count - 1)
  return Array.from({ length: count }, (_, index) => ({
    x: (width * (((index + start) % count) + random.between(0.2, 0.8))) / count,
    y: height * random.between(0.25, 0.75),
  }))
}

// Where many bends make the lines long, fewer lines are drawn.
function levelLines(gap: number, bodies: Body[], angle: number): string {
  let field = ''
  for (let level = -440; level <= 440; level += gap) field += levelLine(level + 0.5, bodies, angle)
  return field.length > mostCharacters ? levelLines(gap + 2, bodies, angle) : field
}

function levelLine(level: number, bodies: Body[], angle: number): string {
  const points: Point[] = []
  for (let x = -420; x <= 420; x += 28) {
    const { x: left, y: top } = turned({ x, y: bodies.reduce((y, body) => bent(x, y, body), level) }, angle)
    points.push({ x: left + centre.x, y: top + centre.y })
  }
  const shown = points.map(({ x, y }) => x > -44 && x < width + 44 && y > -44 && y < height + 44)
  const from = shown.indexOf(true)
  return from === -1 ? '' : softLine(thinned(points.slice(Math.max(0, from - 1), shown.lastIndexOf(true) + 2)))
}

// Where a line runs straight, few points say as much.
function thinned(points: Point[]): Point[] {
  const kept: Point[] = []
  points.forEach((point, index) => {
    const [last, next] = [kept.at(-1), points[index + 1]]
    const straight = last && next && distance(last, next) < 150 && distanceToLine(point, [last, next]) < flatness
    if (!straight) kept.push(point)
  })
  return kept
}

// A stone opens the lines like an eye; none of them ever cross, because no push outgrows the way to the next line.
function bent(x: number, y: number, { x: bodyX, y: bodyY, kind, size, push }: Body): number {
  const across = x - bodyX
  const away = y - bodyY
  if (kind === 'swell') return y + push * Math.exp(-(across ** 2 + away ** 2) / (2 * size ** 2))
  const opening = Math.exp(-(across ** 2) / (1.7 * size ** 2)) * Math.exp(-Math.abs(away) / (1.5 * size))
  return y + Math.sign(away) * size * opening
}
