import { isRemote } from '../../content/addresses'
import { memoize } from '../../memoize'
import type { PublicFolder } from '../../public-folder'
import type { PictureLocks } from './picture-locks'
import { type PictureSource, readPicture } from './picture-source'
import { regularFileInside } from './regular-file'

/** A picture that a post names by `./file`, `/path` or `https://…`, and what posts said of it when it was fetched. */
export type FoundPicture = { source: PictureSource; alt?: string; credit?: string }

/** Throws an Error that says why it cannot be shown, and NotFetched where it only has to be fetched. */
export type PictureLookup = (url: string) => Promise<FoundPicture>

export class NotFetched extends Error {}

export type LookupOptions = {
  publicFolder: PublicFolder
  /** What remote pictures were fetched as; without it none was. */
  locks?: PictureLocks
}

const endings = /\.(png|jpe?g|webp|avif|gif)$/i

/** Finds the pictures that posts of a folder name. Each address is looked up once, however many name it. */
export function createPictureLookup(folder: string, options: LookupOptions): PictureLookup {
  return memoize(async (url: string) => {
    const { file, ...said } = await fileOf(url, folder, options)
    return { source: await readPicture(file), ...said }
  })
}

async function fileOf(url: string, folder: string, { locks, publicFolder }: LookupOptions) {
  if (isRemote(url)) {
    const found = locks?.find(folder, url)
    if (!found) throw new NotFetched('The picture is not fetched yet.')
    const { alt, credit } = found.locked
    return { file: found.file, ...(alt ? { alt } : {}), ...(credit ? { credit } : {}) }
  }
  if (!endings.test(url)) throw new Error('A picture ends in .png, .jpg, .webp, .avif or .gif.')
  const file = url.startsWith('/') ? publicFolder.find(url)?.file : await regularFileInside(folder, url)
  if (!file) throw new Error('There is no picture at this place.')
  return { file }
}
