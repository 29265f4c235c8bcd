import { distance, distanceToLine, dotsAt, turned } from './art-geometry'
import { type Dot, type Drawing, height, numbers, type Point, polyline, ring, width } from './art-path'
import type { Random } from './art-random'

type Mark = (at: Point, size: number) => string

/** Scattered readings, a bracket around some, and those that count. */
export function drawScatter(random: Random): Drawing {
  const focus = { x: random.between(180, 460), y: random.between(185, 215) }
  const frame = { x: random.between(85, 160), y: random.between(90, 112) }
  const weight = random.pick([15, 22, 34, 48])
  const mark = random.pick(marks)
  const inward = random.chance(0.5)
  const turn = random.whole(0, 3) * (Math.PI / 2)
  const bracket = random.pick(brackets).map(([x, y]) => {
    const at = turned({ x, y }, turn)
    return { x: focus.x + at.x * frame.x, y: focus.y + at.y * frame.y }
  })
  const dots = chosen(random, focus, frame).filter((dot) => distanceToLine(dot, bracket) > dot.r + weight / 2 + 8)
  const field = spread(random, random.pick([50, 62])).map((at) => {
    const near = Math.exp(-((distance(at, focus) / 190) ** 2))
    const size = 4 + 15 * (inward ? near : 1 - near)
    const hidden =
      distanceToLine(at, bracket) < weight / 2 + size + 6 || dots.some((dot) => distance(at, dot) < dot.r + size)
    return hidden ? '' : mark(at, size)
  })
  return { field: field.join(''), act: polyline(bracket), weight, dots }
}

// One alone in the middle, or a few around it.
function chosen(random: Random, focus: Point, frame: Point): Dot[] {
  const count = random.pick([0, 1, 1, 3, 5])
  if (count === 1) return dotsAt([focus], random.between(16, 34))
  const start = random.between(0, Math.PI)
  return Array.from({ length: count }, (_, index) => {
    const angle = (index * 2 * Math.PI) / count + start
    const away = random.between(0.42, 0.52)
    return { x: focus.x + away * frame.x * Math.cos(angle), y: focus.y + away * frame.y * Math.sin(angle) }
  }).flatMap((spot) => dotsAt([spot], random.between(8, 13)))
}

const marks: [Mark, ...Mark[]] = [
  (at, size) => ring(at, size * 0.9),
  ({ x, y }, size) => `M${numbers(x - size, y)}h${numbers(2 * size)}M${numbers(x, y - size)}v${numbers(2 * size)}`,
  ({ x, y }, s) => `M${numbers(x, y - s)}l${numbers(s, s, -s, s, -s, -s)}z`,
  ({ x, y }, s) => `M${numbers(x - s * 0.5, y + s)}l${numbers(s, -2 * s)}`,
]

const brackets: [[number, number][], ...[number, number][][]] = [
  [
    [-0.25, -1],
    [-1, -1],
    [-1, 1],
    [-0.25, 1],
  ],
  [
    [1, -1],
    [-1, -1],
    [-1, 1],
  ],
  [
    [-1, -1],
    [-1, 1],
    [1, 1],
    [1, -1],
  ],
  [
    [0.35, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
    [-0.35, -1],
  ],
  [
    [0.35, -1],
    [-1, 0],
    [0.35, 1],
  ],
  [
    [-1, 0.2],
    [-1, -1],
    [1, -1],
    [1, 1],
    [0.2, 1],
  ],
]

// One in each cell of a grid, anywhere in it: scattered, but without clumps.
function spread(random: Random, cell: number): Point[] {
  const points: Point[] = []
  for (let y = 0; y < height; y += cell)
    for (let x = 0; x < width; x += cell)
      points.push({ x: x + random.between(0.04, 0.96) * cell, y: y + random.between(0.04, 0.96) * cell })
  return points
}
