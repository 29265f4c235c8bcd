import { createHash } from 'node:crypto'
import { lstat, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { picturePath } from '../routes'
import { site } from '../site'

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
    const file = await regularFileInside(isPublic ? publicDirectory : postsDirectory, isPublic ? `.${url}` : url)
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

// A link out of the folder, even through a symbolic link on the way, is not followed.
async function regularFileInside(directory: string, url: string): Promise<string> {
  if (!endings.test(url)) throw new Error('A picture ends in .png, .jpg, .webp, .avif or .gif.')
  const file = path.resolve(directory, decoded(url))
  const status = await lstat(file).catch(() => undefined)
  if (!status?.isFile()) throw new Error('There is no picture at this place.')
  const [real, root] = await Promise.all([realpath(file), realpath(directory)])
  if (!real.startsWith(root + path.sep)) throw new Error('The picture lies outside the folder of the posts.')
  return file
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    // Not an encoding: then the name is meant as it is written.
    return url
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
