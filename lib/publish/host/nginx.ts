import { site } from '../../site'
import { hashedFolders } from '../release-file'
import { contentTypes, isText } from './content-types'
import { defaultHeaders, everywhere, type HeaderRule, type Headers, headerRules, patternSource } from './headers'
import { hostFileNames } from './host-files'
import { block, guard, quote } from './nginx-syntax'

/**
 * `root` holds the site under the path it lives at, and so does `earlier` the hashed files of releases before. `release`
 * is where the published release lies.
 */
export type Folders = { root: string; earlier: string; release: string }

/** What an nginx `server` block includes to serve the site. */
export function nginxConfiguration({ root, earlier, release }: Folders): string {
  const base = decodeURI(site.basePath)
  return [
    '# Made by `npm run build`, for a server block to include: see "Put it on a host" in README.md.',
    '# With the brotli module of nginx, write  brotli_static on;  beside the include.',
    ...(base ? block(`location = ${quote(base)}`, toFolder()) : []),
    ...block(`location ${quote(`${base}/`)}`, [
      `root ${quote(root)};`,
      'index index.html;',
      ...shared(base),
      guard,
      ...headerLines(defaultHeaders),
      ...block(`location = ${quote(`${base}/404.html`)}`, ['internal;']),
      ...hostFileNames.flatMap((name) => block(`location = ${quote(`${base}/${name}`)}`, ['return 404;'])),
      ...headerRules.flatMap((rule) => ruleBlocks(rule, base)),
      // A pattern, for nginx does not mind when nothing matches it: a release of before may have no such file.
      `include ${quote(`${release}/_redirects.ngin[x]`)};`,
    ]),
    ...headerRules
      .filter(isHashed)
      .flatMap((rule) =>
        block(`location ${earlierName(rule, base)}`, [
          `root ${quote(earlier)};`,
          ...shared(base),
          ...headerLines({ ...defaultHeaders, ...rule.headers }),
          'try_files $uri =404;',
        ]),
      ),
    '',
  ].join('\n')
}

const isHashed = ({ paths }: HeaderRule) => paths.some((pattern) => hashedFolders.includes(pattern.slice(0, -1)))
const earlierName = (rule: HeaderRule, base: string) => quote(`@earlier${base}-${headerRules.indexOf(rule)}`)

/** A folder becomes a prefix, which nginx looks for before any pattern; every other path a pattern. */
function ruleBlocks(rule: HeaderRule, base: string): string[] {
  const { 'Content-Type': type, ...headers } = { ...defaultHeaders, ...rule.headers }
  const lines = [guard, ...headerLines(headers)]
  if (type) lines.push('types { }', `default_type ${bare(type)};`)
  if (isHashed(rule)) lines.push(`try_files $uri ${earlierName(rule, base)};`)
  return rule.paths.flatMap((pattern) => {
    const where = pattern.endsWith('/*')
      ? `^~ ${quote(base + pattern.slice(0, -1))}`
      : `~ ${quote(`^${patternSource(base)}${patternSource(pattern)}$`)}`
    return block(`location ${where}`, lines)
  })
}

// One `add_header` in a location drops those of the block around it, so each location has them all.
function headerLines(headers: Headers): string[] {
  const all = { ...everywhere, ...headers }
  return Object.entries(all).map(([name, value]) => `add_header ${name} ${quote(value)} always;`)
}

/** Of the path the site lives at, without its last slash. */
const toFolder = () => [
  guard,
  'absolute_redirect off;',
  ...headerLines(defaultHeaders),
  `return 308 "${site.basePath}/$is_args$args";`,
]

function shared(base: string): string[] {
  const types = Object.entries(contentTypes).map(([extension, type]) => `${type} ${extension};`)
  const ofRules = headerRules.flatMap(({ headers }) => headers['Content-Type'] ?? []).map(bare)
  // HTML is in both lists without being named, and nginx warns of whoever names it.
  const text = [...new Set([...Object.values(contentTypes), ...ofRules])]
    .filter(isText)
    .filter((type) => type !== 'text/html')
  return [
    `error_page 403 404 =404 ${quote(`${base}/404.html`)};`,
    `error_page 410 ${quote(`${base}/404.html`)};`,
    'absolute_redirect off;',
    'server_tokens off;',
    'log_not_found off;',
    `types { ${types.join(' ')} }`,
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${text.join(' ')};`,
    'gzip on;',
    'gzip_static on;',
    'gzip_vary on;',
    'gzip_proxied any;',
    'gzip_comp_level 5;',
    'gzip_min_length 1024;',
    `gzip_types ${text.join(' ')};`,
  ]
}

const bare = (type: string) => type.replace(/;.*/, '')
