import type { Content } from '../content/loader'
import { nearest } from '../content/names'
import { slugOf } from '../content/slugs'
import type { Resolution } from '../markdown/rendered'
import { articlePath } from '../routes'
import { site } from '../site'

/**
 * Finds what a link in a post means: one of our pages, one that is withheld or gone, or nothing. The `url` is as written,
 * without its fragment: `./other.md` or `/articles/other/`.
 */
export function createLinkIndex(content: Content): (url: string) => Resolution {
  const byFile = new Map(content.articles.map(({ file, slug }) => [baseName(file), slug]))
  const withheldFiles = new Map(content.withheld.map(({ file, title }) => [baseName(file), title]))
  const withheldPaths = new Map(content.withheld.map(({ slug, title }) => [`/articles/${slug}/`, title]))
  const moved = new Map(content.redirects.map(({ from, to }) => [withSlash(from), to]))
  for (const { slug, aliases } of content.articles)
    for (const alias of aliases) moved.set(aliasPath(alias), `/articles/${slug}/`)
  const pages = pathsOf(content)
  // A post with an error of its own is no error of those that link to it.
  for (const { file, slug } of content.unpublished) {
    if (!slug || withheldFiles.has(baseName(file))) continue
    byFile.set(baseName(file), slug)
    pages.add(`/articles/${slug}/`)
  }

  function resolve(url: string): Resolution {
    return url.startsWith('/') ? resolvePath(withSlash(url)) : resolveFile(baseName(decoded(url)))
  }

  // What is moved in a circle is found nowhere.
  function resolvePath(path: string, passed = new Set<string>()): Resolution {
    if (pages.has(path)) return { href: `${site.basePath}${path}` }
    if (withheldPaths.has(path)) return withheld(withheldPaths.get(path) ?? path)
    if (moved.has(path) && !passed.has(path)) {
      const to = moved.get(path)
      return to ? resolvePath(withSlash(to), passed.add(path)) : gone(path)
    }
    return missing(path, [...pages])
  }

  function resolveFile(file: string): Resolution {
    const slug = byFile.get(file)
    if (slug) return { href: articlePath(slug) }
    const title = withheldFiles.get(file)
    return title === undefined ? missing(file, [...byFile.keys()]) : withheld(title)
  }

  return resolve
}

function pathsOf({ articles, categories, authors }: Content): Set<string> {
  const fixed = ['/', '/articles/', '/archive/', '/about/']
  return new Set([
    ...fixed,
    ...articles.map(({ slug }) => `/articles/${slug}/`),
    ...categories.map(({ slug }) => `/category/${slug}/`),
    ...authors.map(({ slug }) => `/author/${slug}/`),
    ...articles.flatMap(({ tags }) => tags.map((tag) => `/tag/${slugOf(tag)}/`)),
    ...articles.flatMap(({ series }) => (series ? [`/series/${slugOf(series)}/`] : [])),
    ...articles.map(({ date }) => `/archive/${date.slice(0, 4)}/`),
  ])
}

/** The path of an alias, which may be written as a slug or as a path. */
export const aliasPath = (alias: string) => withSlash(alias.startsWith('/') ? alias : `/articles/${alias}`)

const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`)
const baseName = (file: string) => file.slice(file.lastIndexOf('/') + 1)

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    // Not an encoding: then it is meant as it is written.
    return url
  }
}

const withheld = (title: string): Resolution => ({
  asText: true,
  warning: `“${title}” is withheld for now; the link is shown as text until it is published.`,
})

const gone = (path: string): Resolution => ({
  asText: true,
  warning: `${path} is listed as gone in _redirects.yml; the link is shown as text.`,
})

function missing(wanted: string, known: string[]): Resolution {
  const meant = nearest(wanted, known)
  return {
    missing: true,
    message: `There is no article or page at ${wanted}.`,
    wayOut: meant
      ? `Did you mean ${meant}?`
      : 'Link a post as ./its-file.md, or a page by its path, as in /category/insight/.',
  }
}
