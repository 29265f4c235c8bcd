import type { Library } from '../library/library'
import { listsOf } from '../library/lists'
import { withoutBase } from '../library/path-owners'
import { aboutPath, archivePath, articlePath, feedPath, feedsOf, frontPath, seriesPath } from '../routes'

/** What of a site readers, links and feed readers may have kept: each of its paths, without the path it lives under. */
export function publishedPaths(library: Library): Set<string> {
  const { entries, series, redirects } = library
  const paths = new Set<string>()
  const add = (path: string) => paths.add(withoutBase(path))
  for (const path of [frontPath(), archivePath(), aboutPath()]) add(path)
  for (const file of feedsOf('front')) add(feedPath(frontPath(), file))
  for (const { slug } of entries) add(articlePath(slug))
  for (const { scope, path } of listsOf(library)) {
    add(path())
    for (const file of feedsOf(scope)) add(feedPath(path(), file))
  }
  for (const { slug } of series) add(seriesPath(slug))
  for (const { aliases } of entries) for (const alias of aliases) paths.add(alias)
  for (const { from, to } of redirects) if (to !== undefined) paths.add(from)
  return paths
}
