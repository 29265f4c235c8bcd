import {
  aboutPath,
  archivePath,
  articlePath,
  articlesPath,
  artPath,
  authorPath,
  categoryPath,
  feedPath,
  feedsOf,
  frontPath,
  llmsPath,
  manifestPath,
  notFoundPath,
  robotsPath,
  seriesPath,
  sitemapPath,
  tagPath,
  twinPath,
  yearPath,
} from '../routes'
import type { Article } from './article'
import type { Author } from './authors'
import type { Category } from './categories'
import { slugOf } from './slugs'

/** What has pages of its own beside the articles. */
export type Shelves = {
  categories: readonly Pick<Category, 'slug'>[]
  authors: readonly Pick<Author, 'name' | 'slug'>[]
}

/** A list of articles, with the number of them that decides how many of its pages have a number. */
export type Shelf = { path(page?: number): string; feeds: string[]; entries: number }

/** A path, and the post it belongs to if it belongs to one. */
export type OwnPath = { path: string; file?: string }

/** The file of a release in which a path is found. */
export const fileOfPath = (path: string) => (path.endsWith('/') ? `${path}index.html` : path)

/** Every path of the site but the numbered pages, which follow from the shelves. The one list of them. */
export function ownPaths(articles: readonly Article[], shelves: readonly Shelf[]): OwnPath[] {
  return [
    ...articles.flatMap(({ slug, file }) => [articlePath(slug), twinPath(slug)].map((path) => ({ path, file }))),
    ...[
      ...[frontPath(), archivePath(), aboutPath(), notFoundPath(), sitemapPath(), robotsPath(), llmsPath()],
      manifestPath(),
      ...feedsOf('front').map((file) => feedPath(frontPath(), file)),
      ...shelves.flatMap(({ path, feeds }) => [path(), ...feeds]),
      ...articles.flatMap(({ series }) => (series ? [seriesPath(slugOf(series))] : [])),
      // An article with a picture of its own may still be without it.
      ...articles.flatMap(({ category, slug, imageUrl }) => (imageUrl ? [] : [artPath(category, slug)])),
    ].map((path) => ({ path })),
  ]
}

/** The lists that these articles and categories make. */
export function shelvesOf(articles: readonly Article[], { categories, authors }: Shelves): Shelf[] {
  const shelves = new Map<string, Shelf>()
  const count = (scope: keyof typeof pathIn, slug: string, entries: number) => {
    const key = `${scope} ${slug}`
    const known = shelves.get(key)
    if (known) known.entries += entries
    else
      shelves.set(
        key,
        newShelf(scope, (page) => pathIn[scope](slug, page), entries),
      )
  }
  const slugs = new Map(authors.map(({ name, slug }) => [name, slug]))
  for (const { slug } of categories) count('category', slug, 0)
  for (const { category, tags, authors: names, date } of articles) {
    count('category', category, 1)
    count('year', date.slice(0, 4), 1)
    for (const tag of new Set(tags.map((name) => slugOf(name)))) count('tag', tag, 1)
    for (const name of names) count('author', slugs.get(name) ?? slugOf(name, 'author'), 1)
  }
  return [newShelf('articles', articlesPath, articles.length), ...shelves.values()]
}

const pathIn = { category: categoryPath, year: yearPath, tag: tagPath, author: authorPath }

function newShelf(scope: string, path: Shelf['path'], entries: number): Shelf {
  return { path, feeds: feedsOf(scope).map((file) => feedPath(path(), file)), entries }
}
