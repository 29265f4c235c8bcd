import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { overflowing, violations } from '../inspect'
import { templates } from '../pages'
import { type Site, serveSite } from '../sites'
import { expect, test } from '../test'
import { builtSite } from '../working-copy'

const categories = ['insight', 'tutorial', 'case-study', 'research']
const url = 'https://magazine.example'

/** A folder with this many posts, one a day, under four categories in turn. */
async function writePosts(count: number): Promise<string> {
  const folder = path.resolve(`.cache/e2e/posts-of-${count}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (let index = 0; index < count; index++) {
    const day = new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10)
    const fields = {
      title: `Article number ${index + 1}`,
      excerpt: `What stands in article ${index + 1}, in one sentence.`,
      category: categories[index % categories.length],
      author: 'Ada Example',
      date: day,
      tags: '[sensors]',
    }
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
    await writeFile(path.join(folder, `article-${index + 1}.md`), `---\n${lines.join('\n')}\n---\n\nOne paragraph.\n`)
  }
  return folder
}

for (const count of [5, 45]) {
  test.describe(`a magazine with ${count} articles`, () => {
    test.describe.configure({ mode: 'serial' })
    let served: { site: Site; stop: () => void } | undefined

    test.beforeAll(async () => {
      const posts = await writePosts(count)
      served = await serveSite(await builtSite(`of${count}`, { posts, url }), url)
    })
    test.afterAll(() => served?.stop())

    test('is accessible and never scrolls sideways on any template', async ({ page }) => {
      const site = served?.site as Site
      const numbered = count > 39 ? ['/articles/page/1/', '/tag/sensors/page/1/'] : []
      const paths = [...Object.values(templates).flatMap((find) => find(site) ?? []), ...numbered]
      expect(paths.length).toBeGreaterThan(8)
      for (const path of paths) {
        await page.goto(`${site.url}${path}`)
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 900 })
          expect.soft(await violations(page), `axe on ${path} at ${width} px`).toEqual([])
          expect.soft(await overflowing(page), `${path} scrolls sideways at ${width} px`).toEqual([])
        }
      }
    })

    test('shows each article once, from the newest to the oldest, by its pager', async ({ page }) => {
      const site = served?.site as Site
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${site.url}/articles/`)
      const older = page.getByRole('link', { name: /^Older/ })
      const titles: string[] = []
      for (;;) {
        titles.push(...(await page.locator('main article').getByRole('heading').allInnerTexts()))
        if ((await older.count()) === 0) break
        expect((await older.boundingBox())?.height).toBeGreaterThanOrEqual(44)
        await older.click()
        await expect(page).toHaveURL(/\/articles\/page\/\d+\/$/)
      }
      expect(titles).toEqual(Array.from({ length: count }, (_, index) => `Article number ${count - index}`))
      if (count > 39) await expect(page.getByRole('link', { name: /^Newer/ })).toBeVisible()
    })
  })
}
