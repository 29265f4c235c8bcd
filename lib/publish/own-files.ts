import { textsFor } from '../feeds/texts'
import type { Library } from '../library/library'
import { artSvg, coverArt } from '../media/art/cover-art'
import { absolute, articlePath, artPath } from '../routes'
import { site } from '../site'
import { copiedFiles } from './copied-files'
import type { Edition } from './edition'
import { hostFiles } from './host/host-files'
import { redirectPage } from './redirect-page'
import { socialCards } from './social-cards'
import { webManifest } from './web-manifest'

/**
 * A file of a release that Next does not render, by its path on the site: a text, or the copy of a file. What costs too
 * much to make for every build is made once, by `make`, and kept where it is copied from. The key changes with what is
 * in the file; where there is none the text says it, and the name of the file that is copied.
 */
export type OwnFile = { path: string; key?: string } & ({ text(): string } | { copyOf: string; make?(): Promise<void> })

type Shown = Pick<Edition, 'library' | 'pictures' | 'bodyOf' | 'htmlOf' | 'writtenOf'>

/** Everything a release holds beside its pages. Where two have one path, the first stands. */
export function* ownFiles({ library, pictures, bodyOf, htmlOf, writtenOf }: Shown): Iterable<OwnFile> {
  yield* copiedFiles()
  for (const { src, file, ...made } of pictures) yield { path: src, copyOf: file, ...made }
  for (const { category, slug, picture } of library.entries) {
    const hue = library.categories.find((one) => one.slug === category)?.hue
    const path = artPath(category, slug)
    if (!picture && hue) yield { path, key: hue, text: () => artSvg(coverArt(slug, category, hue), hue) }
  }
  for (const { from, to } of redirectsOf(library))
    yield { path: `${site.basePath}${from}`, key: to, text: () => redirectPage(absolute(to)) }
  yield* textsFor(library, { idOf: (slug) => bodyOf(slug).id, htmlOf, writtenOf })
  yield* socialCards(library)
  yield* webManifest()
  yield* hostFiles()
}

function redirectsOf({ entries, redirects }: Library): { from: string; to: string }[] {
  const aliases = entries.flatMap(({ slug, aliases }) => aliases.map((from) => ({ from, to: articlePath(slug) })))
  const moved = redirects.flatMap(({ from, to }) => (to ? [{ from, to: `${site.basePath}${to}` }] : []))
  return [...aliases, ...moved]
}
