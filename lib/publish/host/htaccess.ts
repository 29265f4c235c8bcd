import { site } from '../../site'
import { contentTypes, isText, withCharset } from './content-types'
import { defaultHeaders, everywhere, type HeaderRule, type Headers, headerRules, patternSource } from './headers'
import { isMoved, type OldPath } from './old-paths'
import { refusedInPath } from './refused-paths'

/**
 * `.htaccess`, as Apache and those that speak its language read it: headers, redirects and what is no part of the site.
 * Patterns of rewriting begin behind the path that the site lives at.
 */
export function htaccessFile(old: readonly OldPath[], hidden: readonly string[]): string {
  const base = decodeURI(site.basePath)
  // With a space in it, it would be a text to show.
  const notFound = `${site.basePath}/404.html`
  return [
    '# Made by `npm run build`. Apache reads it where AllowOverride is All.',
    'DirectoryIndex index.html',
    'Options -Indexes -MultiViews',
    ...[403, 404, 410].map((status) => `ErrorDocument ${status} ${notFound}`),
    ...Object.entries(contentTypes).map(([extension, type]) => `AddType ${quote(withCharset(type))} .${extension}`),
    '',
    'RewriteEngine On',
    `RewriteCond %{THE_REQUEST} ${quote(`^\\S+ [^?\\s]*(?:${refusedInPath})`)} [NC]`,
    'RewriteRule ^ - [R=404,L]',
    `RewriteRule ${quote(`^(?:${hidden.map(escaped).join('|')})$`)} - [R=404,L]`,
    // Only as the answer to something else.
    'RewriteCond %{ENV:REDIRECT_STATUS} ^$',
    'RewriteRule "^404\\.html$" - [R=404,L]',
    // Those that ask for more go first.
    ...[...old.filter(({ query }) => query), ...old.filter(({ query }) => !query)].flatMap((one) => ruleOf(one, base)),
    'RewriteCond %{REQUEST_FILENAME} -d',
    'RewriteCond %{REQUEST_FILENAME}/index.html !-f',
    'RewriteRule ^ - [R=404,L]',
    '',
    '<IfModule mod_headers.c>',
    ...headerLines({ ...everywhere, ...defaultHeaders }),
    ...headerRules.flatMap((rule) => ruleBlock(rule, base)),
    '</IfModule>',
    '',
    '<IfModule mod_deflate.c>',
    `  AddOutputFilterByType DEFLATE ${[...new Set(Object.values(contentTypes).filter(isText))].join(' ')}`,
    '</IfModule>',
    '',
  ].join('\n')
}

/** Of an old path, in each of its spellings. `NE` leaves an address as it is: it is encoded already. */
function ruleOf(old: OldPath, base: string): string[] {
  const from = decodeURI(old.from).slice(base.length + 1)
  const pattern = quote(`^${escaped(from).replace(/\/$/, '/?')}$`)
  const asked = (old.query ?? []).map(
    ([name, value]) => `RewriteCond %{QUERY_STRING} ${quote(`(?:^|&)${name}=${escaped(value)}(?:&|$)`)}`,
  )
  const flags = ['R=301', 'L', 'NE', ...(old.query || old.to?.includes('#') ? ['QSD'] : [])]
  return [
    ...asked,
    isMoved(old)
      ? `RewriteRule ${pattern} ${quote(old.to.replace(/[%$]/g, '\\$&'))} [${flags.join(',')}]`
      : `RewriteRule ${pattern} - [G,L]`,
  ]
}

function ruleBlock({ paths, headers }: HeaderRule, base: string): string[] {
  const { 'Content-Type': type, ...others } = headers
  const pattern = paths.map(patternSource).join('|')
  return [
    `  <If "%{REQUEST_URI} =~ m#^${patternSource(base)}(?:${pattern})$#">`,
    ...(type ? [`    ForceType ${quote(type)}`] : []),
    ...headerLines(others).map((line) => `  ${line}`),
    '  </If>',
  ]
}

const headerLines = (headers: Headers) =>
  Object.entries(headers).map(([name, value]) => `  Header always set ${name} ${quote(value)}`)

const escaped = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
const quote = (text: string) => `"${text.replace(/"/g, '\\"')}"`
