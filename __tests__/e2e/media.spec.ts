import { violations } from './inspect'
import { addressOf, filterOf } from './pages'
import { site } from './sites'
import { expect, test } from './test'

const article = () => `${site('two').url}/articles/everything/`

test.describe('with reduced motion', () => {
  test.use({ reducedMotion: 'reduce' })

  test('nothing moves by itself, and the page scrolls at once', async ({ page }) => {
    for (const address of [`${site('magazine').url}/`, article()]) {
      await page.goto(address)
      await page.mouse.wheel(0, 600)
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
      await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto')
    }
  })
})

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' })

  for (const name of ['front page', 'list of all articles', 'article', 'page for what is missing']) {
    test(`the ${name} stays accessible, and categories keep their marks`, async ({ page }) => {
      await page.goto(addressOf(name))
      expect(await violations(page)).toEqual([])
      const marks = await page.locator('nav[aria-label="Categories"] a').evaluateAll((links) =>
        links.map((link) => {
          const { inlineSize, backgroundColor } = getComputedStyle(link, '::before')
          return { wide: Number.parseFloat(inlineSize) > 4, backgroundColor }
        }),
      )
      expect(marks.filter(({ wide }) => !wide)).toEqual([])
      const papers = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      expect(marks.map((mark) => mark.backgroundColor)).not.toContain(papers)
      expect(marks.map((mark) => mark.backgroundColor)).not.toContain('rgba(0, 0, 0, 0)')
    })
  }

  test('the place in the filter is still marked', async ({ page }) => {
    await page.goto(`${site('magazine').url}/articles/`)
    const current = (await filterOf(page)).locator('[aria-current=page] > span').first()
    await expect(current).toHaveCSS('text-decoration-line', 'underline')
  })
})

test('on paper an article has no navigation, and shows where its links lead', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  await page.goto(article())
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('An opening paragraph')).toBeVisible()
  await expect(page.locator('nav:visible')).toHaveCount(0)
  await expect(page.locator('button:visible')).toHaveCount(0)
  const link = page.getByRole('link', { name: 'link abroad' })
  const shown = await link.evaluate((element) => getComputedStyle(element, '::after').content)
  expect(shown).toContain('https://example.org/reading')
})
