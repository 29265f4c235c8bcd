import { linesOf, type TextLines } from './lines'
import { addressOf, templates } from './pages'
import { type SiteName, site } from './sites'
import { expect, type Page, test } from './test'

const widths = [320, 390, 480, 600, 641, 768, 900, 1024, 1099, 1280, 1440, 2560]

const at = (name: SiteName, path: string) => () => `${site(name).url}${path}`

const pages: [name: string, address: () => string][] = [
  ...Object.keys(templates).map((name): (typeof pages)[number] => [name, () => addressOf(name)]),
  ['front page of two articles', at('two', '/')],
  ['article with everything', at('two', '/articles/everything/')],
  ['acceptance post', at('acceptance', '/articles/convergence-of-ai-and-iot/')],
  ['front page without an article', at('none', '/')],
]

/** Their running text fills lines of its own, from this width of the window on. */
const withBody = ['article', 'about page', 'acceptance post']
const wideEnough = 600

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
}

const sum = (lengths: number[]) => lengths.reduce((total, length) => total + length, 0)
const average = (lengths: number[]) => sum(lengths) / lengths.length

/** What a page has most of. */
const body = (text: TextLines[]) => text.reduce((most, one) => (sum(one.full) > sum(most.full) ? one : most))

for (const [name, address] of pages) {
  test(`no line of running text is too long to read on the ${name}, nor too short, at any width`, async ({ page }) => {
    await open(page, address())
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const text = await linesOf(page)
      expect(text).not.toEqual([])
      for (const { font, full, longest } of text) {
        expect.soft(longest.length, `at ${width} px: ${longest}`).toBeLessThanOrEqual(75)
        // Two lines are no average.
        if (full.length > 2) expect.soft(average(full), `on average at ${width} px in ${font}`).toBeLessThanOrEqual(70)
      }
      if (!withBody.includes(name) || width < wideEnough) continue
      expect.soft(average(body(text).full), `of the text at ${width} px`).toBeGreaterThanOrEqual(55)
    }
  })
}

test('title, text, code, tables and pictures begin on one line, in the middle of a page without margins', async ({
  page,
}) => {
  await open(page, at('two', '/articles/everything/')())
  const main = page.getByRole('main')
  const parts = [
    main.getByRole('heading', { level: 1 }),
    main.getByText('An opening paragraph'),
    main.locator('pre'),
    main.locator('table'),
    main.locator('figure img').nth(1),
  ]
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const lefts = await Promise.all(parts.map(async (part) => Math.round((await part.boundingBox())?.x ?? 0)))
    expect.soft(new Set(lefts).size, `at ${width} px: ${lefts}`).toBe(1)
    const [left = 0] = lefts
    const text = await main.getByText('An opening paragraph').boundingBox()
    const isBetween = width >= 768 && width < 1091
    if (isBetween) expect.soft(Math.abs(width - left - (text?.width ?? 0) - left), `at ${width} px`).toBeLessThan(2)
  }
})
