import { colours } from '../../lib/site'
import { site } from './sites'
import { expect, test } from './test'

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

test.describe('without JavaScript', () => {
  test('an article is complete', async ({ page }) => {
    await page.goto(`${site('two').url}/articles/everything/`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything a post can hold')
    const article = page.locator('main article').first()
    for (const words of ['An opening paragraph', 'act(sense())', 'The second note.', 'The square, larger than life']) {
      await expect(article.getByText(words).last()).toBeVisible()
    }
    await expect(article.getByRole('img').first()).toBeVisible()
  })

  test('the table of contents unfolds above the text, and leads to a section', async ({ page }) => {
    await page.goto(`${site('two').url}/articles/everything/`)
    const contents = page.locator('details').filter({ hasText: 'In this article' })
    await expect(contents.getByRole('link', { name: 'Smart cities' })).toBeHidden()
    await contents.locator('summary').click()
    await contents.getByRole('link', { name: 'Smart cities' }).click()
    await expect(page.getByRole('heading', { name: 'Smart cities' })).toBeInViewport()
  })

  test('the filter works', async ({ page }) => {
    await page.goto(`${site('two').url}/`)
    await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Insight' }).click()
    await expect(page).toHaveURL(`${site('two').url}/category/insight/`)
    await expect(page.getByRole('main').getByRole('link', { name: 'A plain post' })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'Everything a post can hold' })).toHaveCount(0)
  })

  test('nothing is offered that needs it', async ({ page }) => {
    for (const path of ['/', '/articles/everything/']) {
      await page.goto(`${site('two').url}${path}`)
      await expect(page.getByRole('main')).toBeVisible()
      await expect(page.locator('button:visible')).toHaveCount(0)
    }
  })

  for (const [index, colorScheme] of (['light', 'dark'] as const).entries()) {
    test(`the paper follows a system that is ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(`${site('two').url}/`)
      const hex = colours.paper[index] ?? ''
      const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
      await expect(page.locator('html')).toHaveCSS('background-color', `rgb(${parts.join(', ')})`)
    })
  }
})
