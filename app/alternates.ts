import type { Metadata } from 'next'
import type { View } from '@/lib/library/views'
import { absolute, type FeedFile, feedPath, feedsOf, frontPath, twinPath } from '@/lib/routes'
import { site } from '@/lib/site'

type Alternates = NonNullable<Metadata['alternates']>

const typeOf: Record<FeedFile, string> = {
  'feed.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
}

/** The one address of a page, the feeds it stands in, and an article as it was written. */
export function alternatesOf(view: View): Alternates {
  const address = absolute(view.path)
  if (view.kind !== 'article') return { canonical: address, types: feedTypes(view) }
  const twin = { 'text/markdown': [{ url: absolute(twinPath(view.slug)), title: view.title }] }
  return { canonical: view.canonicalUrl ?? address, types: { ...feedTypes(view), ...twin } }
}

/** Its own feeds first: a reader that is given a page takes the first one. The site's follows everywhere. */
function feedTypes(view: View): NonNullable<Alternates['types']> {
  const own =
    view.kind === 'list' && view.feed
      ? feedsIn(view.scope, view.feed.replace(/[^/]+$/, ''), `${view.name} · ${site.name}`)
      : []
  const ofSite = feedsIn('front', frontPath(), site.name)
  const types: Record<string, { url: string; title: string }[]> = {}
  for (const { type, url, title } of [...own, ...(view.kind === 'front' ? ofSite : ofSite.slice(0, 1))])
    types[type] = [...(types[type] ?? []), { url, title }]
  return types
}

const feedsIn = (scope: string, list: string, title: string) =>
  feedsOf(scope).map((file) => ({ type: typeOf[file], url: absolute(feedPath(list, file)), title }))
