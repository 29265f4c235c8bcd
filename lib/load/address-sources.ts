import { addressOf } from '../addresses/address-of'
import type { PageOfPlaces, WithheldPost } from '../addresses/lost-addresses'
import type { LazyText } from '../content/lazy-text'
import type { Content } from '../content/loader'
import { placeIn } from '../content/places'
import { withoutBase } from '../library/path-owners'
import { otherPaths, paginatedLists } from '../library/site-paths'
import { anchorsOf } from '../markdown/rendered'
import type { RenderedBody } from '../markdown/worker/bodies'

/** A page with a body, by its path under the path the site lives at. */
export type PageWithBody = { path: string; file: string; bodyLine: number; body: LazyText; rendered: RenderedBody }

/** The places that can be linked to on a page. */
export const placesOn = (page: PageWithBody | undefined): string[] => (page ? anchorsOf(page.rendered.outline()) : [])

/** The same with all that a problem needs; undefined where a mistake keeps words out of the page. */
export function pageOfPlaces(page: PageWithBody | undefined): PageOfPlaces | undefined {
  if (!page || page.rendered.isIncomplete) return undefined
  const { file, bodyLine, body } = page
  const lineAt = (line: number) => body.read().split('\n')[line - 1] ?? ''
  const outline = page.rendered.outline()
  return { file, bodyLine, anchors: anchorsOf(outline), headings: outline.headings, lineAt }
}

/** Paths that come back with a withheld post, and the post. */
export function withheldPaths(content: Content): Map<string, WithheldPost> {
  const found = new Map<string, WithheldPost>()
  const byFile = new Map(content.withheld.map((post): [string, WithheldPost] => [post.file, { file: post.file }]))
  const articles = [...content.undrafted, ...content.drafts].filter(({ file }) => byFile.has(file))
  for (const { file, draft, places } of articles) {
    const place = placeIn(places, draft ? 'draft' : 'date')
    if (place) byFile.set(file, { file, place })
  }
  for (const article of articles)
    for (const path of otherPaths([article], paginatedLists([article], content)))
      if (!found.has(withoutBase(path))) found.set(withoutBase(path), postOf(article.file))
  for (const { slug, aliases, file } of content.withheld)
    for (const path of [addressOf(slug), ...aliases]) found.set(path, postOf(file))
  return found

  function postOf(file: string): WithheldPost {
    return byFile.get(file) ?? { file }
  }
}
