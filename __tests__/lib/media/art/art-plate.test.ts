import { mix } from '@/lib/media/art/art-mix'
import { greyPlateOf, type Key, plateOf } from '@/lib/media/art/art-plate'
import { colours, hues } from '@/lib/site'

const keys: Key[] = ['paper', 'tint', 'hue', 'ink']
const plates = [
  ...keys.flatMap((key) => hues.map((hue) => ({ name: `${key} ${hue}`, ...plateOf(key, hue) }))),
  ...keys.map((key) => ({ name: `${key} grey`, ...greyPlateOf(key) })),
]

/** The contrast of two colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light, dark] = [one, other].map(luminance).sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe('a plate', () => {
  test.each(plates)('$name shows its stroke, and behind it its lines', ({ ground, sense, act }) => {
    for (const colour of [ground, sense, act]) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(contrast(act, ground)).toBeGreaterThan(3)
    expect(contrast(sense, ground)).toBeGreaterThan(2)
    expect(contrast(sense, ground)).toBeLessThan(contrast(act, ground))
  })

  test.each(plates)('$name can be told from both papers', ({ ground }) => {
    for (const paper of colours.paper) expect(contrast(ground, paper)).toBeGreaterThan(1.1)
  })

  // What was drawn by hand before it was mixed.
  test.each([
    ['paper', 'blue', '#e9e2d3', '#7d786e', '#2440c9'],
    ['tint', 'green', '#aed0bd', '#35775d', '#0a6b4c'],
    ['hue', 'violet', '#6b3aa6', '#b99be0', '#f4eee0'],
    ['ink', 'red', '#1a2130', '#858a98', '#ff9272'],
  ] as const)('%s %s looks as it was drawn', (key, hue, ground, sense, act) => {
    const plate = plateOf(key, hue)
    for (const [one, other] of [
      [plate.ground, ground],
      [plate.sense, sense],
      [plate.act, act],
    ] as const)
      expect(distance(one, other)).toBeLessThan(12)
  })
})

test.each([
  ['#000000', '#ffffff', 0, '#000000'],
  ['#000000', '#ffffff', 1, '#ffffff'],
  ['#000000', '#ff0a00', 0.5, '#800500'],
  ['#102030', '#102030', 0.3, '#102030'],
])('%s and %s, the share of the second %d, mix to %s', (one, other, share, mixed) => {
  expect(mix(one, other, share)).toBe(mixed)
})

/** The largest difference of a channel, 0 to 255. */
const distance = (one: string, other: string) =>
  Math.max(
    ...[1, 3, 5].map((at) =>
      Math.abs(Number.parseInt(one.slice(at, at + 2), 16) - Number.parseInt(other.slice(at, at + 2), 16)),
    ),
  )
