import { along, distance, dotsAt, mirrored } from './art-geometry'
import { type Drawing, height, type Point, polyline, ring, width } from './art-path'
import type { Random } from './art-random'

type Survey = { sources: Point[]; line: Point[]; marks: 'dots' | 'ticks' | 'ruler'; reach: number; gap: number }

/** Rings that interfere, and the line that was measured through them. */
export function drawResearch(random: Random): Drawing {
  const { sources, line, marks, reach, gap } = random.pick(surveys)(random)
  const flip = [random.chance(0.5), random.chance(0.5)] as const
  const measured = mirrored(line, ...flip)
  const weight = random.pick([9, 16, 26, 40])
  const growth = random.pick([1, 1, 1.09])
  const field = mirrored(sources, ...flip).map((source) => rings(source, gap, reach, growth))
  const ticks = marks === 'dots' ? [] : ticksOf(measured, marks === 'ruler' ? random.whole(5, 9) : 2, weight * 1.1 + 22)
  return {
    field: field.join(''),
    act: [polyline(measured), ...ticks].join(''),
    weight,
    dots: marks === 'dots' ? dotsAt(measured, weight * 0.85 + 11, random.pick([0, 1.1, -1.1])) : [],
  }
}

const surveys: [(random: Random) => Survey, ...((random: Random) => Survey)[]] = [
  // two sources, joined
  ({ between, pick }) => {
    const sources = [
      { x: between(90, 240), y: between(120, 300) },
      { x: between(400, 550), y: between(100, 300) },
    ]
    return { sources, line: sources, marks: 'dots', reach: pick([170, 900]), gap: pick([19, 25, 33]) }
  },
  // two sources so close that their rings make a pattern of their own
  ({ between, pick }) => {
    const middle = { x: between(200, 440), y: between(150, 250) }
    const angle = between(0, Math.PI)
    const line = along(middle, angle, Math.min(260, 110 / Math.abs(Math.sin(angle))))
    return {
      sources: along(middle, angle, between(20, 55)),
      line,
      marks: pick(['ticks', 'dots']),
      reach: pick([190, 900]),
      gap: pick([17, 21]),
    }
  },
  // one source at the side, its rings counted outwards
  ({ between, pick, whole }) => {
    const source = { x: between(90, 170), y: between(200, 310) }
    const end = { x: between(460, 570), y: between(90, 190) }
    const stops = whole(1, 4)
    const line = Array.from({ length: stops + 1 }, (_, stop) => ({
      x: source.x + ((end.x - source.x) * stop) / stops,
      y: source.y + ((end.y - source.y) * stop) / stops,
    }))
    return { sources: [source], line, marks: 'dots', reach: 900, gap: pick([21, 29, 40]) }
  },
  // three stations and the line that visits each
  ({ between, pick }) => {
    const sources = [
      { x: between(90, 170), y: between(240, 310) },
      { x: between(250, 380), y: between(100, 150) },
      { x: between(450, 550), y: between(200, 310) },
    ]
    return { sources, line: sources, marks: 'dots', reach: pick([110, 150, 400]), gap: pick([19, 26]) }
  },
  // a source far off, and a length taken across what arrives
  ({ between, pick }) => {
    const source = { x: between(-60, 160), y: pick([between(-60, 20), between(380, 460)]) }
    const line = along({ x: between(290, 380), y: 200 }, between(-0.35, 0.35), between(170, 260))
    return { sources: [source], line, marks: pick(['ruler', 'ticks']), reach: 900, gap: pick([17, 23, 32]) }
  },
  // one disc of rings, and a gauge laid on it
  ({ between, pick }) => {
    const source = { x: between(180, 460), y: between(180, 220) }
    const line = along(source, pick([between(-0.1, 0.1), between(0.5, 0.8), Math.PI / 2]), between(105, 125))
    return {
      sources: [source],
      line,
      marks: pick(['ruler', 'ticks', 'dots']),
      reach: between(150, 240),
      gap: pick([14, 20]),
    }
  },
]

function rings(source: Point, gap: number, reach: number, growth: number): string {
  const corners = [0, width].flatMap((x) => [0, height].map((y) => distance(source, { x, y })))
  const outside = distance(source, {
    x: Math.max(0, Math.min(width, source.x)),
    y: Math.max(0, Math.min(height, source.y)),
  })
  let data = ''
  let step = gap
  for (let radius = gap; radius < Math.min(reach, Math.max(...corners)); radius += step) {
    if (radius > outside) data += ring(source, radius)
    step *= growth
  }
  return data
}

function ticksOf(line: Point[], count: number, reach: number): string[] {
  const [from, to] = [line[0], line.at(-1)]
  if (!from || !to) return []
  const across = Math.atan2(to.y - from.y, to.x - from.x) + Math.PI / 2
  return Array.from({ length: count }, (_, index) => {
    const part = index / (count - 1)
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    return polyline(along(at, across, index % (count - 1) === 0 ? reach : reach * 0.6))
  })
}
