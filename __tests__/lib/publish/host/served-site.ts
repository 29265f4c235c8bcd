import { gzipSync } from 'node:zlib'
import type { OldPath } from '@/lib/publish/host/old-paths'

export type Write = (name: string, text?: string | Uint8Array) => void

export const long = `body { color: red } `.repeat(200)

/** Of its old paths, those that lead nowhere. */
export const burnt = ['/burnt/', '/burnt', '/lost.html']

/** A small release, with what an earlier one has left, but for what one server alone reads. */
export function fillSite(write: Write, base: string): void {
  write('package.json', 'SECRET')
  write('out/index.html', 'front')
  write('out/404.html', 'no such page')
  write('out/articles/a-valve/index.html', 'a valve')
  write('out/articles/a-valve.md', '# A välve')
  write('out/feed.xml', '<rss/>')
  write('out/tag/robots/feed.xml', '<rss/>')
  write('out/atom.xml', '<feed/>')
  write('out/feed.json', '{}')
  write('out/sitemap.xml', '<urlset/>')
  write('out/robots.txt', 'all')
  write('out/favicon.svg', '<svg/>')
  write('out/talk.pdf', 'pdf')
  write('out/assets/page.ABC.css', long)
  write('out/assets/page.ABC.css.gz', gzipSync('packed'))
  write('out/assets/other.ABC.css', long)
  write('out/_next/static/chunks/a.js', 'script')
  write('out/pictures/p.0123456789.avif', 'pixels')
  write('out/cards/c.0123456789.jpg', 'pixels')
  write('out/art/insight/a.svg', '<svg/>')
  write('out/.env', 'SECRET')
  write('out/assets/.env', 'SECRET')
  write('out/.well-known/security.txt', 'mail us')
  write('out/old/index.html', 'a redirect page')
  write('out/moved.html', 'a redirect page')
  for (const name of ['_headers', '_redirects', 'vercel.json', 'netlify.toml', '.nojekyll'])
    write(`out/${name}`, 'SECRET')
  write(`.releases/earlier${base}/assets/page.OLD.js`, 'old script')
  write(`.releases/earlier${base}/pictures/p.OLD.png`, 'old pixels')
  write(`.releases/earlier${base}/articles/gone/index.html`, 'gone')
}

export const sites = [
  { url: 'https://example.org', base: '' },
  { url: 'https://example.org/magazine', base: '/magazine' },
  { url: 'https://example.org/my%20mag.x/issues', base: '/my mag.x/issues' },
]

/** Where old paths of it lead, below the path it lives at. */
export function oldPaths(base: string): OldPath[] {
  const at = encodeURI(base)
  return [
    { from: `${at}/old/`, to: `${at}/articles/a-valve/` },
    { from: `${at}/moved.html`, to: `${at}/articles/a-valve/` },
    { from: `${at}/burnt/` },
    { from: `${at}/lost.html` },
  ]
}
