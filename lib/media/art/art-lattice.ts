import { mirrored } from './art-geometry'
import { type Drawing, height, numbers, polyline, width } from './art-path'
import type { Random } from './art-random'

/** A woven field, and a stroke along its diagonals. */
export function drawLattice(random: Random): Drawing {
  const field = random.pick(weaves)(random)
  const spot = { x: random.between(190, 450), y: random.between(190, 210) }
  const size = random.between(105, 132)
  const points = random.pick(diagonals).map(([along, across]) => ({
    x: spot.x + (along + across) * size,
    y: spot.y + (along - across) * size,
  }))
  const act = polyline(mirrored(points, random.chance(0.5), random.chance(0.5)))
  return { field, act, weight: random.pick([13, 24, 38, 54]), dots: [] }
}

const weaves: [(random: Random) => string, ...((random: Random) => string)[]] = [
  (random) => basket(random.pick([70, 91]), random.whole(2, 4), 0, 0.06),
  (random) => basket(random.pick([64, 80, 107]), random.whole(2, 3), 0.28, -0.24),
  (random) => herringbone(random.pick([32, 54, 80]), random.pick([20, 28]), random.pick([1, 0.6])),
  (random) => net(random.pick([22, 32, 46]), random.pick([1, 3])),
]

// Cells of level strands take turns with cells of upright ones; strands that reach into the next cell look interlaced.
function basket(cell: number, strands: number, margin: number, inset: number): string {
  let data = ''
  for (let row = -1; row * cell < height; row++)
    for (let column = -1; column * cell < width; column++)
      for (let strand = 0.5; strand < strands; strand++) {
        const across = cell * (margin + (1 - 2 * margin) * (strand / strands))
        const [start, length] = [cell * inset, cell * (1 - 2 * inset)]
        const level = (row + column) % 2 === 0
        const at = level ? { x: start, y: across } : { x: across, y: start }
        data += `M${numbers(column * cell + at.x, row * cell + at.y)}${level ? 'h' : 'v'}${numbers(length)}`
      }
  return data
}

function herringbone(cell: number, gap: number, slope: number): string {
  const rise = Math.round(cell * slope)
  const legs = Array.from({ length: Math.ceil(width / cell) }, (_, leg) => [cell, leg % 2 ? -rise : rise]).flat()
  let data = ''
  for (let y = -rise; y < height; y += gap) data += `M0 ${y}l${numbers(...legs)}`
  return data
}

function net(gap: number, every: number): string {
  let data = ''
  for (let x = -height, index = 0; x < width; x += gap, index++) {
    data += `M${x} 0l${numbers(height, height)}`
    if (index % every === 0) data += `M${x + height} 0l${numbers(-height, height)}`
  }
  return data
}

// Turned by 45 degrees when drawn, so what is level here becomes a diagonal; ±5 lies outside of the picture.
const diagonals: [[number, number][], ...[number, number][][]] = [
  [
    [-5, 0],
    [5, 0],
  ],
  [
    [0, 0.5],
    [0.5, 0.5],
    [0.5, -0.5],
    [-0.5, -0.5],
    [-0.5, 0.5],
    [0, 0.5],
  ],
  [
    [-0.5, 0.5],
    [0.5, 0.5],
    [0.5, -0.5],
    [-0.5, -0.5],
  ],
  [
    [-5, -0.2],
    [0.5, -0.2],
    [0.5, 0.5],
    [-0.2, 0.5],
    [-0.2, -5],
  ],
  [
    [-5, -0.4],
    [0, -0.4],
    [0, 0.4],
    [5, 0.4],
  ],
  [
    [-5, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.4, 0.5],
    [-0.4, 0],
  ],
  [
    [-5, 0.4],
    [0.4, 0.4],
    [0.4, -5],
  ],
]
