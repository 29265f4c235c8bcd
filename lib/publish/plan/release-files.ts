import { textsFor } from '../../feeds/texts'
import { categoryOf, type Library } from '../../library/library'
import type { LoadedSite } from '../../load/loaded-site'
import { artSvg, coverArt } from '../../media/art/cover-art'
import { absolute, articlePath, artPath } from '../../routes'
import { site } from '../../site'
import { hostFiles } from '../host/host-files'
import { isMoved, type MovedPath, type OldPath, spellings } from '../host/old-paths'
import type { ReleaseFile } from '../release-file'
import { copiedFiles } from './copied-files'
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
  const [moved, gone] = oldPaths(library)
  const leading: OldPath[] = []
  for (const { from, to } of moved) {
    if (isTaken(from)) continue
    leading.push({ from, to })
    yield { path: from, key: to, text: () => redirectPage(absolute(to)) }
  }
  yield* textsFor(library, { idOf: (slug) => bodyOf(slug).id, htmlOf, writtenOf })
  yield* socialCards(library)
  yield* webManifest()
  yield* hostFiles([...leading, ...gone.filter((old) => !spellings(old).some(isTaken))])
}

function oldPaths({ entries, redirects }: Library): [moved: MovedPath[], gone: OldPath[]] {
  const aliases = entries.flatMap(({ slug, aliases }) =>
    aliases.map((from) => ({ from: at(from), to: articlePath(slug) })),
  )
  const listed = redirects.map(({ from, to }) => ({ from: at(from), ...(to ? { to: at(encodeURI(to)) } : {}) }))
  return [[...aliases, ...listed.filter(isMoved)], listed.filter((old) => !isMoved(old))]
}

const at = (path: string) => site.basePath + path
