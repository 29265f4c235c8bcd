import { isUtf8 } from 'node:buffer'
import type { Problem } from '../problem'
import { type Finding, problemAt, type Source, sourceOf } from '../source'

/** Four megabytes are a thousand pages; what is larger is not an article. */
export const largestFile = 4 * 1024 * 1024

/** The text of a file: one byte order mark is dropped and CR LF becomes LF, which moves no line and no column. */
export function sourceOfBytes(file: string, bytes: Buffer): { source: Source } | { problems: Problem[] } {
  if (!isUtf8(bytes)) return { problems: [notUtf8(file, bytes)] }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  const source = sourceOf(file, text.replaceAll('\r\n', '\n'))
  if (text.startsWith('\ufeff')) return { problems: [problemAt(source, 0, 1, twoMarks)] }
  const carriageReturn = source.text.indexOf('\r')
  if (carriageReturn !== -1) return { problems: [problemAt(source, carriageReturn, 1, oldLineEnds)] }
  return { source }
}

export function tooLarge(file: string): Problem {
  return {
    file,
    line: 1,
    column: 1,
    severity: 'error',
    rule: 'too-large',
    message: 'The file is larger than 4 MB.',
    hint: 'Split it into several, and keep pictures in files of their own.',
  }
}

// U+FFFD stands where decoding failed, unless the file itself holds that character.
function notUtf8(file: string, bytes: Buffer): Problem {
  const source = sourceOf(file, bytes.toString('utf8').replace(/^\ufeff/, ''))
  const mark = bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? 3 : 0
  const replacement = Buffer.from('\ufffd')
  let offset = source.text.indexOf('\ufffd')
  let byte = mark + Buffer.byteLength(source.text.slice(0, offset))
  while (bytes.subarray(byte, byte + 3).equals(replacement)) {
    const next = source.text.indexOf('\ufffd', offset + 1)
    byte += Buffer.byteLength(source.text.slice(offset, next))
    offset = next
  }
  const shown = `0x${(bytes[byte] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
  const utf16 = /^(?:fffe|feff)/.test(bytes.toString('hex', 0, 2))
  return problemAt(source, offset, 1, {
    severity: 'error',
    rule: 'not-utf8',
    message: utf16 ? `The file is UTF-16, not UTF-8.` : `The byte ${shown} is not UTF-8.`,
    hint: 'Save the file with the encoding UTF-8.',
  })
}

const twoMarks: Finding = {
  severity: 'error',
  rule: 'two-byte-order-marks',
  message: 'The file begins with two byte order marks.',
  hint: 'Save it as "UTF-8", without a byte order mark.',
}

const oldLineEnds: Finding = {
  severity: 'error',
  rule: 'old-line-ends',
  message: 'A carriage return without a line feed.',
  hint: 'Save the file with line ends LF (or CR LF).',
}
