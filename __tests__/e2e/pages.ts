import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Words } from '../../lib/words/table'
import { wordsIn } from '../../lib/words/words'
import { type Site, site } from './sites'

/** Where each kind of page of a site is found; undefined when the site has none of a kind. */
export const templates: Record<string, (site: Site) => string | undefined> = {
  'front page': () => '/',
  'list of all articles': () => '/articles/',
  article: (site) => richest(site, 'articles'),
  'category page': (site) => richest(site, 'category'),
  'tag page': (site) => richest(site, 'tag'),
  'author page': (site) => richest(site, 'author'),
  'series page': (site) => richest(site, 'series'),
  archive: () => '/archive/',
  'year page': (site) => richest(site, 'archive'),
  'about page': () => '/about/',
  'page for what is missing': () => '/404.html',
}

/** A page of a kind: one of the magazine, or of a magazine that has every kind where that has none. */
export function pageOf(name: string): { site: Site; path: string } {
  for (const at of [site('magazine'), site('two')]) {
    const path = templates[name]?.(at)
    if (path !== undefined) return { site: at, path }
  }
  throw new Error(`No magazine has a page called "${name}"`)
}

/** The address of such a page. */
export function addressOf(name: string): string {
  const { site, path } = pageOf(name)
  return site.url + path
}

/** What the open page says by itself, in its language. */
export async function wordsOf(page: Page): Promise<Words> {
  const language = await page.locator('html').getAttribute('lang')
  if (!language) throw new Error(`${page.url()} names no language`)
  return wordsIn(language)
}

/** The category filter of the open page. */
export async function filterOf(page: Page) {
  return page.getByRole('navigation', { name: (await wordsOf(page)).categories, exact: true })
}

/** A link in the foot of the open page. */
export async function footLink(page: Page, to: 'about' | 'archive') {
  return page.getByRole('contentinfo').getByRole('link', { name: (await wordsOf(page))[to], exact: true })
}

/** Every page of a folder, as paths. */
export function pagesIn({ directory }: Site, folder: string): string[] {
  const entries = readdirSync(path.join(directory, folder), { withFileTypes: true })
  // `page` holds the numbered pages of the list itself.
  const names = entries.filter((entry) => entry.isDirectory() && entry.name !== 'page').map(({ name }) => name)
  return names.sort().map((name) => `/${folder}/${name}/`)
}

// The longest page shows most of what a template can show.
function richest(site: Site, folder: string): string | undefined {
  const size = (page: string) => statSync(path.join(site.directory, page, 'index.html')).size
  const exists = readdirSync(site.directory).includes(folder)
  return exists ? pagesIn(site, folder).sort((a, b) => size(b) - size(a))[0] : undefined
}
