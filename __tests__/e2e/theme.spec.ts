import { colours } from '../../lib/site'
import { launchOptions } from './browser'
import { footLink, wordsOf } from './pages'
import { site } from './sites'
import { expect, type Page, test } from './test'

// Playwright switches the back/forward cache off. The headless shell has none all the same; an installed Chrome has.
test.use({ launchOptions: { ...(await launchOptions()), ignoreDefaultArgs: ['--disable-back-forward-cache'] } })

const [light, dark] = colours.paper.map(rgb) as [string, string]

function rgb(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `rgb(${parts.join(', ')})`
}

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

/** The page shows this paper, and its switch says so. */
async function expectPaper(page: Page, colour: string): Promise<void> {
  await expect.poll(() => paper(page)).toBe(colour)
  await expect(await switchOf(page)).toHaveAttribute('aria-pressed', String(colour === dark))
}

const switchOf = async (page: Page) => page.getByRole('button', { name: (await wordsOf(page)).darkPaper, exact: true })

/** Notes the colour of the paper in every frame from the first one that has a body. */
function watchFrames() {
  const seen: string[] = []
  const look = () => {
    if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor)
    if (document.readyState !== 'complete' || seen.length < 3) requestAnimationFrame(look)
    else document.documentElement.dataset.frames = seen.join(';')
  }
  requestAnimationFrame(look)
}

const frames = async (page: Page) => {
  await page.waitForFunction(() => document.documentElement.dataset.frames)
  return new Set((await page.locator('html').getAttribute('data-frames'))?.split(';'))
}

for (const [chosen, system, colour] of [
  ['dark', 'light', dark],
  ['light', 'dark', light],
] as const) {
  test(`the first frame is ${chosen} for a reader who chose so, although the system is ${system}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system })
    await page.addInitScript((theme) => localStorage.setItem('theme', theme), chosen)
    await page.addInitScript(watchFrames)
    await page.goto(`${site('magazine').url}/`)
    expect(await frames(page)).toEqual(new Set([colour]))
  })
}

for (const [system, colour] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`a reader who has chosen nothing gets the ${system} paper of the system`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system })
    await page.goto(`${site('magazine').url}/`)
    await expect.poll(() => paper(page)).toBe(colour)
  })
}

test('the switch turns the paper, back too, and is remembered on the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${site('magazine').url}/`)
  const button = await switchOf(page)
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => paper(page)).toBe(dark)
  await (await footLink(page, 'about')).click()
  await expect(page).toHaveURL(/\/about\/$/)
  await expect.poll(() => paper(page)).toBe(dark)
  await button.click()
  await expect.poll(() => paper(page)).toBe(light)
  await page.reload()
  await expect.poll(() => paper(page)).toBe(light)
})

test('the switch still turns the paper where storage is closed', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('closed', 'SecurityError')
      },
    })
  })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${site('magazine').url}/`)
  await (await switchOf(page)).click()
  await expect.poll(() => paper(page)).toBe(dark)
})

test('two open pages agree, whichever of them is switched, and when the choice is forgotten', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${site('magazine').url}/`)
  const other = await context.newPage()
  await other.emulateMedia({ colorScheme: 'light' })
  await other.goto(`${site('magazine').url}/about/`)
  await (await switchOf(other)).click()
  for (const open of [other, page]) await expectPaper(open, dark)
  await (await switchOf(page)).click()
  for (const open of [other, page]) await expectPaper(open, light)
  await (await switchOf(page)).click()
  for (const open of [other, page]) await expectPaper(open, dark)
  await other.evaluate(() => localStorage.clear())
  await expectPaper(page, light)
})

test('the page that Back leads to shows what was chosen since', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${site('magazine').url}/`)
  await expectPaper(page, light)
  await (await footLink(page, 'about')).click()
  await expect(page).toHaveURL(/\/about\/$/)
  await (await switchOf(page)).click()
  await page.evaluate(() => history.back())
  await expect(page).not.toHaveURL(/\/about\/$/)
  await expectPaper(page, dark)
})

test('a page that was kept whole for Back shows what was chosen since', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${site('magazine').url}/`)
  await expectPaper(page, light)
  // What a browser with such a cache tells the page. That storage has changed it does not: nor is a page told of its own writing.
  await page.evaluate(() => {
    localStorage.setItem('theme', 'dark')
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })
  await expectPaper(page, dark)
  await (await switchOf(page)).click()
  await expectPaper(page, light)
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe('light')
})
