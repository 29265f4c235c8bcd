import { turned } from './art-geometry'
import { height, type Point, width } from './art-path'
import type { Random } from './art-random'

/** The points of cubic curves, and the heaviest stroke that keeps their shape open. */
export type Sweep = { points: Point[]; room: number }

const at = (x: number, y: number): Point => ({ x: width * x, y: height * y })

export const sweeps: [(random: Random) => Sweep, ...((random: Random) => Sweep)[]] = [
  // rise
  ({ between }) => {
    const points = [at(-0.05, between(0.75, 0.95)), at(between(0.35, 0.7), 0.95), at(between(0.2, 0.6), 0.15)]
    return { points: [...points, at(1.05, between(0, 0.25))], room: 80 }
  },
  // wave
  ({ between }) => {
    const [y, swing] = [between(0.42, 0.58), between(0.6, 1.1)]
    return { points: [at(-0.05, y), at(0.3, y - swing), at(0.65, y + swing), at(1.05, y - between(0, 0.2))], room: 60 }
  },
  // ripple, twice up and down
  ({ between }) => {
    const [y, swing] = [between(0.45, 0.55), between(0.35, 0.6)]
    const points = [0, 1, 2, 3].flatMap((half) => {
      const [x, lift] = [half * 0.275 - 0.05, half % 2 ? swing : -swing]
      return [at(x + 0.1, y + lift), at(x + 0.175, y + lift), at(x + 0.275, y)]
    })
    return { points: [at(-0.05, y), ...points], room: 40 }
  },
  // arch
  ({ between }) => {
    const [left, right, top] = [between(0, 0.38), between(0.58, 1), between(-0.08, 0.06)]
    return { points: [at(left, 1.1), at(left, top), at(right, top), at(right, 1.1)], room: 76 }
  },
  // loop
  ({ between }) => {
    const x = between(0.3, 0.7)
    const round = [at(x + 0.1, 0.95), at(x + 0.28, 0.16), at(x, 0.17), at(x - 0.28, 0.18), at(x - 0.1, 0.95)]
    return { points: [at(-0.05, between(0.75, 0.9)), ...round, at(1.05, between(0.6, 0.9))], room: 44 }
  },
  // bow
  ({ between }) => {
    const points = [at(between(0, 0.25), -0.1), at(between(0.25, 0.45), 0.95), at(between(0.6, 0.8), 1.05)]
    return { points: [...points, at(1.06, between(0.2, 0.5))], room: 80 }
  },
  // an open ring
  ({ between }) => {
    const spot = at(between(0.28, 0.72), between(0.48, 0.52))
    return { points: spiral(spot, between(66, 112), 1, 3, between(0, 6.28)), room: 50 }
  },
  // a coil
  ({ between, whole }) => {
    const [quarters, growth] = [whole(6, 8), between(1.22, 1.3)]
    const radius = between(115, 130) / growth ** quarters
    return { points: spiral(at(between(0.28, 0.72), 0.5), radius, growth, quarters, between(0, 6.28)), room: 22 }
  },
  // a hook, coming in from below
  ({ between }) => {
    const [x, size] = [between(0.25, 0.6), between(80, 105)]
    const curl = spiral(at(x, 0.47), size, between(0.86, 0.97), between(0, 1) < 0.5 ? 3 : 4, Math.PI)
    const start = { x: x * width - size, y: height * 1.1 }
    return { points: [start, { x: start.x, y: 330 }, { x: start.x, y: 260 }, ...curl], room: 48 }
  },
]

// Quarter turns around a spot, each end `growth` times as far from it as its start.
function spiral(spot: Point, radius: number, growth: number, quarters: number, from: number): Point[] {
  const place = (reach: number, angle: number, ahead: number): Point => {
    const handle = ahead * reach * 0.5523
    const { x, y } = turned({ x: reach + handle * Math.log(growth) * (2 / Math.PI), y: handle }, angle)
    return { x: spot.x + x, y: spot.y + y }
  }
  const points = [place(radius, from, 0)]
  for (let quarter = 0; quarter < quarters; quarter++) {
    const [near, far] = [radius * growth ** quarter, radius * growth ** (quarter + 1)]
    const angle = from + (quarter * Math.PI) / 2
    points.push(place(near, angle, 1), place(far, angle + Math.PI / 2, -1), place(far, angle + Math.PI / 2, 0))
  }
  return points
}
