import { isRemote } from '../../content/addresses'
import { memoize } from '../../memoize'
import type { PublicFolder } from '../../public-folder'
import type { FetchedPicture, PictureLocks } from './picture-locks'
import { type PictureSource, readPicture } from './picture-source'
import { regularFileInside } from './regular-file'

/** A picture that a post names by `./file`, `/path` or `https://…`, and what posts said of it when it was fetched. */
export type FoundPicture = { source: PictureSource; alt?: string; credit?: string }

/** Nothing where it only has to be fetched. Rejects with an Error that says why it cannot be shown. */
export type PictureLookup = (url: string) => Promise<FoundPicture> | undefined

export type LookupOptions = {
  publicFolder: PublicFolder
  /** What remote pictures were fetched as; without it none was. */
  locks?: PictureLocks
}

const endings = /\.(png|jpe?g|webp|avif|gif)$/i

/** Finds the pictures that posts of a folder name. Each address is looked up once, however many name it. */
export const createPictureLookup = (folder: string, { publicFolder, locks }: LookupOptions): PictureLookup =>
  memoize((url: string) => {
    if (!isRemote(url)) return ownPicture(url, folder, publicFolder)
    const found = locks?.find(folder, url)
    return found && fetchedPicture(found)
  })

async function fetchedPicture({ file, locked }: FetchedPicture): Promise<FoundPicture> {
  const { alt, credit } = locked
  return { source: await readPicture(file), ...(alt ? { alt } : {}), ...(credit ? { credit } : {}) }
}

async function ownPicture(url: string, folder: string, publicFolder: PublicFolder): Promise<FoundPicture> {
  if (!endings.test(url)) throw new Error('A picture ends in .png, .jpg, .webp, .avif or .gif.')
  const file = url.startsWith('/') ? publicFolder.find(url)?.file : await regularFileInside(folder, url)
  if (!file) throw new Error('There is no picture at this place.')
  return { source: await readPicture(file) }
}
