import type { Text } from '../../feeds/text'
import { textsFor } from '../../feeds/texts'
import { categoryOf } from '../../library/library'
import type { LoadedSite } from '../../load/loaded-site'
import { artSvg, coverArt } from '../../media/art/cover-art'
import { absolute, artPath } from '../../routes'
import { hostFiles } from '../host/host-files'
import { isMoved, type OldPath, spellings } from '../host/old-paths'
import type { ReleaseFile } from '../release-file'
import { copiedFiles } from './copied-files'
import { oldAddresses } from './old-addresses'
import { redirectPage } from './redirect-page'
import { socialCards } from './social-cards'
import { webManifest } from './web-manifest'

type Shown = Pick<LoadedSite, 'library' | 'pictures' | 'bodyOf' | 'htmlOf' | 'writtenOf'>

/**
 * Everything a release holds beside its pages. Where two have one path, the first stands. `isTaken` is asked whether a
 * page or one of the files before has a path: nothing that is there may be called moved or gone.
 */
export function* releaseFiles(
  { library, pictures, bodyOf, htmlOf, writtenOf }: Shown,
  isTaken: (path: string) => boolean,
): Iterable<ReleaseFile> {
  yield* copiedFiles()
  for (const { src, file, ...made } of pictures) yield { path: src, copyOf: file, ...made }
  for (const { category, slug, picture } of library.entries) {
    if (picture) continue
    const { hue } = categoryOf(library, category)
    yield { path: artPath(category, slug), key: hue, text: () => artSvg(coverArt(slug, category), hue) }
  }
  const texts = [...textsFor(library, { idOf: (slug) => bodyOf(slug).id, htmlOf, writtenOf })]
  yield* texts
  const leading: OldPath[] = []
  for (const { path, ...old } of oldAddresses(library, isTaken)) {
    if (isThere(old, isTaken)) continue
    leading.push(old)
    if (path !== undefined && isMoved(old)) yield* pageAt(path, old.to, texts)
  }
  yield* socialCards(library)
  yield* webManifest()
  yield* hostFiles(leading)
}

/** Nothing that is there may be called moved or gone. Asked for with a query, another page may have been there. */
const isThere = (old: OldPath, isTaken: (path: string) => boolean) =>
  !old.query && (isMoved(old) ? [old.from] : spellings(old)).map(decodeURI).some(isTaken)

/** What leads on where a host does not: a page or, for programs that read, what is found there now. */
function* pageAt(path: string, to: string, texts: readonly Text[]): Iterable<ReleaseFile> {
  if (!/\.(?:xml|rss|atom|rdf)$/.test(path)) return yield { path, key: to, text: () => redirectPage(absolute(to)) }
  const found = texts.find((text) => text.path === to)
  if (found) yield { ...found, path }
}
