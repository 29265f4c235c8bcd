import { entryDigest } from '../library/digests'
import type { Library } from '../library/library'
import { alternatePath, llmsPath, robotsPath } from '../routes'
import { feedTexts } from './feeds'
import { llms } from './llms'
import { markdownAlternate } from './markdown-alternate'
import { robots } from './robots'
import { sitemapTexts } from './sitemap'
import { sitemapPages } from './sitemap-pages'
import type { Bodies, Text } from './text'

/** Everything the site has for machines that read, by its path. */
export function* textsFor(library: Library, bodies: Bodies): Iterable<Text> {
  yield* feedTexts(library, bodies)
  yield* sitemapTexts(sitemapPages(library))
  yield { path: robotsPath(), text: robots }
  yield { path: llmsPath(), text: () => llms(library) }
  for (const entry of library.entries)
    yield {
      path: alternatePath(entry.slug),
      key: `${entryDigest(library, entry)} ${bodies.idOf(entry.slug)}`,
      text: () => markdownAlternate(entry, bodies.writtenOf(entry.slug)),
    }
}
