import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
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
