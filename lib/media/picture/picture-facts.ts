import path from 'node:path'
import { readCacheJson, writeCacheFile } from '../../cache-file.mjs'
import { decodingWords, openPicture } from './decoding'
import { kindOf, type PictureKind } from './picture-kinds'

/** What has to be known of a picture before any page can show it; its size is that of the upright picture. */
export type PictureFacts = { kind: PictureKind; width: number; height: number; isAnimated: boolean }

/** Where everything made of pictures is kept. */
export const pictureCache = () => path.resolve('.cache/pictures')

/** Reads the whole picture once, so that a damaged one is named now and not while the site is built. */
export async function pictureFacts(bytes: Buffer): Promise<PictureFacts> {
  const kind = kindOf(bytes)
  if (!kind) throw new Error('This file is not a picture that can be read.')
  try {
    const { autoOrient, pages = 1 } = await (await openPicture(bytes)).metadata()
    await (await openPicture(bytes)).resize(16).raw().toBuffer()
    return { kind, width: autoOrient.width, height: autoOrient.height, isAnimated: pages > 1 }
  } catch (cause) {
    throw new Error(decodingWords(cause as Error), { cause })
  }
}

/** The same, from an earlier run where there was one: reading a picture whole takes some 20 ms. */
export async function keptFacts(bytes: Buffer, hash: string): Promise<PictureFacts> {
  const file = path.join(pictureCache(), `${hash}.json`)
  const kept = readCacheJson(file)
  if (isFacts(kept)) return kept
  const facts = await pictureFacts(bytes)
  writeCacheFile(file, JSON.stringify(facts))
  return facts
}

function isFacts(value: unknown): value is PictureFacts {
  if (typeof value !== 'object' || value === null) return false
  const { kind, width, height, isAnimated } = value as Partial<PictureFacts>
  return typeof kind === 'string' && typeof width === 'number' && typeof height === 'number' && isAnimated !== undefined
}
