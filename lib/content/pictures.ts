import { lstatSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { isRemote } from './addresses'
import type { Finding } from './source'

/** `isFetched` is asked of the folder that the picture is fetched for. */
export type IsFetched = (url: string, folder: string) => boolean

export type PictureFolders = { posts: string; public: string; isFetched: IsFetched }

/** What is wrong with a picture that a post or a profile names: not there, or not here yet. */
export function pictureFinding(picture: string, folders: PictureFolders): Finding | undefined {
  if (isRemote(picture)) return folders.isFetched(picture, folders.posts) ? undefined : notFetched
  const folder = picture.startsWith('/') ? folders.public : folders.posts
  return isOwnFile(folder, path.join(folder, picture)) ? undefined : missing(picture)
}

// A link anywhere on the way, or an upper-case letter that only some disks forgive, would make the real path another.
function isOwnFile(folder: string, file: string): boolean {
  try {
    const inside = path.relative(folder, file)
    const own = path.join(realpathSync.native(folder), inside)
    return !inside.startsWith('..') && realpathSync.native(file) === own && lstatSync(file).isFile()
  } catch {
    return false
  }
}

const notFetched: Finding = {
  severity: 'warning',
  rule: 'picture-not-fetched',
  message: 'The picture is not fetched yet: run  npm run images',
  wayOut: 'Until then the article wears cover art, and an author a mark.',
}

const missing = (picture: string): Finding => ({
  severity: 'error',
  rule: 'picture-missing',
  message: `There is no file ${picture}.`,
  wayOut: 'Put the picture there, or correct the path, its upper and lower case too.',
})
