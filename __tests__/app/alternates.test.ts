import { alternatesOf } from '@/app/alternates'
import type { Entry } from '@/lib/library/library'
import { entry, viewsOfAll } from '../lib/library/some-library'

const site = 'https://salt-and-light.example'

/** "type address" for each other form of the page at a path, as its head names them. */
function alternatesAt(path: string, changes: Partial<Entry> = {}): string[] {
  const view = viewsOfAll([entry({ tags: ['Edge'], ...changes })]).find((one) => one.path === path)
  if (!view) throw new Error(`There is no page at ${path}`)
  return alternatesOf(view).links.map(
    ({ type, href }) => `${type.replace('application/', '')} ${href.replace(site, '')}`,
  )
}

test.each([
  ['/', ['rss+xml /feed.xml', 'atom+xml /atom.xml', 'feed+json /feed.json']],
  [
    '/category/insight/',
    [
      ...['rss+xml /category/insight/feed.xml', 'atom+xml /category/insight/atom.xml'],
      ...['feed+json /category/insight/feed.json', 'rss+xml /feed.xml'],
    ],
  ],
  ['/tag/edge/', ['rss+xml /tag/edge/feed.xml', 'rss+xml /feed.xml']],
  ['/author/ada-lovelace/', ['rss+xml /author/ada-lovelace/feed.xml', 'rss+xml /feed.xml']],
  ['/articles/a-valve/', ['rss+xml /feed.xml', 'text/markdown /articles/a-valve.md']],
  ['/archive/', ['rss+xml /feed.xml']],
])('the head of %s names its feeds, its own first', (path, alternates) => {
  expect(alternatesAt(path)).toEqual(alternates)
})

test('the address of an article is the one where it was published first', () => {
  const canonicalUrl = 'https://a.example/b/'
  const canonicals = viewsOfAll([entry({ canonicalUrl })]).map((view) => alternatesOf(view).canonical)
  expect(canonicals).toContain(canonicalUrl)
  expect(canonicals).toContain(`${site}/category/insight/`)
})
