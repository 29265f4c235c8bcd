import { type Point, width } from './art-path'
import type { Random } from './art-random'

/** A broken line from edge to edge: from left to right, or upright from top to bottom. */
export type Cut = { cut: Point[]; upright: boolean }

const level = (...points: [number, number][]): Cut => ({ cut: points.map(([x, y]) => ({ x, y })), upright: false })
const upright = (...points: [number, number][]): Cut => ({ cut: points.map(([x, y]) => ({ x, y })), upright: true })
const [left, right, top, bottom] = [-60, width + 60, -60, 460]

export const cuts: [(random: Random) => Cut, ...((random: Random) => Cut)[]] = [
  // slope
  ({ between }) => level([left, between(300, 360)], [right, between(40, 110)]),
  // valley
  ({ between }) => level([left, between(50, 120)], [between(180, 460), between(290, 330)], [right, between(50, 120)]),
  // peaks
  ({ between }) => zigzag(3, between(70, 110), between(290, 330), between(-0.3, 0.3)),
  ({ between }) => zigzag(5, between(80, 130), between(270, 320), between(-0.2, 0.2)),
  // lightning
  ({ between }) => {
    const x = between(200, 440)
    return level(
      [left, between(90, 130)],
      [x + 70, between(110, 150)],
      [x - 70, between(260, 300)],
      [right, between(270, 300)],
    )
  },
  // fault
  ({ between }) => {
    const [x, lean] = [between(190, 450), between(-110, 110)]
    return upright([x - lean, top], [x + lean, bottom])
  },
  // elbow
  ({ between }) => {
    const x = between(120, 260)
    return upright([x, top], [x + between(180, 320), between(150, 250)], [x - between(0, 80), bottom])
  },
  // pit
  ({ between }) => {
    const [x, mouth] = [between(200, 440), between(110, 180)]
    const floor = mouth * between(0, 0.6)
    return level([x - mouth, top], [x - floor, between(290, 325)], [x + floor, 305], [x + mouth, top])
  },
  // mesa
  ({ between }) => {
    const [x, half] = [between(220, 420), between(70, 130)]
    const [foot, head] = [between(265, 295), between(100, 130)]
    return level(
      [left, foot],
      [x - half - 70, foot],
      [x - half, head],
      [x + half, head],
      [x + half + 70, foot],
      [right, foot],
    )
  },
  // ramp
  ({ between }) => {
    const [from, to] = [between(120, 260), between(380, 520)]
    const [low, high] = [between(265, 295), between(105, 130)]
    return level([left, low], [from, low], [to, high], [right, high])
  },
]

function zigzag(legs: number, high: number, low: number, lean: number): Cut {
  const shift = (index: number) => (index % 2 ? lean : -lean)
  return level(
    ...Array.from({ length: legs + 1 }, (_, index): [number, number] => {
      const inner = index > 0 && index < legs
      return [left + ((right - left) * (index + (inner ? shift(index) : 0))) / legs, index % 2 ? high : low]
    }),
  )
}
