import { digestOf } from '../digest'
import { authorOf, categoryLabel } from '../library/card'
import { entryDigest } from '../library/digests'
import type { Entry, Library } from '../library/library'
import { type List, listsOf } from '../library/lists'
import { socialCardOf } from '../library/social-card'
import { cardImage } from '../media/card/social-card'
import { wholePicture } from '../media/picture/widths'
import { absolute, articlePath, authorPath, type FeedFile, feedPath, feedsOf, frontPath } from '../routes'
import { site } from '../site'
import { atom } from './atom'
import { contentFor } from './content'
import type { Feed, FeedItem } from './feed'
import { jsonFeed } from './json-feed'
import { rss } from './rss'
import type { Bodies } from './text'

/** Articles in a feed. */
const newest = 20

const writers: Record<FeedFile, (feed: Feed) => string> = {
  'feed.xml': rss,
  'atom.xml': atom,
  'feed.json': jsonFeed,
}

type Subject = Pick<List, 'name' | 'description' | 'entries' | 'path'> & { scope: List['scope'] | 'front' }

/** Every feed of the site by its path. A text is made when it is asked for; its key says whether it would be another. */
export function* feedTexts(library: Library, { idOf, htmlOf }: Pick<Bodies, 'idOf' | 'htmlOf'>) {
  const itemOf = createItems(library, htmlOf)
  for (const list of [wholeSite(library), ...listsOf(library)]) {
    for (const file of feedsOf(list.scope)) {
      const path = feedPath(list.path(), file)
      const shown = list.entries.slice(0, newest).map((entry) => [entryDigest(library, entry), idOf(entry.slug)])
      const key = digestOf(list.name, list.description, shown)
      yield { path, key, text: () => writers[file](feedOf(list, absolute(path), itemOf)) }
    }
  }
}

const wholeSite = ({ entries }: Library): Subject => ({
  ...{ scope: 'front', name: site.name, description: site.description, entries, path: frontPath },
})

function feedOf(
  { scope, name, description, entries, path }: Subject,
  address: string,
  itemOf: (entry: Entry) => FeedItem,
) {
  const shown = scope === 'tag' ? `#${name}` : name
  const title = scope === 'front' ? name : `${shown} · ${site.name}`
  return { title, description, address, home: absolute(path()), items: entries.slice(0, newest).map(itemOf) }
}

/** An article stands in several feeds, so it is made ready for them once. */
function createItems(library: Library, htmlOf: (slug: string) => string): (entry: Entry) => FeedItem {
  const known = new Map<string, FeedItem>()
  return (entry) => {
    const item = known.get(entry.slug) ?? itemOf(library, entry, htmlOf)
    known.set(entry.slug, item)
    return item
  }
}

function itemOf(library: Library, entry: Entry, htmlOf: (slug: string) => string): FeedItem {
  const { slug, title, excerpt, date, updated, authors, category, tags } = entry
  const address = absolute(articlePath(slug))
  let content: string | undefined
  return {
    ...{ address, title, excerpt, date, ...(updated ? { updated } : {}) },
    authors: authors.map((name) => ({ name, address: absolute(authorPath(authorOf(library, name).slug)) })),
    image: imageOf(library, entry),
    categories: [...new Set([categoryLabel(library, category).name, ...tags])],
    content() {
      content ??= contentFor(htmlOf(slug), address)
      return content
    },
  }
}

const types: Record<string, string> = { '.png': 'image/png', '.webp': 'image/webp', '.gif': 'image/gif' }

/** The article's own picture, or the card that is shown where it is shared: few readers draw SVG, as cover art is. */
function imageOf(library: Library, entry: Entry): FeedItem['image'] {
  const image = entry.picture ?? cardImage(socialCardOf(library, entry))
  const { width, height } = image
  const src = wholePicture(image)
  const type = types[src.slice(src.lastIndexOf('.'))] ?? 'image/jpeg'
  return { address: absolute(src), type, width, height }
}
