export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

/** What a file is by its first bytes; a name or a header may say anything. */
export function kindOf(bytes: Buffer): PictureKind | undefined {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^RIFF.{4}WEBP/s.test(head)) return 'webp'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  return /^.{4}ftypavi[fs]/s.test(head) ? 'avif' : undefined
}

/** What a file seems to be that is no picture we show, for a message. */
export function nameOfStranger(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 512)
  if (/^.{4}ftyp/s.test(head)) return 'an AVIF or HEIC file'
  if (/^(?:II\*\0|MM\0\*)/.test(head)) return 'a TIFF file'
  if (/<!doctype html|<html/i.test(head)) return 'a web page'
  if (/<svg|<!doctype svg/i.test(head)) return 'an SVG drawing'
  return bytes.length === 0 ? 'empty' : 'a file of another kind'
}

/** WebP in the form that loses nothing, as drawings are saved. */
export const isLosslessWebp = (bytes: Buffer) => bytes.toString('latin1', 12, 16) === 'VP8L'
