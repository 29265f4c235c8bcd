import { decodePercent } from '../../percent-encoding'
import { notFoundPath } from '../../routes'
import { isMoved, type OldPath, spellings } from './old-paths'

/** As many lines as Cloudflare Pages reads. It asks for each spelling of a path. */
const cloudflareMost = 2000

// Redirect pages are files, which Netlify prefers to a redirect unless `!` forces it. Cloudflare knows no `!`, nor 410:
// such a line costs none of its 2,000 when it has more than three words.
const forNetlify = '# for Netlify'

/**
 * `_redirects`, as Netlify and Cloudflare Pages read it. An old path that Cloudflare has no line for is led on by its page.
 */
export function redirectsFile(old: readonly OldPath[]): string {
  // Cloudflare looks at no query.
  const moved = old.filter(isMoved).filter(({ query }) => !query)
  const line = (from: string, to: string) => `${from} ${to} 301`
  const bySlash = moved.slice(0, cloudflareMost)
  // Where these have no room, Cloudflare adds the slash and leads on from there.
  const bare = moved.flatMap((one) =>
    spellings(one)
      .slice(1)
      .map((from) => line(from, one.to)),
  )
  const left = moved.length - bySlash.length
  return [
    ...(left ? [`# ${left} redirects are left to their pages by Cloudflare, which reads no more lines.`] : []),
    ...moved.flatMap(({ from, to }, index) => [
      `${from} ${to} 301! ${forNetlify}`,
      ...(index < bySlash.length ? [line(from, to)] : []),
    ]),
    ...old.flatMap((one) => {
      const { from, query, to } = one
      if (to !== undefined && !query) return []
      const asked = [from, ...(query ?? []).map((pair) => pair.join('='))].join(' ')
      return [`${asked} ${to ?? notFoundPath()} ${to === undefined ? '410' : '301!'} ${forNetlify}`]
    }),
    ...bare.slice(0, cloudflareMost - bySlash.length),
    '',
  ].join('\n')
}

/** The same read again, by each spelling of a path as it is decoded. What an operator has put in its place may say more. */
export function readRedirectsFile(text: string): Map<string, OldPath[]> {
  const found = new Map<string, OldPath[]>()
  for (const line of text.split('\n')) {
    const [, from = '', asked = '', to = '', status] = rule.exec(line) ?? []
    if (!status) continue
    const query = asked
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string])
    const old = { from, ...(query.length ? { query } : {}), ...(status === '301' ? { to } : {}) }
    for (const path of spellings(old).map(decodePercent)) found.set(path, [...(found.get(path) ?? []), old])
  }
  return found
}

const rule = /^(\/[^\s*:]*)((?: \w+=[^\s*:]+)*) (\/[^\s*:]*) (301|410)\b/
