import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { picturePath } from '../routes'
import { site } from '../site'
import { regularFileInside } from './regular-file'

/** A local picture as pages show it: its published address and its size in pixels. */
export type Picture = { src: string; width: number; height: number }

/** A picture beside the posts, to be copied into the release under a name that carries its hash. */
export type PublishedPicture = Picture & { file: string }

export type Pictures = {
  /** The picture a post means by `./file` or `/path`. Throws an Error that says why it cannot be shown. */
  find(url: string): Promise<Picture>
  /** The pictures beside the posts that were asked for. */
  published(): PublishedPicture[]
}

const endings = /\.(png|jpe?g|webp|avif|gif)$/i

export function createPictures(postsDirectory: string, publicDirectory = path.resolve('public')): Pictures {
  const known = new Map<string, Promise<Picture>>()
  const published = new Map<string, PublishedPicture>()

  async function read(url: string): Promise<Picture> {
    const isPublic = url.startsWith('/')
    if (!endings.test(url)) throw new Error('A picture ends in .png, .jpg, .webp, .avif or .gif.')
    const file = await regularFileInside(isPublic ? publicDirectory : postsDirectory, isPublic ? `.${url}` : url)
    if (!file) throw new Error('There is no picture at this place.')
    const bytes = await readFile(file)
    const size = await sizeOf(bytes)
    if (isPublic) return { src: `${site.basePath}${url}`, ...size }
    const picture = { src: picturePath(hashedName(file, bytes)), ...size, file }
    published.set(picture.src, picture)
    return { src: picture.src, ...size }
  }

  return {
    find(url) {
      const found = known.get(url) ?? read(url)
      known.set(url, found)
      return found
    },
    published: () => [...published.values()],
  }
}

async function sizeOf(bytes: Buffer): Promise<{ width: number; height: number }> {
  const {
    width,
    height,
    orientation = 1,
  } = await sharp(bytes)
    .metadata()
    .catch((cause: unknown) => {
      throw new Error('This file is not a picture that can be read.', { cause })
    })
  return orientation < 5 ? { width, height } : { width: height, height: width }
}

function hashedName(file: string, bytes: Buffer): string {
  const { name, ext } = path.parse(file)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  return `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${hash}${ext.toLowerCase()}`
}
