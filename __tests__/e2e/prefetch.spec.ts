import { launchOptions } from './browser'
import { footLink } from './pages'
import { site } from './sites'
import { expect, type Page, test } from './test'

// Chromium prerenders nothing where a debugger is attached as Playwright is. It fetches the page instead; some releases of it
// only where they are told to.
test.use({ launchOptions: await launchOptions('--enable-features=Prerender2FallbackPrefetchSpecRules') })

/** Everything that is asked for from now on, as paths. */
function requestsOf(page: Page): string[] {
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname))
  return asked
}

test('the page a reader points at is fetched before the click, and then not again', async ({ page }) => {
  await page.goto(`${site('magazine').url}/about/`, { waitUntil: 'networkidle' })
  const asked = requestsOf(page)
  await (await footLink(page, 'archive')).hover()
  await expect.poll(() => asked).toContain('/archive/')
  await (await footLink(page, 'archive')).click()
  await expect(page).toHaveURL(/\/archive\/$/)
  const delivery = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
      activationStart: number
      deliveryType: string
    })[]
    return entry && (entry.activationStart > 0 ? 'prerender' : entry.deliveryType)
  })
  expect(delivery).toMatch(/^(?:prerender|navigational-prefetch)$/)
})

test('so it is where the browser knows no speculation rules, once for each page', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLScriptElement.supports = (type) => type !== 'speculationrules'
    // What such a browser does with the rules: nothing.
    new MutationObserver(() => document.querySelector('script[type=speculationrules]')?.remove()).observe(document, {
      childList: true,
      subtree: true,
    })
  })
  await page.goto(`${site('magazine').url}/about/`, { waitUntil: 'networkidle' })
  const asked = requestsOf(page)
  for (const _ of [1, 2]) {
    await (await footLink(page, 'archive')).hover()
    await page.getByRole('banner').hover()
  }
  await expect.poll(() => asked).toEqual(['/archive/'])
})

test('a page fetches no other page unless a reader points at it', async ({ page }) => {
  const asked = requestsOf(page)
  await page.goto(`${site('magazine').url}/`, { waitUntil: 'networkidle' })
  expect(asked.filter((path) => path.endsWith('/'))).toEqual(['/'])
})
