import { fileOfPath } from '../library/site-paths'
import { nextFolder } from '../next-folder'
import { site } from '../site'

/**
 * A file of a release that Next does not render, by its path on the site: a text, bytes, or the copy of a file. What costs
 * too much to make for every build is made once, by `make`, as a file of a cache. The key changes with what is
 * in the file; where there is none the text or the bytes say it, and the name of the file that is copied.
 */
export type ReleaseFile = { path: string; key?: string } & (
  | { text(): string }
  | { bytes(): Uint8Array }
  | { copyOf: string; make?(): Promise<void> }
)

/** Where a path of the site lies in a release. */
export const fileInRelease = (sitePath: string) => fileOfPath(sitePath.slice(site.basePath.length))

/** Folders of a release whose files carry a digest of their content in their names. */
export const hashedFolders = [`${nextFolder}static/`, '/assets/', '/pictures/', '/cards/']
