import { readFileSync } from 'node:fs'
import path from 'node:path'
import { site } from './sites'
import { expect, test } from './test'
import { filesOf } from './working-copy'

const address = () => `${site('acceptance').url}/articles/convergence-of-ai-and-iot/`
const fixture = '__tests__/fixtures/acceptance/08-convergence-of-ai-and-iot.md'
const title = 'The Convergence of AI and IoT: New Opportunities'

/** Headings (their own level and text), items and bold words of a post's body, in reading order, without the title. */
function outlineOf(markdown: string): string[] {
  const body = markdown.split(/^---$/m).slice(2).join('---')
  const bold = (line: string) => [...line.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => `strong ${words}`)
  const plain = (line: string) => line.replace(/\*\*/g, '')
  return body.split('\n').flatMap((line) => {
    const [, marks, words = ''] = /^(#+|-) (.+)$/.exec(line) ?? []
    if (!marks) return bold(line)
    if (marks === '-') return [`li ${plain(words)}`, ...bold(words)]
    return words === title ? [] : [`h${marks.length} ${words}`]
  })
}

test.describe('the acceptance post', () => {
  test('shows its title once', async ({ page }) => {
    await page.goto(address())
    await expect(page.locator('h1')).toHaveText(title)
    await expect(page.getByRole('heading', { name: title })).toHaveCount(1)
    await expect(page).toHaveTitle(/^The Convergence of AI and IoT: New Opportunities/)
  })

  test('shows who wrote it and how long it takes, and leads to its category', async ({ page }) => {
    await page.goto(address())
    const header = page.locator('article > header')
    await expect(header).toContainText('Sophia Kim')
    await expect(header).toContainText('8 min')
    await expect(header).toContainText('Exploring how the integration of artificial intelligence')
    await header.getByRole('link', { name: 'Insight' }).click()
    await expect(page).toHaveURL(`${site('acceptance').url}/category/insight/`)
    await expect(page.getByRole('link', { name: title })).toBeVisible()
  })

  test('shows each heading, item and bold word of its Markdown, in that order', async ({ page }) => {
    await page.goto(address())
    const shown = await page.locator('main article').evaluate((article) => {
      const elements = [...article.querySelectorAll('h2, h3, h4, li, strong')]
      const written = elements.filter((element) => !element.closest('header, nav, footer, details'))
      return written.map((element) => `${element.localName} ${element.textContent?.trim()}`)
    })
    const expected = outlineOf(readFileSync(fixture, 'utf8'))
    expect(expected).toHaveLength(40)
    expect(shown).toEqual(expected)
  })

  test('shows art of its own instead of the remote picture', async ({ page }) => {
    await page.goto(address())
    const picture = page.locator('main article > :not(header)').locator('svg, img').first()
    expect((await picture.boundingBox())?.width).toBeGreaterThan(300)
    for (const file of await filesOf(site('acceptance').directory)) {
      expect(readFileSync(file, 'latin1'), path.basename(file)).not.toMatch(/unsplash/i)
    }
  })

  for (const timezoneId of ['Pacific/Kiritimati', 'America/Adak']) {
    test.describe(`read in ${timezoneId}`, () => {
      test.use({ timezoneId })
      test('is dated 17 April 2023', async ({ page }) => {
        await page.goto(address())
        await expect(page.locator('article > header time')).toHaveText('17 April 2023')
        await expect(page.locator('article > header time')).toHaveAttribute('datetime', '2023-04-17')
      })
    })
  }
})
