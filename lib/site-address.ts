/** Where a site lives: an origin without a final slash, and the path below it, '' or '/magazine'. */
export type SiteAddress = { origin: string; basePath: string }

/** Reads the address of a site; undefined where pages could not be served there. */
export function siteAddress(url: unknown): SiteAddress | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  const { protocol, username, password, origin, pathname, search, hash } = new URL(url)
  const basePath = pathname.replace(/\/+$/, '')
  const isPlain = /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === ''
  // Two slashes would begin the address of another host.
  return isPlain && !basePath.includes('//') && isDecodable(basePath) ? { origin, basePath } : undefined
}

function isDecodable(path: string): boolean {
  try {
    decodeURI(path)
    return true
  } catch {
    return false
  }
}
