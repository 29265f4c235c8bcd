type Place = [x: number, y: number]

/** How far a straight step may leave the curve, in tenths of a pixel: less than is seen. */
const tolerance = 1.5

/**
 * The outline of a glyph with straight steps for its quadratic curves, turned downwards, in whole numbers once scaled.
 * A curve would be taken apart anew for every card, and several times for each.
 */
export function straightened(outline: string, scale: number): string {
  const parts: string[] = []
  let from: Place = [0, 0]
  let last: Place = [0, 0]
  const stepTo = (to: Place) => {
    const [x, y] = rounded(to)
    if (x !== last[0] || y !== last[1]) parts.push(`l${x - last[0]} ${y - last[1]}`)
    last = [x, y]
  }
  for (const [, command, numbers = ''] of outline.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const places = placesOf(numbers, scale)
    const end = places.at(-1) ?? from
    if (command === 'M') {
      last = rounded(end)
      parts.push(`M${last[0]} ${last[1]}`)
    } else if (command === 'L') stepTo(end)
    else if (command === 'Q') for (const place of stepsOf(from, places[0] ?? end, end)) stepTo(place)
    else if (command === 'Z') parts.push('z')
    else throw new Error(`An outline of a packaged font has "${command}", which cards do not draw yet`)
    from = end
  }
  return parts.join('')
}

const rounded = ([x, y]: Place): Place => [Math.round(x), Math.round(y)]

/** The places that are named by numbers as a font has them, upwards from the baseline. */
function placesOf(numbers: string, scale: number): Place[] {
  const named = Array.from(numbers.matchAll(/([-\d.]+)[ ,]([-\d.]+)/g))
  return named.map(([, x, y]): Place => [Number(x) * scale, -Number(y) * scale])
}

/** Places along a quadratic curve. Its distance from a chord shrinks with the square of their number. */
function stepsOf([x0, y0]: Place, [x1, y1]: Place, [x2, y2]: Place): Place[] {
  const bend = Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2) / 4
  const count = Math.max(1, Math.ceil(Math.sqrt(bend / tolerance)))
  return Array.from({ length: count }, (_, index): Place => {
    const after = (index + 1) / count
    const before = 1 - after
    const along = (start: number, handle: number, end: number) =>
      before * before * start + 2 * before * after * handle + after * after * end
    return [along(x0, x1, x2), along(y0, y1, y2)]
  })
}
