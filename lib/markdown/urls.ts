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
  // A browser drops these characters before it looks for a scheme, so `java\nscript:` is one.
  const bare = Array.from(url)
    .filter((character) => character > ' ' && character !== '\u007f')
    .join('')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  if (bare === '') return { kind: 'empty' }
  if (scheme === 'https') return { kind: 'web', url: bare }
  if (scheme === 'http') return { kind: 'insecure', url: bare }
  if (scheme === 'mailto') return { kind: 'mail', url: bare }
  if (scheme || /^[/\\]{2}/.test(bare) || bare.includes('\\')) return { kind: 'unsafe' }
  const { path, fragment } = splitFragment(bare)
  return path === '' ? { kind: 'here', fragment } : { kind: 'own', path, fragment }
}

function splitFragment(url: string): { path: string; fragment: string } {
  const at = url.indexOf('#')
  return at === -1 ? { path: url, fragment: '' } : { path: url.slice(0, at), fragment: decoded(url.slice(at + 1)) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
