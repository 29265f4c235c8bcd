import path from 'node:path'
import { writeCacheFile } from '../../cache-file.mjs'
import { picturePath } from '../../routes'
import { encodeVariant, encodeWhole, type Format } from './encoding'
import { pictureCache } from './picture-facts'
import { bytesOf, type PictureSource } from './picture-source'

/** A file of a release: copied from `file`, or where there is `make`, which writes it to the cache, read from there. */
export type PublishedPicture = { src: string; file: string; make?(): Promise<void> }

/** Names the files that pages ask for, and remembers how each is made. Each of its functions returns an address. */
export function createPublisher() {
  const published = new Map<string, PublishedPicture>()

  function publish(name: string, encode: () => Promise<Buffer>): string {
    const file = path.join(pictureCache(), name)
    const src = picturePath(name)
    published.set(src, { src, file, make: async () => writeCacheFile(file, await encode()) })
    return src
  }

  return {
    variant: (source: PictureSource, format: Format, width: number): string =>
      publish(`${wordsOf(source)}-${width}.${markOf(source)}.${format}`, async () =>
        encodeVariant(await bytesOf(source), source, format, width),
      ),
    whole: (source: PictureSource): string =>
      publish(`${wordsOf(source)}.${markOf(source)}.${endingOf(source)}`, async () =>
        encodeWhole(await bytesOf(source), source),
      ),
    copy(source: PictureSource): string {
      const src = picturePath(`${wordsOf(source)}.${markOf(source)}.${endingOf(source)}`)
      published.set(src, { src, file: source.file })
      return src
    },
    all: () => [...published.values()],
  }
}

const endingOf = ({ kind }: PictureSource) => (kind === 'jpeg' ? 'jpg' : kind)
const markOf = ({ hash }: PictureSource) => hash.slice(0, 10)
// The name of a fetched picture carries a mark of its own already.
const wordsOf = ({ file }: PictureSource) => slug(path.parse(file).name.replace(/\.[0-9a-f]{10}$/, ''))
// A disk takes 255 bytes, and width, mark and ending still follow.
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
