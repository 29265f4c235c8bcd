import { decodePercent } from '../percent-encoding'
/** What a written address means to us. `own` has to be asked for; `unsafe` never reaches the page. */
export type Address =
  | { kind: 'web'; url: string }
  | { kind: 'mail'; url: string }
  | { kind: 'here'; fragment: string }
  | { kind: 'own'; path: string; fragment: string }
  | { kind: 'insecure'; url: string }
  | { kind: 'unsafe' }
  | { kind: 'empty' }

export function readAddress(url: string): Address {
  const bare = cleaned(url)
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  if (bare === '') return { kind: 'empty' }
  if (scheme === 'https') return { kind: 'web', url: bare }
  if (scheme === 'http') return { kind: 'insecure', url: bare }
  if (scheme === 'mailto') return { kind: 'mail', url: bare }
  if (scheme || /^[/\\]{2}/.test(bare) || bare.includes('\\')) return { kind: 'unsafe' }
  const { path, fragment } = splitFragment(bare)
  return path === '' ? { kind: 'here', fragment } : { kind: 'own', path, fragment }
}

/**
 * An address as a browser reads it (https://url.spec.whatwg.org/#concept-basic-url-parser): without spaces around it, without
 * tabs and line ends, so that `java\nscript:` is a scheme; other spaces and control characters are encoded.
 */
function cleaned(url: string): string {
  let [start, end] = [0, url.length]
  while (start < end && url.charAt(start) <= ' ') start++
  while (start < end && url.charAt(end - 1) <= ' ') end--
  return url
    .slice(start, end)
    .replace(/[\t\n\r]/g, '')
    .replace(/[\p{Cc} ]/gu, encodeURIComponent)
}

function splitFragment(url: string): { path: string; fragment: string } {
  const at = url.indexOf('#')
  return at === -1
    ? { path: url, fragment: '' }
    : { path: url.slice(0, at), fragment: decodePercent(url.slice(at + 1)) }
}
