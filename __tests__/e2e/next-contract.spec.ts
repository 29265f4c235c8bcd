import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { expect, test } from '@playwright/test'
import { withLateParts } from '../../lib/publish/finish/late-parts'
import { pageParts } from '../../lib/publish/finish/page-parts'
import { nextInternals } from '../../lib/publish/next/next-internals'
import { site } from './sites'
import { filesOf } from './working-copy'

// What the finishing step takes for granted, held against the installed Next: its last build, and a plain export.
const plainPage = (name: string) => readFileSync(path.join(site('plain').directory, name), 'utf8')
const inlineScripts = (html: string) =>
  [...html.matchAll(/<script(?: id="[^"]*")?>(.*?)<\/script>/gs)].map(([, text = '']) => text)

test('program: Next is started by its own file', () => {
  expect(existsSync(nextInternals.program)).toBe(true)
})

test('copying: Next copies public/ by a function of its own, which every build replaces', () => {
  const load = createRequire(path.resolve('package.json'))
  expect(Object.keys(load(nextInternals.copying))).toEqual(['recursiveCopy'])
})

test('Next compiles our code without a warning', () => {
  const log = readFileSync('.cache/next.log', 'utf8')
  expect(log).toMatch(/compiled successfully/i)
  expect(log).not.toMatch(/warn|\.css\b/i)
})

test('prerenderManifest: every page that was rendered, and its route', () => {
  const { routes } = JSON.parse(readFileSync(nextInternals.prerenderManifest, 'utf8'))
  const types = new Set(Object.values(routes).map((route) => (route as { routeType?: string }).routeType))
  expect(types).toContain(nextInternals.pageType)
  expect(routes['/about']).toMatchObject({ srcRoute: '/about' })
  expect(routes).toHaveProperty([nextInternals.notFound.path])
})

test('environment, entryPoints, routesManifest: every route is compiled to layouts and a page', async () => {
  const { directory, manifest, treeOf } = nextInternals.entryPoints
  const files: Record<string, string> = JSON.parse(readFileSync(manifest, 'utf8'))
  expect(files['/articles/[slug]/page']).toBe('app/articles/[slug]/page.js')
  const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(nextInternals.routesManifest, 'utf8'))
  const routes: { page: string; regex: string }[] = [...staticRoutes, ...dynamicRoutes]
  expect(routes.map(({ page }) => page)).toEqual(expect.arrayContaining(['/', '/articles/[slug]', '/_not-found']))
  expect(routes.find(({ regex }) => new RegExp(regex).test('/articles/page/1/'))?.page).toBe('/articles/page/[page]')
  const load = createRequire(path.resolve('package.json'))
  load(nextInternals.environment)
  const [root, { children }, { layout }] = treeOf(await load(path.join(directory, files['/about/page'] ?? '')))
  expect([root, children?.[0], typeof layout?.[0]]).toEqual(['', 'about', 'function'])
  const { page } = children?.[1].children?.[2] ?? {}
  expect(await page?.[0]()).toMatchObject({ default: expect.any(Function) })
})

test('serverReact: components find their hooks and caches where they are put', async () => {
  const { module, internals, domModule, domInternals } = nextInternals.serverReact
  const load = createRequire(path.resolve('package.json'))
  load(nextInternals.environment)
  const [react, dom] = [load(module), load(domModule)]
  Object.assign(react[internals], {
    H: { useId: () => 'an id' },
    A: { getCacheForType: (make: () => unknown) => make() },
  })
  expect(react.useId()).toBe('an id')
  expect(react.cache((text: string) => `${text}!`)('a')).toBe('a!')
  Object.assign(react[internals], { H: null, A: null })
  expect(dom[domInternals].d.L).toEqual(expect.any(Function))
})

test('head, notFoundHead, precedence: what Next puts into a page', () => {
  const { head, notFoundHead, precedence } = nextInternals
  const markup = ({ charSet, name, content }: { charSet?: string; name?: string; content?: string }) =>
    charSet ? `<meta charSet="${charSet}"/>` : `<meta name="${name}" content="${content}"/>`
  const [found, missing] = [plainPage('about/index.html'), plainPage(nextInternals.notFound.file)]
  for (const meta of head) expect([found, missing].every((html) => html.includes(markup(meta)))).toBe(true)
  for (const meta of notFoundHead)
    expect([found, missing].map((html) => html.includes(markup(meta)))).toEqual([false, true])
  expect(found).toContain(`data-precedence="${precedence}"`)
})

test('clientManifests, ownModules: each route lists its Client Components by file, Next’s own below one folder', async () => {
  const { directory, name, global } = nextInternals.clientManifests
  const files = (await filesOf(directory)).filter((file) => path.basename(file) === name)
  const manifests = createContext({})
  for (const file of files) runInContext(readFileSync(file, 'utf8'), manifests)
  expect(Object.keys(manifests[global])).toEqual(expect.arrayContaining(['/page', '/articles/[slug]/page']))
  const modules = Object.keys(manifests[global]['/articles/[slug]/page'].clientModules)
  expect(modules.length).toBeGreaterThan(0)
  expect(modules.filter((module) => !module.includes(nextInternals.ownModules))).toEqual([])
})

test('assets: scripts and stylesheets come from one folder', () => {
  const html = plainPage('counter/index.html')
  const addresses = [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="(\/[^"]*\.(?:js|css))"/g)].map(
    ([, url = '']) => url,
  )
  const ours = /^\/assets\//
  expect(addresses.filter((url) => !ours.test(url)).length).toBeGreaterThan(3)
  expect(addresses.filter((url) => !ours.test(url) && !url.startsWith(nextInternals.assets))).toEqual([])
})

test('inlineScript: the runtime’s inline scripts begin as expected', () => {
  const begun = inlineScripts(plainPage('counter/index.html')).map((text) => nextInternals.inlineScript.test(text))
  // All but the script that runs before anything is painted.
  expect(begun.filter((isNext) => !isNext)).toHaveLength(1)
  expect(begun.filter(Boolean).length).toBeGreaterThan(1)
})

test('payload: the files for Next’s own links bear the expected names', async () => {
  const files = await filesOf(path.join(site('plain').directory, 'counter'))
  const names = files.map((file) => path.basename(file))
  expect(names).toContain('index.txt')
  expect(names.filter((name) => name !== 'index.html' && !nextInternals.payload.test(name))).toEqual([])
})

test('lateParts: a page that waited hides its late parts under the expected ids', () => {
  const html = plainPage('waiting/index.html')
  expect(html).toContain('This came late.')
  expect(pageParts(html).waited).toBe(true)
  expect(pageParts(plainPage('counter/index.html')).waited).toBe(false)
})

test('lateScripts, lateBoundary, lateTable: late parts are put where the page shows them in a browser', async ({
  page,
}) => {
  const html = plainPage('waiting/index.html')
  expect(html).toContain(nextInternals.lateTable.before)
  const put = withLateParts(html)
  expect(pageParts(put).waited).toBe(false)
  expect(inlineScripts(put).filter((text) => /^(?:\$R|requestAnimationFrame)/.test(text))).toEqual([])
  await page.goto(`${site('plain').url}/waiting/`)
  await expect(page.getByText('This row came late.')).toBeVisible()
  const shown = await page.locator('main').evaluate((main) => main.innerHTML)
  await page.setContent(put)
  const plain = (markup: string) => markup.replace(/<!--.*?-->/g, '')
  expect(plain(await page.locator('main').evaluate((main) => main.innerHTML))).toBe(plain(shown))
})

test('notFound: has a page of its own', () => {
  expect(plainPage(nextInternals.notFound.file)).toContain('<h1')
  expect(existsSync(path.join(nextInternals.entryPoints.directory, 'app', nextInternals.notFound.path))).toBe(true)
})
