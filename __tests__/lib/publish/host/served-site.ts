import { gzipSync } from 'node:zlib'
import type { OldPath } from '@/lib/publish/host/old-paths'

export type Write = (name: string, text?: string | Uint8Array) => void

export const long = `body { color: red } `.repeat(200)

/** Of its old paths, those that lead nowhere. */
export const burnt = ['/burnt/', '/burnt', '/lost.html', '/?p=13', '/burnt.xml']

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
    { from: `${at}/feed/`, to: `${at}/feed.xml` },
    { from: `${at}/rss.xml`, to: `${at}/feed.xml` },
    { from: `${at}/burnt.xml` },
    { from: `${at}/home/`, to: `${at}/` },
    { from: `${at}/${encodeURI('日本')}/`, to: `${at}/articles/a-valve/#s-part` },
    { from: `${at}/${encodeURI('My (old) page+1')}.html`, to: `${at}/articles/a-valve/` },
    { from: `${at}/`, query: [['p', '12']], to: `${at}/articles/a-valve/` },
    { from: `${at}/`, query: [['p', '13']] },
    {
      from: `${at}/index.php`,
      query: [
        ['option', 'content'],
        ['id', '7'],
      ],
      to: `${at}/articles/a-valve.md`,
    },
    { from: `${at}/moved.html`, query: [['page', '2']], to: `${at}/atom.xml` },
  ]
}

/** What any server answers for it, by path. */
export const answered: [path: string, text: string][] = [
  ['/', 'front'],
  ['/articles/a-valve/', 'a valve'],
  ['/articles/a-valve/?a=//b&c=%2e%2e', 'a valve'],
  ['/?p=1', 'front'],
  ['/?p=120', 'front'],
  ['/?q=12', 'front'],
  ['/?xp=12', 'front'],
  ['/articles/a-valve.md', '# A välve'],
  ['/feed.xml', '<rss/>'],
  ['/tag/robots/feed.xml', '<rss/>'],
  ['/atom.xml', '<feed/>'],
  ['/feed.json', '{}'],
  ['/sitemap.xml', '<urlset/>'],
  ['/robots.txt', 'all'],
  ['/favicon.svg', '<svg/>'],
  ['/talk.pdf', 'pdf'],
  ['/assets/page.ABC.css', long],
  ['/_next/static/chunks/a.js', 'script'],
  ['/pictures/p.0123456789.avif', 'pixels'],
  ['/cards/c.0123456789.jpg', 'pixels'],
  ['/art/insight/a.svg', '<svg/>'],
  ['/.well-known/security.txt', 'mail us'],
]

/** Where it shows the page of what is missing. */
export const missing = [
  '/none/',
  '/index.php?option=content',
  '/index.php?option=content&id=77',
  '/articles/',
  '/articles/none/',
  '/none.html',
  '/assets/none.js',
  '/pictures/none.png',
  '/articles/gone/',
  '/a$b/',
  '/$uri',
  '/404.html',
]

/** What it gives nothing away for. */
export const refused = [
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/%2e%2e%2fpackage.json',
  '/..%5cpackage.json',
  '/..\\package.json',
  '/assets/../index.html',
  '/assets/%2e%2e/index.html',
  '/assets/../../package.json',
  '/articles/a-valve%2f',
  '/articles/a-valve/./',
  '//',
  '//articles/a-valve/',
  '//evil.example/x',
  '/articles//a-valve/',
  '/\\evil.example/x',
  '/%00',
  '/articles/a-valve/%00',
  '/%',
  '/%zz',
  '/.env',
  '/%2eenv',
  '/assets/.env',
  '/.nojekyll',
  '/_headers',
  '/vercel.json',
  '/netlify.toml',
  '/_redirects',
  '/_redirects.nginx',
  '//_headers',
  '//old/',
  '//burnt/',
  '///vercel.json',
  '/articles//_headers',
  '/%5fheaders',
  '/_headers/',
  '/vercel.json/',
  '//articles/a-valve',
  '//assets',
  '/assets//page.ABC.css',
]

/** Where old paths lead for good. */
export const moved: [path: string, location: string][] = [
  ['/old/', '/articles/a-valve/'],
  ['/old', '/articles/a-valve/'],
  ['/%6fld/?x=1', '/articles/a-valve/?x=1'],
  ['/moved.html', '/articles/a-valve/'],
  ['/moved.html?page=3', '/articles/a-valve/?page=3'],
  ['/moved.html?page=2', '/atom.xml'],
  ['/feed/', '/feed.xml'],
  ['/feed', '/feed.xml'],
  ['/rss.xml', '/feed.xml'],
  ['/home/', '/'],
  ['/%E6%97%A5%E6%9C%AC/', '/articles/a-valve/#s-part'],
  ['/%e6%97%a5%e6%9c%ac/?x=1', '/articles/a-valve/#s-part'],
  ['/My%20(old)%20page+1.html', '/articles/a-valve/'],
  ['/?p=12', '/articles/a-valve/'],
  ['/?utm=x&p=12', '/articles/a-valve/'],
  ['/index.php?id=7&option=content', '/articles/a-valve.md'],
]

/** Where folders without their slash lead. */
export const unslashed: [path: string, location: string][] = [
  ['/articles/a-valve', '/articles/a-valve/'],
  ['/articles/a-valve?x=1', '/articles/a-valve/?x=1'],
]
