import { site } from './sites'
import { expect, test } from './test'

const address = () => `${site('two').url}/articles/everything/`

test.use({ reducedMotion: 'reduce' })

test('the table of contents marks the section being read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 400 })
  await page.goto(address())
  const contents = page.getByRole('navigation', { name: 'In this article' })
  await expect(contents).toBeVisible()
  for (const name of ['Smart cities', 'Mathematics', 'Code that can be copied']) {
    await page.getByRole('heading', { name }).evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
    const marked = contents.locator(':target-current')
    await expect(marked).toHaveText(name)
    await expect(marked).toHaveCSS('border-inline-start-width', '4px')
    await expect(contents.getByRole('link').last()).toHaveCSS('border-inline-start-width', '1px')
  }
})

test('after a jump to the end, the last section is the one marked', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 400 })
  await page.goto(address())
  const contents = page.getByRole('navigation', { name: 'In this article' })
  const last = contents.getByRole('link').last()
  const current = contents.locator(':target-current')
  const words = (await last.textContent()) ?? ''
  // Not by the keys End and Home: the browser glides there, and a key that comes meanwhile is lost.
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }))
  await expect(current).toHaveText(words)
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await expect(current).not.toHaveText(words)
})

test('code is copied as it was written', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(address())
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('status')).toHaveText('Copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.replace(/\n$/, '')).toBe('while True:\n    act(sense())  # a < b && "c"')
})

for (const width of [390, 1440]) {
  test(`a note is reached from its sign and leads back to it, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.goto(address())
    const sign = page.getByRole('link', { name: 'Note 2' })
    const note = page.locator('#s-fn-2')
    await sign.click()
    await expect(page).toHaveURL(/#s-fn-2$/)
    await expect(note).toBeInViewport()
    await expect(note).toContainText('The second note.')
    await note.getByRole('link', { name: /^Back to reference 2/ }).click()
    await expect(page).toHaveURL(/#s-fnref-2$/)
    await expect(sign).toBeInViewport()
  })
}

test('a note that is referred to twice leads back to both places', async ({ page }) => {
  await page.goto(address())
  const back = page.locator('#s-fn-1').getByRole('link', { name: /^Back to reference 1/ })
  await expect(back).toHaveCount(2)
  for (const link of await back.all()) {
    await link.click()
    await expect(page.locator(':target')).toHaveText('1')
    await expect(page.locator(':target')).toBeInViewport()
  }
})

test("a writer's #fragment finds its heading, in an address and in a link", async ({ page }) => {
  const heading = page.getByRole('heading', { name: 'Smart cities' })
  await page.setViewportSize({ width: 390, height: 500 })
  await page.goto(`${address()}#smart-cities`)
  await expect(heading).toBeInViewport()
  await page.goto(`${site('two').url}/articles/plain/`)
  await page.getByRole('link', { name: 'the cities of the other post' }).click()
  await expect(page).toHaveURL(/\/articles\/everything\/#/)
  await expect(heading).toBeInViewport()
})

test('the end of an article offers the next thing to read', async ({ page }) => {
  await page.goto(address())
  await page.getByRole('navigation', { name: 'Neighbouring articles' }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A plain post')
})
