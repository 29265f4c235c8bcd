import { memoize } from '../../memoize'
import type { Format } from './encoding'
import { createPictureLookup, type FoundPicture, type LookupOptions, type PictureLookup } from './picture-lookup'
import { createPublisher, type PublishedPicture } from './published-pictures'
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
   * The picture a post means by `./file`, `/path` or `https://…`; nothing where it only has to be fetched. Rejects with an
   * Error that says why it cannot be shown.
   */
  find(url: string, naming?: Naming): Promise<Picture> | undefined
  /** The address of the picture in its full size, for a link to it. Otherwise as `find`. */
  whole(url: string): Promise<string> | undefined
  /** The files that were asked for. */
  published(): PublishedPicture[]
}

/** `lookUp` may be one that several share. */
export type PictureOptions = (LookupOptions | { lookUp: PictureLookup }) & {
  /** Told of every picture that is named, as often as it is. */
  onNamed?: ((url: string, folder: string, naming?: Naming) => void) | undefined
  /** For a place of one size: the only width that is made, and no choice. */
  only?: number
}

export function createPictures(folder: string, options: PictureOptions): Pictures {
  const lookUp = 'lookUp' in options ? options.lookUp : createPictureLookup(folder, options)
  const publisher = createPublisher()

  const read = memoize((url: string) => {
    const found = lookUp(url)
    return found && shownAs(found)
  })

  async function shownAs(found: Promise<FoundPicture>): Promise<Picture> {
    const { source, ...said } = await found
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

  async function wholeOf(found: Promise<FoundPicture>): Promise<string> {
    const { source } = await found
    return source.isAnimated ? publisher.copy(source) : publisher.whole(source)
  }

  return {
    find(url, naming) {
      options.onNamed?.(url, folder, naming)
      return read(url)
    },
    whole(url) {
      options.onNamed?.(url, folder)
      const found = lookUp(url)
      return found && wholeOf(found)
    },
    published: () => publisher.all(),
  }
}
