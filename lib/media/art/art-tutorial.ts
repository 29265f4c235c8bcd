import { distance, distanceToLine, dotsAt, mirrored } from './art-geometry'
import { centre, type Drawing, height, numbers, type Point, polyline, width } from './art-path'
import type { Random } from './art-random'

type Mark = (at: Point, size: number, angle: number) => string

/** A grid of small marks, and the path of steps through it. */
export function drawTutorial(random: Random): Drawing {
  const cell = random.pick([43, 49, 58, 72])
  const mark = random.pick(marks)
  const focus = { x: width * random.between(0.1, 0.9), y: height * random.between(0.1, 0.9) }
  const reach = random.between(160, 420) * (random.chance(0.5) ? 1 : -1)
  const twist = random.between(0.004, 0.012)
  const path = mirrored(random.pick(paths)(random), random.chance(0.5), random.chance(0.5))
  const legs = path.slice(1).map((point, index) => distance(point, path[index] ?? point))
  const weight = Math.round(Math.min(random.pick([12, 22, 36, 56]), ...legs.map((leg) => leg * 0.5)))
  const inside = path.filter(({ x, y }) => x > 0 && x < width && y > 0 && y < height)
  const last = path.at(-1) ?? centre
  const stops = inside.includes(last) ? [last] : weight < 24 && random.chance(0.5) ? inside : []
  let field = ''
  for (let y = cell / 2; y < height; y += cell)
    for (let x = cell / 2; x < width; x += cell) {
      const near = Math.exp(-((distance({ x, y }, focus) / reach) ** 2))
      const size = cell * (0.15 + 0.29 * (reach > 0 ? near : 1 - near))
      if (distanceToLine({ x, y }, path) > weight / 2 + size * 0.8 + 6)
        field += mark({ x, y }, size, distance({ x, y }, focus) * twist + Math.atan2(y - focus.y, x - focus.x))
    }
  return { field, act: polyline(path), weight, dots: dotsAt(stops, weight * 0.85 + 9) }
}

const marks: [Mark, ...Mark[]] = [
  ({ x, y }, s, a) =>
    `M${numbers(x - s * Math.cos(a), y - s * Math.sin(a))}l${numbers(2 * s * Math.cos(a), 2 * s * Math.sin(a))}`,
  ({ x, y }, s) => `M${numbers(x - s, y)}h${numbers(2 * s)}m${numbers(-s, -s)}v${numbers(2 * s)}`,
  ({ x, y }, s) => `M${numbers(x - s, y - s)}h${numbers(2 * s)}v${numbers(2 * s)}h${numbers(-2 * s)}z`,
  ({ x, y }, s) => `M${numbers(x - s, y + s)}v${numbers(-2 * s)}h${numbers(2 * s)}`,
]

const walk = (start: Point, ...legs: number[]): Point[] => {
  const points = [start]
  legs.forEach((to, index) => {
    const { x, y } = points.at(-1) ?? start
    const next = index % 2 === 0 ? { x: to, y } : { x, y: to }
    if (distance(next, { x, y }) > 0) points.push(next)
  })
  return points
}

const paths: [(random: Random) => Point[], ...((random: Random) => Point[])[]] = [
  (random) => stairs(random.whole(2, 6), random.between(290, 330), random.between(70, 110)),
  battlement,
  (random) =>
    walk({ x: -30, y: 320 }, random.between(480, 560), 90, random.between(100, 160), 240, random.between(330, 400)),
  (random) => walk({ x: -30, y: 95 }, random.between(480, 580), 200, random.between(80, 160), 305, width + 30),
  (random) =>
    walk({ x: -30, y: random.between(90, 140) }, random.between(140, 500), random.between(260, 310), width + 30),
  (random) => walk({ x: -30, y: 100 }, random.between(300, 540), 300, -30),
  // a detour that crosses itself
  ({ between }) => {
    const [x, y] = [between(200, 300), between(195, 215)]
    return walk({ x: -30, y }, x + 180, 90, x, 310, width + 30)
  },
  // down, along, up
  ({ between }) => walk({ x: 130, y: -30 }, 130, between(250, 310), between(440, 580), -30),
  // coming in from above, to a goal
  ({ between }) => {
    const x = between(90, 200)
    return walk({ x, y: -30 }, x, between(260, 310), between(430, 560), between(100, 180))
  },
]

function stairs(steps: number, from: number, to: number): Point[] {
  const legs: number[] = []
  for (let step = 1; step <= steps; step++) {
    legs.push(((width + 60) * step) / (steps + 1) - 30, from + ((to - from) * step) / steps)
  }
  return walk({ x: -30, y: from }, ...legs, width + 30)
}

function battlement({ between, whole }: Random): Point[] {
  const teeth = whole(2, 5)
  const [high, low] = [between(90, 180), between(240, 310)]
  const [broad, first] = [between(0.35, 0.65), between(0.1, 0.6)]
  const legs: number[] = []
  for (let tooth = 0; tooth < teeth; tooth++) {
    const start = (width * (tooth + first)) / teeth
    legs.push(start, high, start + (width * broad) / teeth, low)
  }
  return walk({ x: -30, y: low }, ...legs, width * 2)
}
