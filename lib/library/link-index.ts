import type { Content } from '../content/loader'
import { nearest } from '../content/names'
import { ownPaths, shelvesOf } from '../content/own-paths'
import type { Resolution } from '../markdown/rendered'
import { articlePath, twinPath } from '../routes'
import { site } from '../site'
import { numberedPages } from './pages'

/**
 * Finds what a link in a post means: one of our pages, one that is withheld or gone, or nothing. The `url` is as written,
 * without its fragment: `./other.md` or `/articles/other/`.
 */
export function createLinkIndex(content: Content): (url: string) => Resolution {
  const byFile = new Map(content.articles.map(({ file, slug }) => [baseName(file), slug]))
  const withheldFiles = new Map(content.withheld.map(({ file, title }) => [baseName(file), title]))
  const withheldPaths = new Map(
    content.withheld.flatMap(({ slug, title }) => [articlePath(slug), twinPath(slug)].map((path) => [path, title])),
  )
  const moved = new Map(content.redirects.map(({ from, to }) => [withBase(from), to && withBase(to)]))
  for (const { slug, aliases } of content.articles)
    for (const alias of aliases) moved.set(withBase(alias), articlePath(slug))
  for (const { slug, aliases } of content.withheld)
    for (const alias of aliases) if (!moved.has(withBase(alias))) moved.set(withBase(alias), articlePath(slug))
  const pages = pathsOf(content)
  // A post with an error of its own is no error of those that link to it.
  for (const { file, slug } of content.unpublished) {
    if (!slug || withheldFiles.has(baseName(file))) continue
    byFile.set(baseName(file), slug)
    for (const path of [articlePath(slug), twinPath(slug)]) pages.add(path)
  }

  // Once for each address: to find what a mistaken one may have meant costs a look at every page.
  const known = new Map<string, Resolution>()
  function resolve(url: string): Resolution {
    const found = known.get(url) ?? find(url)
    known.set(url, found)
    return found
  }

  function find(url: string): Resolution {
    if (!url.startsWith('/')) return findFile(baseName(decoded(url)))
    const file = `${site.basePath}${url}`
    return pages.has(file) || withheldPaths.has(file) ? findPath(file) : findPath(withBase(url))
  }

  // What is moved in a circle is found nowhere.
  function findPath(path: string, passed = new Set<string>()): Resolution {
    if (pages.has(path)) return { href: path }
    if (withheldPaths.has(path)) return withheld(withheldPaths.get(path) ?? path)
    if (moved.has(path) && !passed.has(path)) {
      const to = moved.get(path)
      return to ? findPath(to, passed.add(path)) : gone(path)
    }
    return missing(
      path.slice(site.basePath.length),
      [...pages].map((known) => known.slice(site.basePath.length)),
    )
  }

  function findFile(file: string): Resolution {
    const slug = byFile.get(file)
    if (slug) return { href: articlePath(slug) }
    const title = withheldFiles.get(file)
    return title === undefined ? missing(file, [...byFile.keys()]) : withheld(title)
  }

  return resolve
}

function pathsOf(content: Content): Set<string> {
  const shelves = shelvesOf(content.articles, content)
  const paths = new Set(ownPaths(content.articles, shelves).map(({ path }) => path))
  for (const { path, entries } of shelves)
    for (let page = numberedPages(entries, site.pageSize); page >= 1; page--) paths.add(path(page))
  return paths
}

const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`)
const withBase = (path: string) => withSlash(`${site.basePath}${path}`)
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
  warning: `${path.slice(site.basePath.length)} is listed as gone in _redirects.yml; the link is shown as text.`,
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
