import { straightened } from '@/lib/media/card/type-outline'

/** The places of an outline that is drawn in relative steps. */
function placesOf(data: string): [number, number][] {
  let at: [number, number] = [0, 0]
  return Array.from(data.matchAll(/([Ml])(-?\d+) (-?\d+)/g), ([, command, x, y]) => {
    const [across, down] = [Number(x), Number(y)]
    at = command === 'M' ? [across, down] : [at[0] + across, at[1] + down]
    return at
  })
}

test('straight lines stay, scaled and turned downwards', () => {
  expect(straightened('M10,20L30,20L30,-5ZM0,0L1,1Z', 2)).toBe('M20 -40l40 0l0 50zM0 0l2 -2z')
})

test('a curve becomes steps that stay within a fifth of a pixel of it, and end where it ends', () => {
  const [scale, handle, end] = [1.04, [500, 1000], [1000, 0]] as const
  const places = placesOf(straightened(`M0,0Q${handle},${end}Z`, scale))
  expect(places.at(-1)).toEqual([1040, 0])
  const away = places.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = places[index] ?? [0, 0]
    const middle = { x: (x + fromX) / 2, y: (y + fromY) / 2 }
    // The curve is a parabola: x = 1000 t, y = 2000 t (1 - t).
    const part = middle.x / (1000 * scale)
    return Math.abs(middle.y + 2000 * scale * part * (1 - part))
  })
  expect(away.length).toBeGreaterThan(5)
  expect(away.length).toBeLessThan(40)
  expect(Math.max(...away)).toBeLessThanOrEqual(2)
})

test('the smaller the type, the fewer the steps', () => {
  const steps = (scale: number) => placesOf(straightened('M0,0Q500,1000,1000,0Z', scale)).length
  expect(steps(0.29)).toBeLessThan(steps(1.04))
  expect(placesOf(straightened('M0,0Q1,2,3,0Z', 0.01))).toHaveLength(1)
})

test('a kind of curve that no packaged font has is refused, not left out', () => {
  expect(() => straightened('M0,0C1,1,2,2,3,3Z', 1)).toThrow('has "C"')
})
