import type { Article } from '../content/article'
import type { Author } from '../content/authors'
import type { Category } from '../content/categories'
import { slugOf } from '../content/slugs'
import {
  aboutPath,
  alternatePath,
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
  yearPath,
} from '../routes'
import { site } from '../site'

/** What has pages of its own beside the articles. */
export type ListSources = {
  categories: readonly Pick<Category, 'slug'>[]
  authors: readonly Pick<Author, 'name' | 'slug'>[]
}

/** A list of articles, with the number of them that decides how many of its pages have a number. */
export type PaginatedList = { path(page?: number): string; feeds: string[]; entries: number }

/** What the paths of an article follow from. */
type Pathed = Pick<Article, 'file' | 'slug' | 'category' | 'tags' | 'authors' | 'date' | 'series' | 'imageUrl'>

/** A path, and the post it belongs to if it belongs to one. */
export type SitePath = { path: string; file?: string }

/** The file of a release in which a path is found. */
export const fileOfPath = (path: string) => (path.endsWith('/') ? `${path}index.html` : path)

/** Every path of the site but the numbered pages, which follow from the lists. The one list of them. */
export const sitePaths = (articles: readonly Pathed[], lists: readonly PaginatedList[]): SitePath[] => [
  ...pathsOfPosts(articles),
  ...otherPaths(articles, lists).map((path) => ({ path })),
]

/** Those that belong to a post. */
export const pathsOfPosts = (articles: readonly Pick<Pathed, 'slug' | 'file'>[]): Required<SitePath>[] =>
  articles.flatMap(({ slug, file }) => [articlePath(slug), alternatePath(slug)].map((path) => ({ path, file })))

/** All others. */
export function otherPaths(articles: readonly Pathed[], lists: readonly PaginatedList[]): string[] {
  return [
    ...[frontPath(), archivePath(), aboutPath(), notFoundPath(), sitemapPath(), robotsPath(), llmsPath()],
    manifestPath(),
    ...feedsOf('front').map((file) => feedPath(frontPath(), file)),
    ...lists.flatMap(({ path, feeds }) => [path(), ...feeds]),
    ...articles.flatMap(({ series }) => (series ? [seriesPath(slugOf(series, site.language))] : [])),
    // An article with a picture of its own may still be without it.
    ...articles.flatMap(({ category, slug, imageUrl }) => (imageUrl ? [] : [artPath(category, slug)])),
  ]
}

/** The lists that these articles and categories make. */
export function paginatedLists(articles: readonly Pathed[], { categories, authors }: ListSources): PaginatedList[] {
  const lists = new Map<string, PaginatedList>()
  const count = (scope: keyof typeof pathIn, slug: string, entries: number) => {
    const key = `${scope} ${slug}`
    const known = lists.get(key)
    if (known) known.entries += entries
    else
      lists.set(
        key,
        newList(scope, (page) => pathIn[scope](slug, page), entries),
      )
  }
  const slugs = new Map(authors.map(({ name, slug }) => [name, slug]))
  for (const { slug } of categories) count('category', slug, 0)
  for (const { category, tags, authors: names, date } of articles) {
    count('category', category, 1)
    count('year', date.slice(0, 4), 1)
    for (const tag of new Set(tags.map((name) => slugOf(name, site.language)))) count('tag', tag, 1)
    for (const name of names) count('author', slugs.get(name) ?? slugOf(name, site.language, 'author'), 1)
  }
  return [newList('articles', articlesPath, articles.length), ...lists.values()]
}

const pathIn = { category: categoryPath, year: yearPath, tag: tagPath, author: authorPath }

function newList(scope: string, path: PaginatedList['path'], entries: number): PaginatedList {
  return { path, feeds: feedsOf(scope).map((file) => feedPath(path(), file)), entries }
}
