import { overflowing, violations } from './inspect'
import { templates } from './pages'
import { type SiteName, site } from './sites'
import { expect, test } from './test'

const magazines: [string, SiteName][] = [
  ['no article', 'none'],
  ['one article', 'acceptance'],
  ['two articles', 'two'],
]

for (const [words, name] of magazines) {
  for (const [template, find] of Object.entries(templates)) {
    test(`the ${template} of a magazine with ${words} looks intended`, async ({ page }) => {
      const path = find(site(name))
      test.skip(!path, 'a magazine of this size has no such page')
      await page.goto(`${site(name).url}${path}`)
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
