import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, expect, test } from '@playwright/test'
import { browserPath } from './browser'
import { type Site, site } from './sites'

// Chromium prerenders nothing where a debugger is attached as Playwright is. So a page drives this one, and Playwright comes
// when the prerendered page is shown.
const driver = `<!doctype html><title>Driver</title>
<script type="speculationrules">{ "prerender": [{ "urls": ["about/"], "eagerness": "immediate" }] }</script>
<script>
  fetch('prerendered').then(() => {
    localStorage.setItem('theme', 'dark')
    location.href = 'about/'
  })
</script>`

/** Serves a site, and on top of it the driver at `/driver`. */
async function serveWithDriver({ url }: Site): Promise<Server> {
  let tellLoaded = () => {}
  const loaded = new Promise<void>((resolve) => (tellLoaded = resolve))
  const server = createServer(async (request, response) => {
    if (request.url === '/driver') return response.setHeader('Content-Type', 'text/html').end(driver)
    if (request.url === '/prerendered') return response.end(await loaded)
    const answer = await fetch(url + request.url)
    response.setHeader('Content-Type', answer.headers.get('Content-Type') ?? '')
    response.end(Buffer.from(await answer.arrayBuffer()))
    // The last that a page asks for: then all of its scripts know the theme of this moment.
    if (request.url?.includes('/page.')) setTimeout(tellLoaded, 200)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

/** Where a browser with this profile takes a debugger, once it does. */
async function debuggerOf(profile: string): Promise<string> {
  let lines: string[] = []
  const read = async () => (lines = (await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8')).split('\n'))
  await expect(read).toPass({ timeout: 20_000 })
  return `ws://127.0.0.1:${lines.join('')}`
}

/** What the page in front of the reader shows. */
function state() {
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
    activationStart: number
  })[]
  return {
    path: location.pathname,
    wasPrerendered: navigation && navigation.activationStart > 0,
    theme: document.documentElement.dataset.theme,
    pressed: document.querySelector('[data-theme-switch]')?.getAttribute('aria-pressed'),
  }
}

test('a page that was prerendered before the theme was switched shows the new one', async () => {
  const server = await serveWithDriver(site('magazine'))
  const profile = await mkdtemp(path.join(tmpdir(), 'prerendered-'))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const words = ['--headless', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const browser = spawn(await browserPath(), [...words, `${origin}/driver`], { stdio: 'ignore' })
  const closed = once(browser, 'close')
  try {
    const address = await debuggerOf(profile)
    const list = `http://${new URL(address).host}/json/list`
    await expect.poll(async () => (await fetch(list)).text(), { timeout: 20_000 }).not.toContain('/driver')
    const connection = await chromium.connectOverCDP(address)
    const [page] = connection.contexts().flatMap((context) => context.pages())
    if (!page) throw new Error('The browser shows no page')
    const session = await page.context().newCDPSession(page)
    const { result } = await session.send('Runtime.evaluate', { expression: `(${state})()`, returnByValue: true })
    expect(result.value).toEqual({ path: '/about/', wasPrerendered: true, theme: 'dark', pressed: 'true' })
    await connection.close()
  } finally {
    browser.kill()
    await closed
    server.close().closeAllConnections()
    await rm(profile, { recursive: true, force: true })
  }
})
