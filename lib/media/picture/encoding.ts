import type { Sharp } from 'sharp'
import { openPicture } from './decoding'
import type { PictureFacts } from './picture-facts'
import { isLosslessWebp } from './picture-kinds'

export type Format = 'avif' | 'webp'

// A drawing has large even planes, and PNG writes those small: under this a file is one, whatever its name ends in.
const bitsOfDrawing = 3

// The first is what one sees no difference with at arm's length; the others are for pictures that were pressed hard before.
const qualities = { avif: [55, 45, 35, 25], webp: [78, 66, 54, 40] }

/** One width of a picture. Never larger than the file it comes from, as far as that is in our hands. */
export async function encodeVariant(bytes: Buffer, facts: PictureFacts, format: Format, width: number) {
  const sized = (await openPicture(bytes)).resize({ width, withoutEnlargement: true })
  if (isDrawing(bytes, facts)) return format === 'avif' ? drawnAvif(sized) : drawnWebp(sized)
  let encoded = bytes
  for (const quality of qualities[format]) {
    encoded = await (format === 'avif' ? asAvif(sized, quality) : sized.clone().webp({ quality }).toBuffer())
    if (encoded.length < bytes.length) break
  }
  return encoded
}

/** The picture in its full size and own format, for a reader who follows a link to it. */
export async function encodeWhole(bytes: Buffer, { kind }: PictureFacts): Promise<Buffer> {
  const picture = await openPicture(bytes)
  switch (kind) {
    case 'jpeg':
      return picture.jpeg({ quality: 90, mozjpeg: true }).toBuffer()
    case 'png':
      return picture.png({ compressionLevel: 9 }).toBuffer()
    case 'gif':
      return picture.gif().toBuffer()
    case 'webp':
      return picture.webp(isLosslessWebp(bytes) ? { lossless: true } : { quality: 90 }).toBuffer()
    case 'avif':
      return picture.avif({ quality: 70, effort }).toBuffer()
  }
}

export function isDrawing(bytes: Buffer, { kind, width, height }: PictureFacts): boolean {
  if (kind === 'jpeg' || kind === 'avif' || (kind === 'webp' && !isLosslessWebp(bytes))) return false
  return (bytes.length * 8) / (width * height) < bitsOfDrawing
}

// At 1,600 px: 0.7 s of one core, 2.5 s with sharp's own 4, for a file larger by a twentieth.
const effort = 3

const asAvif = (picture: Sharp, quality: number) => picture.clone().avif({ quality, effort }).toBuffer()

// Colours in full resolution keep thin lines sharp. It is smaller than lossless WebP in every width we tried.
const drawnAvif = (picture: Sharp) => picture.avif({ quality: 65, effort, chromaSubsampling: '4:4:4' }).toBuffer()

// Lossless wins in the drawing's own width, where edges fall on pixels; lossy wins in the others.
async function drawnWebp(picture: Sharp): Promise<Buffer> {
  const [near, lossy] = await Promise.all([
    picture.clone().webp({ nearLossless: true, quality: 60, effort: 6 }).toBuffer(),
    picture.clone().webp({ quality: 84, smartSubsample: true }).toBuffer(),
  ])
  return near.length <= lossy.length ? near : lossy
}
