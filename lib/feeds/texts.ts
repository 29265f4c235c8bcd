import type { Library } from '../library/library'
import { llmsPath, robotsPath, twinPath } from '../routes'
import { feedTexts } from './feeds'
import { llms } from './llms'
import { robots } from './robots'
import { sitemapTexts } from './sitemap'
import { sitemapPages } from './sitemap-pages'
import { twin, type WrittenBody } from './twin'

/** What texts are made of besides the library: the HTML of an article, and what its writer typed. */
export type Bodies = { htmlOf(slug: string): string; writtenOf(slug: string): WrittenBody }

/** Everything the site has for machines that read, by its path. A text is made when it is asked for. */
export function* textsFor(library: Library, { htmlOf, writtenOf }: Bodies): Iterable<{ path: string; text(): string }> {
  yield* feedTexts(library, htmlOf)
  yield* sitemapTexts(sitemapPages(library))
  yield { path: robotsPath(), text: robots }
  yield { path: llmsPath(), text: () => llms(library) }
  for (const entry of library.entries)
    yield { path: twinPath(entry.slug), text: () => twin(entry, writtenOf(entry.slug)) }
}
