import { overflowing, violations } from './inspect'
import { templates } from './pages'
import { type SiteName, site } from './sites'
import { expect, test } from './test'

/** How many articles, the site that has them, and the kinds of page there is nothing for. */
const magazines: [string, SiteName, string[]][] = [
  ['no article', 'none', ['article', 'tag page', 'author page', 'series page', 'year page']],
  ['one article', 'acceptance', ['tag page', 'series page']],
  ['two articles', 'two', []],
]

for (const [words, name, absent] of magazines) {
  test(`a magazine with ${words} has just the pages it can fill`, () => {
    const missing = Object.entries(templates).filter(([, find]) => !find(site(name)))
    expect(missing.map(([template]) => template)).toEqual(absent)
  })

  for (const [template, find] of Object.entries(templates)) {
    if (absent.includes(template)) continue
    test(`the ${template} of a magazine with ${words} looks intended`, async ({ page }) => {
      await page.goto(`${site(name).url}${find(site(name))}`)
      expect.soft(await violations(page)).toEqual([])
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        expect.soft(await overflowing(page), `scrolls sideways at ${width} px`).toEqual([])
      }
      await expect(page.locator('h1')).toHaveCount(1)
      expect(await page.getByRole('main').textContent(), 'an empty page').toMatch(/\w+ \w+ \w+/)
    })
  }
}
