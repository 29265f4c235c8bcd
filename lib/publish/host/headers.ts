import { nextFolder } from '../../next-folder'
import { contentTypeOf, withCharset } from './content-types'

// The one table of what is said with each file: `npm start`, nginx and the files that hosts read are made of it.

export type Headers = Record<string, string>

/** Paths are those of the release; `*` stands for anything, `:name` for one folder. */
export type HeaderRule = { paths: string[]; headers: Headers }

// Nothing on a page asks for any of these. Sharing and the clipboard are in use, and keep their default.
const denied = [
  ...[
    'accelerometer',
    'camera',
    'display-capture',
    'encrypted-media',
    'geolocation',
    'gyroscope',
    'hid',
    'magnetometer',
  ],
  ...['microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial'],
  ...['usb', 'xr-spatial-tracking'],
]

/** Of whatever is served. The policy says here what a meta cannot; the rest stands in each page. */
export const everywhere: Headers = {
  'Strict-Transport-Security': 'max-age=63072000',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': denied.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
}

const forLong = { 'Cache-Control': 'public, max-age=31536000, immutable' }
const forDays = { 'Cache-Control': 'public, max-age=86400' }
const forMinutes = { 'Cache-Control': 'public, max-age=600' }
const ours = { 'Cross-Origin-Resource-Policy': 'same-origin' }
// Feed readers and social networks show these on pages of their own.
const anyones = { 'Cross-Origin-Resource-Policy': 'cross-origin' }
const typed = (type: string) => ({ 'Content-Type': withCharset(type) })
const ofEachList = (file: string) => [`/${file}`, `/:kind/:name/${file}`]

/** Of pages, and of what no rule names. The first of them is what hosts say when they are told nothing. */
export const defaultHeaders: Headers = { 'Cache-Control': 'public, max-age=0, must-revalidate', ...ours }

/** Of some files, in place of `otherwise`. No path is named by two rules that set the same header. */
export const headerRules: HeaderRule[] = [
  { paths: [`${nextFolder}static/*`, '/assets/*'], headers: { ...forLong, ...ours } },
  { paths: ['/pictures/*', '/cards/*'], headers: { ...forLong, ...anyones } },
  {
    paths: ['/art/*', '/favicon.svg', '/favicon.ico', '/apple-touch-icon.png', '/icon-*.png'],
    headers: { ...forDays, ...anyones },
  },
  { paths: ofEachList('feed.xml'), headers: { ...forMinutes, ...typed('application/rss+xml') } },
  { paths: ofEachList('atom.xml'), headers: { ...forMinutes, ...typed('application/atom+xml') } },
  { paths: ofEachList('feed.json'), headers: { ...forMinutes, ...typed('application/feed+json') } },
  {
    paths: ['/sitemap.xml', '/sitemap-*.xml', '/robots.txt', '/llms.txt', '/manifest.webmanifest'],
    headers: forMinutes,
  },
  // The article itself is what a search should find.
  { paths: ['/articles/*.md'], headers: { ...typed('text/markdown'), 'X-Robots-Tag': 'noindex' } },
]

const sharesOurs = ({ headers }: HeaderRule) => !('Cross-Origin-Resource-Policy' in headers)

/** Where `otherwise` holds, as far as it can be told to hosts that know no "otherwise". */
export const defaultHeaderPaths = [
  ...['/', '/404.html', '/about/*', '/archive/*', '/articles/*', '/author/*', '/category/*', '/search/*', '/series/*'],
  '/tag/*',
  // What a rule names in those folders has their headers already.
  ...headerRules
    .filter(sharesOurs)
    .flatMap(({ paths }) => paths)
    .filter((path) => /^\/[^/]+$/.test(path)),
]

/** Matches what a pattern stands for, from the start of a path to its end. */
export const patternSource = (pattern: string) =>
  pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/:\w+/g, '[^/]+')

const compiled = headerRules.map(({ paths, headers }) => ({
  pattern: new RegExp(`^(?:${paths.map(patternSource).join('|')})$`),
  headers,
}))

/** Everything that is said of one path. */
export function headersOf(pathname: string): Headers {
  const rule = compiled.find(({ pattern }) => pattern.test(pathname))
  return { ...everywhere, ...defaultHeaders, 'Content-Type': contentTypeOf(pathname), ...rule?.headers }
}
