import { readFileSync } from 'node:fs'
import { inEmptyFolder } from '../folder'

inEmptyFolder()

it('gives the style sheet every colour of the site, and every hue a rule', async () => {
  const { colours, hueColours, hues } = await import('@/lib/site')
  const { writeColours } = await import('@/lib/publish/page-assets/colours')
  await writeColours()
  const css = readFileSync('.cache/colours.css', 'utf8')
  for (const [name, [light, dark]] of Object.entries(colours))
    expect(css).toContain(`--${name}: light-dark(${light}, ${dark});`)
  expect(
    [...css.matchAll(/\[data-hue='(\w+)'\] \{ --hue: var\(--hue-(\w+)\); \}/g)].map(([, hue, token]) => [hue, token]),
  ).toEqual(hues.map((hue) => [hue, hue]))
  for (const hue of hues) expect(css).toContain(`--hue-${hue}: light-dark(${hueColours(hue).join(', ')});`)
  expect(css).toContain(`--accent: var(--hue-${hues[0]});`)
  expect(hues.length).toBeGreaterThan(1)
})

it.each([
  ['ar', true],
  ['en-GB', false],
])('has what lines need that begin on the right, for %s: %s', async (language, isThere) => {
  const before = process.env.SITE_SETTINGS ?? '{}'
  process.env.SITE_SETTINGS = JSON.stringify({ ...JSON.parse(before), language })
  jest.resetModules()
  try {
    const { writeColours } = await import('@/lib/publish/page-assets/colours')
    await writeColours()
    expect(readFileSync('.cache/colours.css', 'utf8').includes("[dir='rtl']")).toBe(isThere)
  } finally {
    process.env.SITE_SETTINGS = before
  }
})
