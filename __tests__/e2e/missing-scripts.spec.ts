import { expect, test } from '@playwright/test'
import { addressOf, filterOf, templates } from './pages'

// A script that never arrives, after an upload that was cut short, is not the same as scripts switched off.
test.beforeEach(({ page }) =>
  page.route(/\.js(?:\?|$)/, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'Not found' })),
)

for (const name of Object.keys(templates)) {
  test(`the ${name} is whole when every script answers 404`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(addressOf(name), { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(await filterOf(page)).toBeVisible()
    await expect(page.locator('button:visible')).toHaveCount(0)
    expect(errors).toEqual([])
  })
}
