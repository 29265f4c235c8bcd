import { filterOf, pagesIn, templates } from './pages'
import { site } from './sites'
import { expect, test } from './test'

const lists = ['front page', 'list of all articles', 'tag page', 'author page', 'series page', 'archive', 'year page']

for (const width of [390, 1440]) {
  test(`the filter stands in the same place on every list, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    const magazine = site('magazine')
    const paths = [...lists.flatMap((name) => templates[name]?.(magazine) ?? []), ...pagesIn(magazine, 'category')]
    const places: Record<string, { x: number; y: number }> = {}
    for (const path of paths) {
      await page.goto(`${magazine.url}${path}`)
      await page.evaluate(() => document.fonts.ready)
      const box = await (await filterOf(page)).boundingBox()
      places[path] = { x: box?.x ?? Number.NaN, y: box?.y ?? Number.NaN }
    }
    const first = places['/']
    const moved = Object.entries(places).filter(
      ([, { x, y }]) => !(first && Math.abs(x - first.x) <= 1 && Math.abs(y - first.y) <= 1),
    )
    expect(moved, `the front page has it at ${JSON.stringify(first)}`).toEqual([])
  })
}

test('the filter marks where you are, and nothing else', async ({ page }) => {
  const magazine = site('magazine')
  for (const path of ['/articles/', ...pagesIn(magazine, 'category')]) {
    await page.goto(`${magazine.url}${path}`)
    const current = (await filterOf(page)).locator('[aria-current=page]')
    await expect(current).toHaveCount(1)
    await expect(current).toHaveAttribute('href', path)
  }
})

test('a category shows its own articles only, and as many as the filter says', async ({ page }) => {
  const magazine = site('magazine')
  for (const path of pagesIn(magazine, 'category')) {
    await page.goto(`${magazine.url}${path}`)
    const link = (await filterOf(page)).locator('[aria-current=page]')
    const count = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0])
    const articles = page.locator('main article')
    await expect(articles).toHaveCount(Math.min(count, 39))
    await expect(articles.filter({ has: page.locator(`a[href="${path}"]`) })).toHaveCount(Math.min(count, 39))
  }
})
