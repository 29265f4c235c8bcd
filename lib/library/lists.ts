import type { Author } from '../content/authors'
import { articlesPath, authorPath, categoryPath, tagPath, yearPath } from '../routes'
import { type Hue, site } from '../site'
import { words } from '../words/words'
import type { Entry, Library } from './library'
import { markMarkup } from './markup-names'

/** All articles, or those of a category, tag, author or year: what has pages and, some of them, feeds. */
export type List = {
  scope: 'articles' | 'category' | 'tag' | 'author' | 'year'
  name: string
  description: string
  hue?: Hue
  author?: Author & { mark: string }
  /** Its place in the filter. */
  current?: string
  /** Whether the filter counts on its page. */
  counts: boolean
  /** Newest first. */
  entries: Entry[]
  path(page?: number): string
}

export function listsOf(library: Library): List[] {
  return [
    {
      scope: 'articles',
      name: words.allArticles,
      description: words.everything(site.name),
      current: 'all',
      counts: true,
      entries: library.entries,
      path: articlesPath,
    },
    ...library.categories.map(({ slug, name, description, hue }) => ({
      ...{ scope: 'category' as const, name, description, hue, current: slug, counts: true },
      entries: library.byCategory.get(slug) ?? [],
      path: (page?: number) => categoryPath(slug, page),
    })),
    ...library.tags.map(({ slug, name, entries }) => ({
      ...{ scope: 'tag' as const, name, description: words.tagged(name), counts: false, entries },
      path: (page?: number) => tagPath(slug, page),
    })),
    ...library.authors.map((author) => ({
      ...{
        scope: 'author' as const,
        name: author.name,
        author: { ...author, mark: markMarkup(author.slug) },
        counts: false,
      },
      description: author.bio ?? words.articlesBy(author.name),
      entries: library.byAuthor.get(author.slug) ?? [],
      path: (page?: number) => authorPath(author.slug, page),
    })),
    ...library.years.map(({ year, entries }) => ({
      ...{ scope: 'year' as const, name: year, description: words.publishedIn(year), counts: false, entries },
      path: (page?: number) => yearPath(year, page),
    })),
  ]
}
