import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { dayAt } from '../../../lib/days'
import { starterFiles } from '../../../lib/starter/starter-files'
import { wordsIn } from '../../../lib/words/words'
import { overflowing, violations } from '../inspect'
import { templates } from '../pages'
import { serveSite } from '../sites'
import { expect, test } from '../test'
import { builtSite } from '../working-copy'

const url = 'https://magazine.example'

for (const [language, direction] of [
  ['ar', 'rtl'],
  ['de', 'ltr'],
  ['ja', 'ltr'],
] as const)
  test(`a magazine in ${language} speaks it on every page, is accessible and never scrolls sideways`, async ({
    page,
  }) => {
    const posts = path.resolve(`.cache/e2e/posts-${language}`)
    await rm(posts, { recursive: true, force: true })
    await mkdir(posts, { recursive: true })
    const categories = ['One=one', 'Two=two']
    const answers = { name: 'Lux', language, timeZone: 'UTC', url, author: 'Ada Arden', categories }
    for (const [name, text] of starterFiles(answers, dayAt(new Date('2026-04-17'), 'UTC')))
      await writeFile(path.join(posts, name), text)
    const { site, stop } = await serveSite(await builtSite(`language-${language}`, { posts, url }), url)
    try {
      const words = wordsIn(language)
      for (const find of Object.values(templates)) {
        const address = find(site)
        if (address === undefined) continue
        await page.goto(`${site.url}${address}`)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.locator('html')).toHaveCSS('direction', direction)
        await expect(page.getByRole('navigation', { name: words.categories })).toBeVisible()
        await expect(page.getByRole('contentinfo')).toContainText(words.noTrackers)
        expect.soft(await violations(page), address).toEqual([])
        for (const width of [320, 820, 1440]) {
          await page.setViewportSize({ width, height: 900 })
          expect.soft(await overflowing(page), `${address} at ${width} px`).toEqual([])
        }
      }
    } finally {
      stop()
    }
  })
