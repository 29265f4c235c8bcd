import { refuse, shown } from './readers'

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

/** A path of this site, with a slash at both ends unless it names a file. */
export function readPath(text: string): Read {
  const clean = /^\/[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*\/?$/.test(text)
  if (!clean)
    return refuse(
      'path',
      `${shown(text)} is not a path of this site.`,
      'Write it from its first slash:  /articles/old-name/',
    )
  return { value: text.endsWith('/') || /\.[a-z]+$/.test(text) ? text : `${text}/` }
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
