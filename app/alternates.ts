import type { View } from '@/lib/library/views'
import { absolute, alternatePath, type FeedFile, feedPath, feedsOf, frontPath } from '@/lib/routes'
import { site } from '@/lib/site'

/** The same in another form, by its whole address. */
export type AlternateLink = { type: string; href: string; title: string }

const typeOf: Record<FeedFile, string> = {
  'feed.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
}

/** The one address of a page, the feeds it stands in, and an article as it was written. */
export function alternatesOf(view: View): { canonical: string; links: AlternateLink[] } {
  const address = absolute(view.path)
  if (view.kind !== 'article') return { canonical: address, links: feedLinks(view) }
  const markdownAlternate = { type: 'text/markdown', href: absolute(alternatePath(view.slug)), title: view.title }
  return { canonical: view.canonicalUrl ?? address, links: [...feedLinks(view), markdownAlternate] }
}

/** Its own feeds first: a reader that is given a page takes the first one. The site's follows everywhere. */
function feedLinks(view: View): AlternateLink[] {
  const own =
    view.kind === 'list' && view.feed
      ? feedsIn(view.scope, view.feed.replace(/[^/]+$/, ''), `${view.name} · ${site.name}`)
      : []
  const ofSite = feedsIn('front', frontPath(), site.name)
  return [...own, ...(view.kind === 'front' ? ofSite : ofSite.slice(0, 1))]
}

const feedsIn = (scope: string, list: string, title: string): AlternateLink[] =>
  feedsOf(scope).map((file) => ({ type: typeOf[file], href: absolute(feedPath(list, file)), title }))
