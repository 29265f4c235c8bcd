import path from 'node:path'
import { isRemote } from '../../content/addresses'
import type { Format } from './encoding'
import type { PictureLocks } from './picture-locks'
import { readPicture } from './picture-source'
import { createPublisher, type PublishedPicture } from './published-pictures'
import { regularFileInside } from './regular-file'
import { type Candidate, plainWidth, widest, widthsFor } from './widths'

export type { PublishedPicture } from './published-pictures'

/** A picture as pages show it: its size, `src` for readers that choose nothing, and what the others choose from. */
export type Picture = { src: string; width: number; height: number } & { [format in Format]?: Candidate[] } & {
  /** Of a picture that was fetched, what posts said of it then. */
  alt?: string
  credit?: string
}

/** What is said of a picture where it is named: in which file, and in which words. */
export type Naming = { file: string; alt?: string | undefined; credit?: string | undefined }

export type Pictures = {
  /**
   * The picture a post means by `./file`, `/path` or `https://…`. Throws an Error that says why it cannot be shown, and
   * NotFetched where it only has to be fetched.
   */
  find(url: string, naming?: Naming): Promise<Picture>
  /** The address of the picture in its full size, for a link to it. Throws like `find`. */
  whole(url: string): Promise<string>
  /** The files that were asked for. */
  published(): PublishedPicture[]
}

export class NotFetched extends Error {}

export type PictureOptions = {
  publicDirectory?: string
  /** What remote pictures were fetched as; without it none was. */
  locks?: PictureLocks
  /** Told of every picture that is named, as often as it is. */
  onNamed?: ((url: string, folder: string, naming?: Naming) => void) | undefined
  /** For a place of one size: the only width that is made, and no choice. */
  only?: number
}

const endings = /\.(png|jpe?g|webp|avif|gif)$/i

export function createPictures(folder: string, options: PictureOptions = {}): Pictures {
  const known = new Map<string, Promise<Picture>>()
  const publisher = createPublisher()

  async function read(url: string): Promise<Picture> {
    const { file, ...said } = await fileOf(url, folder, options)
    const source = await readPicture(file)
    const { width, height } = source
    // What moves would lose its frames.
    if (source.isAnimated) return { ...said, src: publisher.copy(source), width, height }
    const shown = Math.min(width, options.only ?? widest)
    const size = { ...said, width: shown, height: Math.max(1, Math.round((height * shown) / width)) }
    if (options.only) return { src: publisher.variant(source, 'webp', shown), ...size }
    const widths = widthsFor(width)
    const inFormat = (format: Format) =>
      widths.map((width) => ({ src: publisher.variant(source, format, width), width }))
    const src = publisher.variant(source, 'webp', plainWidth(widths))
    return { src, ...size, avif: inFormat('avif'), webp: inFormat('webp') }
  }

  return {
    find(url, naming) {
      options.onNamed?.(url, folder, naming)
      const found = known.get(url) ?? read(url)
      known.set(url, found)
      return found
    },
    async whole(url) {
      options.onNamed?.(url, folder)
      const { file } = await fileOf(url, folder, options)
      const source = await readPicture(file)
      return source.isAnimated ? publisher.copy(source) : publisher.whole(source)
    },
    published: () => publisher.all(),
  }
}

async function fileOf(
  url: string,
  folder: string,
  { locks, publicDirectory = path.resolve('public') }: PictureOptions,
) {
  if (isRemote(url)) {
    const found = locks?.find(folder, url)
    if (!found) throw new NotFetched('The picture is not fetched yet.')
    const { alt, credit } = found.locked
    return { file: found.file, ...(alt ? { alt } : {}), ...(credit ? { credit } : {}) }
  }
  if (!endings.test(url)) throw new Error('A picture ends in .png, .jpg, .webp, .avif or .gif.')
  const isPublic = url.startsWith('/')
  const file = await regularFileInside(isPublic ? publicDirectory : folder, isPublic ? `.${url}` : url)
  if (!file) throw new Error('There is no picture at this place.')
  return { file }
}
