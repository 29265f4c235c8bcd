import type { Sharp } from 'sharp'
import { decodingWords, openPicture } from './decoding'
import { isDrawing } from './encoding'
import { NotReceived } from './fetch-policy'
import { hashOfFetched, type LockedPicture, lockedPicture } from './locked-picture'
import { type PictureFacts, pictureFacts } from './picture-facts'
import { kindOf, nameOfStranger } from './picture-kinds'
import { widest } from './widths'

/** A picture from elsewhere as it is kept, and what the lock says of it. */
export type Received = { bytes: Buffer; locked: LockedPicture }

// Decoders of the other kinds have let strangers' code run; of these four, one file is worth as little as it is old.
const accepted = ['jpeg', 'png', 'webp', 'gif']

/** Looks at what was sent, and makes a picture of our own from it. Throws NotReceived for anything else. */
export async function keepPicture(sent: Buffer, url: string): Promise<Received> {
  const kind = kindOf(sent)
  if (!kind || !accepted.includes(kind))
    throw new NotReceived(`is ${nameOfStranger(sent)}; only JPEG, PNG, WebP and GIF are taken`)
  try {
    const facts = await pictureFacts(sent)
    const { data: bytes, info } = await (await reduced(sent, facts))
      .toBuffer({ resolveWithObject: true })
      .catch((cause: Error) => {
        throw new Error(decodingWords(cause), { cause })
      })
    const hash = hashOfFetched(bytes)
    const file = `${wordsOf(url)}.${hash.slice(0, 10)}.${info.format === 'jpeg' ? 'jpg' : info.format}`
    const size = { width: info.width, height: info.pageHeight ?? info.height, bytes: bytes.length }
    return { bytes, locked: lockedPicture.parse({ file, type: `image/${info.format}`, ...size, hash }) }
  } catch (cause) {
    throw new NotReceived(`cannot be shown. ${(cause as Error).message}`, { cause })
  }
}

// Drawings stay lossless, what moves goes on moving, and nothing stays of where and with what a photograph was taken.
async function reduced(sent: Buffer, facts: PictureFacts): Promise<Sharp> {
  const picture = (await openPicture(sent, facts.isAnimated)).resize({ width: widest, withoutEnlargement: true })
  if (facts.kind === 'jpeg') return picture.jpeg({ quality: 88, mozjpeg: true })
  const isDrawn = !facts.isAnimated && isDrawing(sent, facts)
  return isDrawn ? picture.png({ compressionLevel: 9 }) : picture.webp({ quality: 90 })
}

// Windows takes such names for devices, whatever follows the point.
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** A name for the file, made of the address: letters, digits and hyphens, whatever that holds. */
export function wordsOf(url: string): string {
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? ''
  const words = last
    .replace(/\.\w{1,5}$/, '')
    .toLowerCase()
    .replace(/%[0-9a-f]{2}/g, '-')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
  return words === '' || devices.test(words) ? 'picture' : words
}
