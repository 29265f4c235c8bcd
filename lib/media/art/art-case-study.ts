import { type Cut, cuts } from './art-cut'
import { mirrored, turned } from './art-geometry'
import { centre, type Drawing, height, numbers, type Point, polyline } from './art-path'
import type { Random } from './art-random'

/** Strata, the record of a place, broken and displaced along one cut. */
export function drawCaseStudy(random: Random): Drawing {
  const { cut, upright }: Cut = random.pick(cuts)(random)
  const flip = [random.chance(0.5), random.chance(0.5)] as const
  const [near, far] = sides(cut, upright).map((side) => mirrored(side, ...flip)) as [Point[], Point[]]
  const angle = random.pick([0, 90, 12, -12, 30, -30, 60, -60])
  const bands = bandsOf(random)
  const fields = {
    shifted: () => hatch(near, angle, bands, 0) + hatch(far, angle, bands, random.between(40, 110)),
    tilted: () => hatch(near, angle, bands, 0) + hatch(far, angle + random.pick([90, 60, -60]), bandsOf(random), 0),
    bare: () => hatch(random.pick([near, far]), angle, bands, 0),
  }
  const field = fields[random.pick(['shifted', 'tilted', 'bare'] as const)]()
  return { field, act: polyline(mirrored(cut, ...flip)), weight: random.pick([12, 20, 34, 54]), dots: [] }
}

// The cut parts the picture: each side is the cut, lengthened past the frame, and a far edge.
function sides(cut: Point[], upright: boolean): Point[][] {
  const [first, last] = [cut[0] ?? centre, cut.at(-1) ?? centre]
  if (upright) return [-900, 1500].map((x) => [...cut, { x, y: last.y }, { x, y: first.y }])
  return [-900, 1300].map((y) => {
    const ends = [{ x: -900, y: first.y }, ...cut, { x: 1500, y: last.y }]
    return [...ends, { x: 1500, y }, { x: -900, y }]
  })
}

function bandsOf(random: Random): number[] {
  const offsets: number[] = []
  const reach = 380
  let at = -reach
  while (at < reach) {
    const gap = random.pick([10, 10, 15, 24, 38])
    for (let line = random.whole(3, 7); line > 0; line--) {
      at += gap
      offsets.push(at)
    }
    at += random.pick([8, 20, 36])
  }
  return offsets
}

// Parallel lines inside a polygon: turned so that they lie level, each crosses the outline an even number of times.
function hatch(outline: Point[], degrees: number, offsets: number[], shift: number): string {
  const angle = (degrees * Math.PI) / 180
  const level = outline.map(({ x, y }) => turned({ x: x - centre.x, y: y - centre.y }, -angle))
  let data = ''
  for (const offset of offsets) {
    const y = offset + shift + 0.01
    const crossings = level.flatMap((from, index) => {
      const to = level[(index + 1) % level.length] ?? from
      return from.y < y === to.y < y ? [] : [from.x + ((y - from.y) * (to.x - from.x)) / (to.y - from.y)]
    })
    crossings.sort((a, b) => a - b)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      data += framed(turned({ x: crossings[index] ?? 0, y }, angle), turned({ x: crossings[index + 1] ?? 0, y }, angle))
    }
  }
  return data
}

// Liang–Barsky: the part of a line, measured from the centre, that lies in the picture.
function framed(from: Point, to: Point): string {
  const [x, y] = [from.x + centre.x, from.y + centre.y]
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  let [enter, leave] = [0, 1]
  for (const [step, room] of [
    [-dx, x],
    [dx, 2 * centre.x - x],
    [-dy, y],
    [dy, height - y],
  ] as const) {
    if (Math.abs(step) < 1e-9 && room < 0) return ''
    if (step < -1e-9) enter = Math.max(enter, room / step)
    if (step > 1e-9) leave = Math.min(leave, room / step)
  }
  if (leave - enter < 1e-6) return ''
  const start = { x: Math.round(x + enter * dx), y: Math.round(y + enter * dy) }
  return `M${numbers(start.x, start.y)}l${numbers(x + leave * dx - start.x, y + leave * dy - start.y)}`
}
