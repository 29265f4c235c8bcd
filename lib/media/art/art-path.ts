export type Point = { x: number; y: number }
export type Dot = Point & { r: number }

/** What a family draws; the plate is chosen for it. */
export type Drawing = { field: string; act: string; weight: number; dots: Dot[] }

export const width = 640
export const height = 400
export const centre: Point = { x: width / 2, y: height / 2 }

/** Whole numbers in as few characters as a path allows. */
export function numbers(...values: number[]): string {
  let text = ''
  for (const value of values) {
    const whole = Math.round(value)
    text += whole < 0 || !text ? whole || 0 : ` ${whole}`
  }
  return text
}

export const polyline = ([first, ...rest]: Point[]): string =>
  first ? `M${numbers(first.x, first.y)}L${numbers(...rest.flatMap(({ x, y }) => [x, y]))}` : ''

/** Cubic curves: a start, then two handles and an end for each. */
export const cubics = ([first, ...rest]: Point[]): string =>
  first ? `M${numbers(first.x, first.y)}C${numbers(...rest.flatMap(({ x, y }) => [x, y]))}` : ''

/**
 * A quadratic B-spline written as `t` commands, two small numbers a point. Each handle follows from the one before, so
 * each point is rounded against the handle that a reader will arrive at: the error stays below one unit.
 */
export function softLine([first, second, ...rest]: Point[]): string {
  if (!first || !second) return ''
  let at = rounded(first)
  let handle = rounded(second)
  let data = `M${numbers(at.x, at.y)}`
  const controls = [...rest, rest.at(-1) ?? second]
  controls.forEach((control, index) => {
    const end = rounded(middle(handle, control))
    const step = numbers(end.x - at.x, end.y - at.y)
    if (index === 0) data += `q${numbers(handle.x - at.x, handle.y - at.y)}${spaced(step)}`
    else data += index === 1 ? `t${step}` : spaced(step)
    at = end
    handle = { x: 2 * end.x - handle.x, y: 2 * end.y - handle.y }
  })
  return data
}

/** A ring around a centre, closed by a step too small to see. */
export const ring = ({ x, y }: Point, radius: number): string =>
  `M${numbers(x - radius, y)}a${numbers(radius, radius)} 0 1 1 0 .1z`

export const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const spaced = (text: string) => (text.startsWith('-') ? text : ` ${text}`)
