import type { Redirect } from '@/lib/content/redirects'
import type { RedirectTargets } from '@/lib/library/live-redirects'
import type { Resolution } from '@/lib/markdown/rendered'

const pages = ['/', '/feed.xml', '/articles/a/', '/articles/b/', '/articles/unknown/']

/** What answers on a site with the articles a and b, of which b was called c. */
export function some(redirects: readonly Redirect[]): RedirectTargets {
  const moved = new Map(redirects.filter(({ query }) => !query).map(({ from, to }) => [from, to]))
  moved.set('/articles/c/', '/articles/b/')
  const links = (path: string, steps = 0): Resolution => {
    if (pages.includes(path)) return { href: path }
    if (path === '/articles/draft/') return { asText: true, warning: 'withheld' }
    const to = moved.get(path)?.split('#')[0]
    if (to !== undefined && steps < 9) return links(to, steps + 1)
    return moved.has(path) && to === undefined
      ? { asText: true, warning: 'gone' }
      : { missing: true, message: 'missing' }
  }
  return {
    links,
    isFile: (path) => path === '/paper.pdf',
    placesAt: (path) => (path === '/articles/unknown/' ? undefined : ['part']),
  }
}
