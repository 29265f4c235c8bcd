import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Parser } from 'htmlparser2'
import { type Site, site } from './sites'
import { expect, type Page, test } from './test'
import { filesOf } from './working-copy'

/** The paths of the scripts that a page loads, below that of the site. */
async function scriptsOf(page: Page, { url }: Site, path: string): Promise<string[]> {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url().replace(url, ''))
  })
  await page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  return scripts
}

/** Turbopack's names of classes, and so the name of a stylesheet, depend on the folder that they are compiled in. */
const withoutHashes = (html: string) =>
  html
    .replace(/(?<= class=")[^"]*/g, (classes) => classes.replace(/[^ ]*_/g, ''))
    .replace(/(?<=\/style\.)\w+(?=\.css)/g, '')

test.describe('beside a page with a Client Component', () => {
  test('a page without one loads no framework script', async ({ page }) => {
    const scripts = await scriptsOf(page, site('interactive'), '/about/')
    expect(scripts.filter((script) => !script.startsWith('/assets/'))).toEqual([])
    expect(readFileSync(path.join(site('interactive').directory, 'about/index.html'), 'utf8')).not.toContain('_next')
  })

  test('the page with one hydrates under its own policy, and loads what it needs late', async ({ page }) => {
    const scripts = await scriptsOf(page, site('interactive'), '/counter/')
    expect(scripts.some((script) => script.startsWith('/_next/'))).toBe(true)
    const button = page.getByRole('button', { name: 'Count' })
    await button.click()
    await expect(page.locator('output')).toHaveText('1')
    await button.click()
    await expect(page.getByText('Counted 2 times')).toBeVisible()
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).not.toContain('unsafe')
  })

  test('every page without one is what React makes of it alone where there is no such page', async () => {
    const [alone, beside] = [site('magazine').directory, site('interactive').directory]
    const pages = (await filesOf(alone))
      .filter((file) => file.endsWith('.html'))
      .map((file) => path.relative(alone, file))
    expect(pages.length).toBeGreaterThan(5)
    const textOf = (folder: string, page: string) => withoutHashes(readFileSync(path.join(folder, page), 'utf8'))
    for (const page of pages) expect(textOf(beside, page), page).toBe(textOf(alone, page))
  })

  test('no file of Next is published that neither asks for', async () => {
    const files = await filesOf(site('interactive').directory)
    const plain = await filesOf(site('plain').directory)
    const chunks = (names: string[]) => names.filter((name) => name.includes('/_next/')).length
    expect(chunks(files)).toBeGreaterThan(0)
    expect(chunks(files)).toBeLessThan(chunks(plain))
    const payload = files.filter((name) => name.endsWith('.txt') && path.dirname(name).endsWith('about'))
    expect(payload).toEqual([])
  })
})

test('a magazine without Client Components publishes nothing of Next’s own: an article is one file and its alternate', async () => {
  expect(existsSync(path.join(site('magazine').directory, '_next'))).toBe(false)
  const articles = path.join(site('magazine').directory, 'articles')
  const files = (await filesOf(articles)).map((file) => path.relative(articles, file))
  const pages = files.filter((file) => /^[^/]+\/index\.html$/.test(file))
  const alternates = pages.map((file) => `${path.dirname(file)}.md`)
  expect(pages.length).toBeGreaterThan(0)
  expect(files.filter((file) => !file.startsWith('page/')).sort()).toEqual(
    [...pages, ...alternates, 'index.html'].sort(),
  )
})

test('every page has its policy right after its character set, and nothing in its markup that the policy forbids', async () => {
  for (const name of ['magazine', 'acceptance', 'two', 'none', 'interactive'] as const) {
    const pages = (await filesOf(site(name).directory)).filter((file) => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(1)
    for (const file of pages) {
      const html = readFileSync(file, 'utf8')
      expect(html, file).toMatch(/<meta char[sS]et="utf-8"\/?>\s*<meta http-equiv="Content-Security-Policy"/)
      expect(forbidden(html), file).toEqual([])
    }
  }
})

/** Inline styles and handlers, and inline scripts whose hash the page's policy does not name. */
function forbidden(html: string): string[] {
  const found: string[] = []
  let policy = ''
  let script: string | undefined
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (attributes['http-equiv'] === 'Content-Security-Policy') policy = attributes.content ?? ''
      if (tag === 'style') found.push('<style>')
      for (const attribute of Object.keys(attributes))
        if (attribute === 'style' || attribute.startsWith('on')) found.push(`<${tag} ${attribute}>`)
      const isData = attributes.type === 'application/ld+json'
      script = tag === 'script' && attributes.src === undefined && !isData ? '' : undefined
    },
    ontext(text) {
      if (script !== undefined) script += text
    },
    onclosetag() {
      const hash = script === undefined ? '' : createHash('sha256').update(script).digest('base64')
      if (!policy.includes(hash)) found.push(`inline script: ${script}`)
      script = undefined
    },
  })
  parser.end(html)
  return found
}

test('such markup would be found', () => {
  const html = '<p style="color: red">a</p><img onerror="x"><style>a {}</style><script>alert(1)</script>'
  expect(forbidden(html)).toEqual(['<p style>', '<img onerror>', '<style>', 'inline script: alert(1)'])
})

test('the plain export stays as Next made it, and shows the same text', async ({ page }) => {
  await page.goto(`${site('none').url}/about/`)
  const text = await page.locator('main').textContent()
  const scripts = await scriptsOf(page, site('plain'), '/about/')
  expect(scripts.some((script) => script.startsWith('/_next/'))).toBe(true)
  expect(await page.locator('main').textContent()).toBe(text)
})

test('the fonts come after the page, and at once with the next one', async ({ page }) => {
  await page.goto(`${site('magazine').url}/`, { waitUntil: 'networkidle' })
  const { fonts, loaded } = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const resources = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'))
    return { fonts: resources.map(({ startTime }) => startTime), loaded: navigation?.loadEventStart ?? 0 }
  })
  expect(fonts.length).toBeGreaterThan(0)
  expect(Math.min(...fonts)).toBeGreaterThanOrEqual(loaded)
  await page.addInitScript(() =>
    addEventListener('load', () => {
      document.documentElement.dataset.fonts = String(document.querySelectorAll('head > link[href*="/late."]').length)
    }),
  )
  await page.goto(`${site('magazine').url}/about/`)
  await expect(page.locator('html')).toHaveAttribute('data-fonts', '1')
})
