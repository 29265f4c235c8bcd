import { addressOf, filterOf, wordsOf } from './pages'
import { site } from './sites'
import { expect, type Page, test } from './test'

type Focus = { name: string; ring: boolean; visible: boolean; inMain: boolean }

/** What has the focus: whether a ring is drawn around it, and whether it can be seen where it stands. */
const focused = (page: Page) =>
  page.evaluate((): Focus | undefined => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const drawn = [undefined, '::before', '::after'].map((part) => getComputedStyle(element, part))
    const ring = drawn.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    )
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const top = document.elementFromPoint(x, y)
    const visible = box.width > 0 && box.height > 0 && !!top && (element.contains(top) || top.contains(element))
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60) ?? ''
    return { name, ring, visible, inMain: element.closest('main') !== null }
  })

const walked = ['front page', 'article', 'category page']

for (const name of walked) {
  test(`a keyboard reaches everything of the ${name}, and sees where it is`, async ({ page }) => {
    // Smooth scrolling would still be under way when the place is measured.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(addressOf(name))
    const reachable = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex="0"]')].filter(
          (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
        ).length,
    )
    const steps: Focus[] = []
    for (let step = 0; step < reachable; step++) {
      await page.keyboard.press('Tab')
      const focus = await focused(page)
      if (focus) steps.push(focus)
    }
    expect(steps).toHaveLength(reachable)
    expect(
      steps.filter(({ ring }) => !ring).map((step) => step.name),
      'without a ring',
    ).toEqual([])
    expect(
      steps.filter(({ visible }) => !visible).map((step) => step.name),
      'not to be seen',
    ).toEqual([])
  })
}

test('the first Tab offers to skip to the content, and Enter does it', async ({ page }) => {
  await page.goto(`${site('magazine').url}/articles/`)
  await page.keyboard.press('Tab')
  expect((await focused(page))?.name).toBe((await wordsOf(page)).skip)
  await expect(page.locator(':focus')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('Tab')
  expect((await focused(page))?.inMain).toBe(true)
})

test('a category is chosen by keyboard', async ({ page }) => {
  await page.goto(`${site('two').url}/`)
  await (await filterOf(page)).getByRole('link', { name: 'Tutorial' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/category\/tutorial\/$/)
})

test('on a phone every control is large enough for a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${site('two').url}/articles/everything/`)
  const controls = page.locator('nav[aria-label="Categories"] a, footer nav a, button:visible, summary:visible')
  const sizes = await controls.evaluateAll((elements) =>
    elements.map((element) => {
      const { width, height } = element.getBoundingClientRect()
      return { name: element.getAttribute('aria-label') ?? element.textContent?.trim(), width, height }
    }),
  )
  expect(sizes.length).toBeGreaterThan(9)
  // A word may be narrower than it is high to touch: "All" is 44 px high, with nothing to touch beside it.
  expect(sizes.filter(({ width, height }) => height < 43.9 || width < 24)).toEqual([])
})
