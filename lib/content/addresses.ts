import { refuse, shown } from './readers'
import { reservationOf } from './reserved-names'

type Read = { value: string } | ReturnType<typeof refuse>
const pictures = /\.(?:png|jpe?g|webp|avif|gif)$/i
const pictureWays =
  'Write an https:// address, /picture.jpg for a file under public/, or ./picture.jpg for one beside the post.'

/** A picture: an https address, `/path` under `public/`, or `./path` beside the post. */
export function readPicture(text: string): Read {
  if (/^(?:\.\/|\/(?!\/))/.test(text)) return readLocalPicture(text)
  return isHttps(text)
    ? { value: text }
    : refuse('picture-address', `${shown(text)} is not a picture that can be shown.`, pictureWays)
}

/** An https address of another site, or of this one in full. */
export function readHttps(text: string): Read {
  if (isHttps(text)) return { value: text }
  return refuse('address', `${shown(text)} is not an https address.`, 'Write it in full:  https://example.org/page/')
}

const mostNames = 10
// Disks take 255 bytes.
const [longestName, mostBytes] = [100, 240]
const tooLong = 'Delete it: disks and hosts refuse such a path.'
const oldPath = 'Write it from its first slash:  /articles/old-name/'
const name = /^(?!\.{1,2}$)(?! )[\p{L}\p{M}\p{N}\w.~+@,!()&=' -]+(?<! )$/u

/**
 * A path of this site, with a slash at both ends unless it names a file. No longer than every disk and host takes it. What was
 * encoded, as in an address that was copied, is read as the letters it stands for.
 */
export function readPath(text: string): Read {
  const read = decoded(text)
  const names = read.replace(/\/$/, '').split('/').slice(1)
  if (names.length > mostNames)
    return refuse('path', `${shown(text)} has ${names.length} names in it; ${mostNames} are the most.`, tooLong)
  const long = names.find((name) => name.length > longestName || Buffer.byteLength(name) > mostBytes)
  if (long) {
    const words = `${shown(text)} holds a name of ${long.length} characters; ${longestName} are the most.`
    return refuse('path', words, tooLong)
  }
  // A space that is written as one is most likely a slip.
  if (/\s/.test(text) || !read.startsWith('/') || !names.length || !names.every((one) => name.test(one)))
    return refuse('path', `${shown(text)} is not a path of this site.`, oldPath)
  return { value: read.endsWith('/') || /\.[a-z]+$/.test(read) ? read : `${read}/` }
}

/** A slash that is encoded would be another one. */
function decoded(text: string): string {
  try {
    return /%(?:2f|5c|00)/i.test(text) ? '' : decodeURIComponent(text).normalize('NFC')
  } catch {
    return ''
  }
}

/** The same for a path at which a page is put that leads on: not under a name that somebody takes for something else. */
export function readOldPath(text: string): Read {
  const read = readPath(text)
  const reservation = 'value' in read ? reservationOf(read.value) : undefined
  if (!reservation) return read
  const { message, hint = 'Delete it, or write the old address of a page:  /articles/old-name/' } = reservation
  return refuse('reserved-path', message, hint)
}

export const isRemote = (picture: string) => picture.startsWith('https://')

function readLocalPicture(text: string): Read {
  if (/[\\%?#:]|\/\/|(?:^|\/)\.\.(?:\/|$)/.test(text)) {
    return refuse('picture-address', `${shown(text)} is not the path of a file in this project.`, pictureWays)
  }
  if (pictures.test(text)) return { value: text }
  return refuse('picture-kind', `${shown(text)} is not a picture of a known kind.`, 'Use png, jpg, webp, avif or gif.')
}

function isHttps(text: string): boolean {
  if (!/^https:\/\/[^\s\\"<>]+$/.test(text) || !URL.canParse(text)) return false
  const { hostname, username, password } = new URL(text)
  return hostname.includes('.') && username === '' && password === ''
}
