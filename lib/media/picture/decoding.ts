import type { Sharp } from 'sharp'
import { loadSharp } from '../sharp'

/** More than any camera takes that a page could show; a small file can claim to be larger by far. */
export const mostPixels = 50_000_000

const secondsAtMost = 30

/** Opens a picture as a reader sees it: upright, in sRGB, without what the camera noted about itself and its place. */
export async function openPicture(bytes: Buffer, animated = false): Promise<Sharp> {
  const sharp = await loadSharp()
  const picture = sharp(bytes, { animated, autoOrient: true, failOn: 'error', limitInputPixels: mostPixels })
  return picture.timeout({ seconds: secondsAtMost })
}

/** Why a picture cannot be shown, for whoever put it there. */
export function decodingWords({ message }: Error): string {
  if (/pixel limit/i.test(message))
    return `The picture has more than ${mostPixels / 1_000_000} million pixels. A width of 1,600 is enough.`
  return 'This file is not a picture that can be read: it may be damaged, or cut off.'
}
