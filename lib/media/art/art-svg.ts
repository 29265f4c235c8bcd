import type { Drawing } from './art-path'
import type { Plate } from './art-plate'

/** A drawing printed on a plate. Colours are attributes, so it keeps them under a policy that refuses inline styles. */
export function printed(
  { field, act, weight, dots }: Drawing,
  plate: Plate,
  [width, height]: [number, number],
  fields = [field],
): string {
  const { line, gap } = width > 100 ? { line: 2.2, gap: 12 } : { line: 1, gap: 3 }
  const circles = (wider: number) =>
    dots.map(({ x, y, r }) => `<circle cx="${x}" cy="${y}" r="${r + wider}"/>`).join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice" fill="none">`,
    `<path fill="${plate.ground}" d="M0 0h${width}v${height}H0z"/>`,
    ...fields.map((lines) => `<path stroke="${plate.sense}" stroke-width="${line}" d="${lines}"/>`),
    // The field keeps clear of the stroke, as if the stroke had been cut into it.
    `<path stroke="${plate.ground}" stroke-width="${weight + gap}" d="${act}"/>`,
    dots.length ? `<g fill="${plate.ground}">${circles(gap / 2)}</g>` : '',
    dots.length ? `<g fill="${plate.act}">${circles(0)}</g>` : '',
    `<path stroke="${plate.act}" stroke-width="${weight}" d="${act}"/>`,
    '</svg>',
  ].join('')
}
