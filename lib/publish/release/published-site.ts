import { withoutBase } from '../../library/path-owners'
import type { PublishedSite } from '../../load/kept-addresses'
import { notFoundPath } from '../../routes'
import { site } from '../../site'
import { currentRelease, outLink, readManifest } from './manifest'

/** The release that readers have, as far as it was made of the posts that are read now. */
export const publishedSite: PublishedSite = {
  folder: outLink,
  async addresses() {
    const release = await currentRelease()
    const manifest = release && (await readManifest(release))
    if (!manifest || manifest.postsDirectory !== site.postsDirectory) return []
    const pages = [...manifest.pages.keys()].filter((page) => page.startsWith(`${site.basePath}/`))
    const files = [...manifest.files.keys()]
    return [
      ...pages.filter((page) => page !== notFoundPath() && !numbered.test(page)).map(withoutBase),
      ...files.filter((file) => feed.test(file)),
      // Pages that lead on.
      ...files.flatMap((file) => (file.endsWith(index) ? [file.slice(0, -index.length + 1)] : [])),
    ]
  },
}

const numbered = /\/page\/\d+\/$/
const feed = /\/(?:feed\.xml|atom\.xml|feed\.json)$/
const index = '/index.html'
