import type { Article } from './article'
import type { Author } from './authors'
import type { Category } from './categories'
import { slugOf } from './slugs'

/** What has pages of its own beside the articles, and the files that are served as they are (`/favicon.ico`). */
export type Grounds = {
  categories: readonly Pick<Category, 'slug'>[]
  profiles: readonly Pick<Author, 'name' | 'slug'>[]
  publicFiles: readonly string[]
}

const feeds = ['feed.xml', 'atom.xml', 'feed.json']
const fixed = ['/', '/archive/', '/about/', '/search/', '/404.html', '/sitemap.xml', '/robots.txt', '/llms.txt']
const numbered = /page\/\d+\/$/
const generated = /^\/(?:_next|art|assets|pictures)\/./

/** The file of a release in which a path is found. */
export const fileOfPath = (path: string) => (path.endsWith('/') ? `${path}index.html` : path)

/**
 * Who holds the place of a path. On a disk a name is either a file or a folder, so `/old.html` and `/old.html/more/` have
 * one place.
 */
export function createHolders(articles: readonly Article[], grounds: Grounds) {
  const files = new Map<string, string>()
  const folders = new Map<string, string>()
  const lists = new Set(listsOf(articles, grounds))
  const site = 'the site itself'
  const claim = (path: string, holder: string) => {
    const file = fileOfPath(path)
    if (!files.has(file)) files.set(file, holder)
    for (const folder of foldersOf(file)) if (!folders.has(folder)) folders.set(folder, holder)
  }
  const holderOf = (path: string): string | undefined => {
    const isPage = numbered.test(path) && lists.has(path.replace(numbered, ''))
    if (isPage || generated.test(path)) return site
    const file = fileOfPath(path)
    const above = foldersOf(file).find((folder) => files.has(folder))
    return files.get(file) ?? folders.get(file) ?? (above === undefined ? undefined : files.get(above))
  }
  for (const { slug, file } of articles) for (const end of ['/', '.md']) claim(`/articles/${slug}${end}`, file)
  for (const path of [...fixed, ...lists]) claim(path, site)
  for (const list of ['/', ...lists]) for (const feed of feedsOf(list)) claim(`${list}${feed}`, site)
  for (const { series } of articles) if (series) claim(`/series/${slugOf(series)}/`, site)
  for (const path of grounds.publicFiles) claim(path, `public${path}`)
  return { claim, holderOf }
}

function listsOf(articles: readonly Article[], { categories, profiles }: Grounds): string[] {
  const slugs = new Map(profiles.map(({ name, slug }) => [name, slug]))
  return [
    '/articles/',
    ...categories.map(({ slug }) => `/category/${slug}/`),
    ...articles.flatMap(({ category, tags, authors, date }) => [
      `/category/${category}/`,
      `/archive/${date.slice(0, 4)}/`,
      ...tags.map((tag) => `/tag/${slugOf(tag)}/`),
      ...authors.map((name) => `/author/${slugs.get(name) ?? slugOf(name, 'author')}/`),
    ]),
  ]
}

function feedsOf(list: string): string[] {
  if (/^\/(?:category\/.*)?$/.test(list)) return feeds
  return /^\/(?:tag|author)\//.test(list) ? feeds.slice(0, 1) : []
}

/** `/a/b.html` lies in `/a`. */
function foldersOf(file: string): string[] {
  const names = file.split('/').slice(1, -1)
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)
}
