import { lstatSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { memoize } from '../memoize'
import type { PublicFolder } from '../public-folder'
import type { Finding } from '../source'
import { isRemote } from './addresses'

/** `isFetched` is asked of the folder that the picture is fetched for. */
export type IsFetched = (url: string, folder: string) => boolean

export type PictureFolders = { posts: string; publicFolder: PublicFolder; isFetched: IsFetched }

/** Says what is wrong with a picture that a post or a profile names: not there, or not here yet. Each is looked up once. */
export const pictureFindings = (folders: PictureFolders) =>
  memoize((picture: string): Finding | undefined => {
    if (isRemote(picture)) return folders.isFetched(picture, folders.posts) ? undefined : notFetched
    const isThere = picture.startsWith('/')
      ? folders.publicFolder.find(picture) !== undefined
      : isOwnFile(folders.posts, path.join(folders.posts, picture))
    return isThere ? undefined : missing(picture)
  })

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
  hint: 'Until then the article wears cover art, and an author a mark.',
}

const missing = (picture: string): Finding => ({
  severity: 'error',
  rule: 'picture-missing',
  message: `There is no file ${picture}.`,
  hint: 'Put the picture there, or correct the path, its upper and lower case too.',
})
