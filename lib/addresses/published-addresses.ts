import { writtenAddress } from '../content/redirect-addresses'
import type { Library } from '../library/library'
import { listsOf } from '../library/lists'
import { withoutBase } from '../library/path-owners'
import { aboutPath, archivePath, articlePath, feedPath, feedsOf, frontPath, seriesPath } from '../routes'
import { feedsBelow } from './list-feeds'

/** What a page with a body says of its places: an id that changes with them. */
type IdAt = (path: string) => string | undefined

/**
 * What of a site readers, links and feed readers may have kept: each of its paths, without the path it lives under. With it
 * goes the id of the body that is found there, an empty one where there is none. `pathOf` finds the page that a path leads to.
 */
export function publishedPaths(
  library: Library,
  idAt: IdAt,
  pathOf: (path: string) => string | undefined,
): Map<string, string> {
  const { entries, series, redirects } = library
  const paths = new Map<string, string>()
  const add = (path: string) => paths.set(withoutBase(path), '')
  for (const path of [frontPath(), archivePath()]) add(path)
  paths.set(withoutBase(aboutPath()), idAt(aboutPath()) ?? '')
  for (const file of feedsOf('front')) add(feedPath(frontPath(), file))
  for (const { scope, path } of listsOf(library)) {
    add(path())
    for (const file of feedsOf(scope)) add(feedPath(path(), file))
  }
  for (const { slug } of series) add(seriesPath(slug))
  for (const { slug, aliases } of entries) {
    const path = articlePath(slug)
    const id = idAt(path) ?? ''
    paths.set(withoutBase(path), id)
    for (const alias of aliases) paths.set(alias, id)
  }
  for (const redirect of redirects) {
    const { from, query, to } = redirect
    if (to === undefined) continue
    paths.set(writtenAddress(redirect), query ? '' : (idAt(pathOf(to) ?? '') ?? ''))
    // Those of a list lead on with it.
    if (!query) for (const file of feedsBelow(from)) if (!paths.has(from + file)) paths.set(from + file, '')
  }
  return paths
}
