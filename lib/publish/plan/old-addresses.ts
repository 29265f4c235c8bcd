import { feedsBelow } from '../../addresses/list-feeds'
import type { Library } from '../../library/library'
import { idPrefix } from '../../markdown/rendered'
import { alternatePath, articlePath, type FeedFile, feedPath, frontPath } from '../../routes'
import { site } from '../../site'
import type { OldPath } from '../host/old-paths'

/** An old path of a site; `path` is that under which a page that leads on is put, where one is. */
export type OldAddress = OldPath & { path?: string }

/**
 * Every path that leads on or is gone: those of posts and those of `_redirects.yml`. With an article its Markdown has moved, with
 * a list its feeds. Of two for one path the first stands. `isTaken` is asked whether something lies at a path.
 */
export function oldAddresses({ entries, redirects }: Library, isTaken: (path: string) => boolean): OldAddress[] {
  const found: OldAddress[] = []
  const add = (from: string, to: string | undefined, more: Pick<OldAddress, 'query'> & { hasPage: boolean }) => {
    const path = site.basePath + from
    const { query, hasPage } = more
    found.push({
      from: site.basePath + encodeURI(from),
      ...(query ? { query } : {}),
      ...(to === undefined ? {} : { to }),
      ...(hasPage ? { path } : {}),
    })
  }
  for (const { slug, aliases } of entries)
    for (const alias of aliases) {
      add(alias, articlePath(slug), { hasPage: true })
      const old = /^\/articles\/([^/]+)\/$/.exec(alias)?.[1]
      if (old) add(`/articles/${old}.md`, alternatePath(slug), { hasPage: false })
    }
  for (const { from, query, to, withoutPage } of redirects) {
    const target = to === undefined ? undefined : site.basePath + encodeURI(withPrefix(to))
    add(from, target, { ...(query ? { query } : {}), hasPage: to !== undefined && !withoutPage && !query })
    for (const file of query ? [] : feedsBelow(from))
      add(from + file, target && feedOf(target, file), { hasPage: false })
  }
  return withoutRepeated(found)

  /** That of the list, or of everything where it has none. */
  function feedOf(target: string, file: FeedFile): string {
    const own = feedPath(target, file)
    return isTaken(own) ? own : feedPath(frontPath(), file)
  }
}

/** In a body a place has a prefix of ours. */
const withPrefix = (to: string) => to.replace(/^(\/(?:articles\/[^/]+|about)\/#)/, `$1${idPrefix}`)

function withoutRepeated(addresses: OldAddress[]): OldAddress[] {
  const seen = new Set<string>()
  return addresses.filter(({ from, query }) => {
    const key = `${from}?${query?.join('&') ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}
