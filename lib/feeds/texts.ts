import { entryDigest } from '../library/digests'
import type { Library } from '../library/library'
import { llmsPath, robotsPath, twinPath } from '../routes'
import { feedTexts } from './feeds'
import { llms } from './llms'
import { robots } from './robots'
import { sitemapTexts } from './sitemap'
import { sitemapPages } from './sitemap-pages'
import { twin, type WrittenBody } from './twin'

/** What texts are made of besides the library: of an article the id of its body, its HTML, and what its writer typed. */
export type Bodies = {
  idOf(slug: string): string
  htmlOf(slug: string): string
  writtenOf(slug: string): WrittenBody
}

/** A text is made when it is asked for. Its key says whether it would be another; without one it is cheap to make. */
export type Text = { path: string; key?: string; text(): string }

/** Everything the site has for machines that read, by its path. */
export function* textsFor(library: Library, bodies: Bodies): Iterable<Text> {
  yield* feedTexts(library, bodies)
  yield* sitemapTexts(sitemapPages(library))
  yield { path: robotsPath(), text: robots }
  yield { path: llmsPath(), text: () => llms(library) }
  for (const entry of library.entries)
    yield {
      path: twinPath(entry.slug),
      key: `${entryDigest(library, entry)} ${bodies.idOf(entry.slug)}`,
      text: () => twin(entry, bodies.writtenOf(entry.slug)),
    }
}
