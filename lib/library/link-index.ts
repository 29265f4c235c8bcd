import { nearest } from '../content/did-you-mean'
import type { Content } from '../content/loader'
import type { Resolution } from '../markdown/rendered'
import { once } from '../memoize'
import { alternatePath, articlePath } from '../routes'
import { site } from '../site'
import { numberedPages } from './pagination'
import { otherPaths, paginatedLists, pathsOfPosts } from './site-paths'

/**
 * Finds what a link in a post means: one of our pages, one that is withheld or gone, or nothing. The `url` is as written,
 * without its fragment: `./other.md` or `/articles/other/`.
 */
export function createLinkIndex(content: Content): (url: string) => Resolution {
  const byFile = new Map(content.articles.map(({ file, slug }) => [baseName(file), slug]))
  const withheldFiles = new Map(content.withheld.map(({ file, title }) => [baseName(file), title]))
  const withheldPaths = new Map(
    content.withheld.flatMap(({ slug, title }) =>
      [articlePath(slug), alternatePath(slug)].map((path) => [path, title]),
    ),
  )
  const moved = new Map(
    content.redirects.flatMap(({ from, query, to }) =>
      query ? [] : [[withBase(from), to && withBase(pathOf(to))] as const],
    ),
  )
  for (const { slug, aliases } of content.articles)
    for (const alias of aliases) moved.set(withBase(alias), articlePath(slug))
  for (const { slug, aliases } of content.withheld)
    for (const alias of aliases) if (!moved.has(withBase(alias))) moved.set(withBase(alias), articlePath(slug))
  // A post with an error of its own is no error of those that link to it.
  const wrong = content.unpublished.filter(({ file }) => !withheldFiles.has(baseName(file)))
  for (const { file, slug, aliases } of wrong) {
    byFile.set(baseName(file), slug)
    for (const alias of aliases) if (!moved.has(withBase(alias))) moved.set(withBase(alias), articlePath(slug))
  }
  // When a link first asks for them: most links name a file.
  const lists = once(() => pathsOfLists(content))
  const posts = once(() => new Set(pathsOfPosts([...content.articles, ...wrong]).map(({ path }) => path)))
  const isPage = (path: string) => lists().has(path) || posts().has(path)
  // Of a list that is not there, nobody knows whether it would be without that error.
  const mayBe = (path: string) => wrong.length > 0 && listsOfPosts.test(path.slice(site.basePath.length))

  // Once for each address: to find what a mistaken one may have meant costs a look at every page.
  const known = new Map<string, Resolution>()
  function resolve(url: string): Resolution {
    const found = known.get(url) ?? find(url)
    known.set(url, found)
    return found
  }

  function find(url: string): Resolution {
    if (!url.startsWith('/')) return findFile(baseName(decodedUri(url)))
    const file = `${site.basePath}${url}`
    return isPage(file) || withheldPaths.has(file) ? findPath(file) : findPath(withBase(url))
  }

  // Kept for every path passed on the way: a thousand may lead to one another.
  const ends = new Map<string, Resolution>()
  function findPath(path: string): Resolution {
    const passed = new Set<string>()
    let last = path
    // What is moved in a circle is found nowhere.
    for (let to = movedTo(last); to && !ends.has(last) && !passed.has(last); to = movedTo(last)) {
      passed.add(last)
      last = to
    }
    const end = ends.get(last) ?? endAt(last)
    for (const step of passed) ends.set(step, end)
    return end
  }

  const movedTo = (path: string) => (isPage(path) || withheldPaths.has(path) ? undefined : moved.get(path))

  function endAt(path: string): Resolution {
    if (isPage(path)) return { href: path }
    if (withheldPaths.has(path)) return withheld(withheldPaths.get(path) ?? path)
    if (moved.has(path) && movedTo(path) === undefined) return gone(path)
    if (mayBe(path)) return { href: path }
    return missing(
      path.slice(site.basePath.length),
      [...posts(), ...lists()].map((known) => known.slice(site.basePath.length)),
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

// What posts make beside their own pages: these are there as long as one asks for them.
const listsOfPosts = /^\/(?:tag|author|series|archive|art)\/|\/page\/\d+\/$/

function pathsOfLists(content: Content): Set<string> {
  const lists = paginatedLists(content.articles, content)
  const paths = new Set(otherPaths(content.articles, lists))
  for (const { path, entries } of lists)
    for (let page = numberedPages(entries, site.pageSize); page >= 1; page--) paths.add(path(page))
  return paths
}

const pathOf = (target: string) => target.replace(/#.*/, '')
const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`)
const withBase = (path: string) => withSlash(`${site.basePath}${path}`)
const baseName = (file: string) => file.slice(file.lastIndexOf('/') + 1)

function decodedUri(url: string): string {
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
    hint: meant
      ? `Did you mean ${meant}?`
      : 'Link a post as ./its-file.md, or a page by its path, as in /category/insight/.',
  }
}
