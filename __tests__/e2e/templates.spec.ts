import { overflowing, violations } from './inspect'
import { addressOf, templates } from './pages'
import { site } from './sites'
import { expect, type Page, test } from './test'

const widths = [390, 820, 1440]

async function inspect(page: Page, width: number, rule?: string) {
  await page.setViewportSize({ width, height: 900 })
  expect.soft(await violations(page, rule), `axe at ${width} px`).toEqual([])
  expect.soft(await overflowing(page), `scrolls sideways at ${width} px`).toEqual([])
}

const pages: [string, () => string][] = [
  ...Object.keys(templates).map((name): [string, () => string] => [`the ${name}`, () => addressOf(name)]),
  ['the acceptance post', () => `${site('acceptance').url}/articles/convergence-of-ai-and-iot/`],
]

for (const [name, address] of pages) {
  test(`${name} is accessible at every width, on light paper and on dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(address())
    await expect(page.locator('h1')).toHaveCount(1)
    for (const width of widths) await inspect(page, width)
    // The theme changes colours and nothing else.
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const width of widths) await inspect(page, width, 'color-contrast')
  })

  test(`${name} never scrolls sideways, on the smallest and the widest screen and with text at 200 %`, async ({
    page,
  }) => {
    await page.goto(address())
    for (const width of [320, 2560]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await overflowing(page), `at ${width} px`).toEqual([])
    }
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await overflowing(page), `at ${width} px with large text`).toEqual([])
    }
  })
}

/** Puts a word of German law in the place of each longer word that a writer may have chosen. */
const lengthenWords = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('pre, code, table, script, style, svg'))
        node.nodeValue = (node.nodeValue ?? '').replace(/\p{L}{4,}/gu, 'Donaudampfschifffahrtsgesellschaft')
  })

for (const name of Object.keys(templates)) {
  test(`the ${name} never scrolls sideways, however long its words are`, async ({ page }) => {
    await page.goto(addressOf(name))
    await lengthenWords(page)
    for (const width of [320, 390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await overflowing(page), `at ${width} px`).toEqual([])
    }
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    await page.setViewportSize({ width: 390, height: 900 })
    expect.soft(await overflowing(page), 'at 390 px with large text').toEqual([])
  })
}

test('an address that does not exist gets the page that helps, and the status 404', async ({ request }) => {
  const response = await request.get(`${site('magazine').url}/no/such/page/`)
  expect(response.status()).toBe(404)
  expect(await response.text()).toContain('<h1')
})
