import { colours } from '../../lib/site'
import { site } from './sites'
import { expect, type Page, test } from './test'

const [light, dark] = colours.paper.map(rgb) as [string, string]

function rgb(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `rgb(${parts.join(', ')})`
}

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

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
    expect(await paper(page)).toBe(colour)
  })
}

test('the switch turns the paper, back too, and is remembered on the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${site('magazine').url}/`)
  const button = page.getByRole('button', { name: 'Dark paper' })
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  expect(await paper(page)).toBe(dark)
  await page.getByRole('contentinfo').getByRole('link', { name: 'About' }).click()
  await expect(page).toHaveURL(/\/about\/$/)
  expect(await paper(page)).toBe(dark)
  await button.click()
  expect(await paper(page)).toBe(light)
  await page.reload()
  expect(await paper(page)).toBe(light)
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
  await page.getByRole('button', { name: 'Dark paper' }).click()
  expect(await paper(page)).toBe(dark)
})
