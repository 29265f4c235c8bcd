import { filterOf } from './pages'
import { site } from './sites'
import { expect, test } from './test'

test.use({ viewport: { width: 390, height: 844 } })

for (const name of ['magazine', 'two', 'acceptance'] as const) {
  test(`the first screen of a phone shows name, filter, lead picture and the whole lead title (${name})`, async ({
    page,
  }) => {
    await page.goto(`${site(name).url}/`)
    const lead = page.locator('main article').first()
    const shown = {
      name: page.getByRole('banner').getByRole('link').first(),
      filter: await filterOf(page),
      picture: lead.locator('svg, img').first(),
      title: lead.getByRole('heading'),
    }
    for (const [what, locator] of Object.entries(shown)) {
      await expect(locator, what).toBeInViewport({ ratio: 1 })
    }
    const box = await shown.picture.boundingBox()
    expect(box?.width, 'a lead picture is large').toBeGreaterThan(300)
  })
}
