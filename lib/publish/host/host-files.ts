import { site } from '../../site'
import type { ReleaseFile } from '../release-file'
import { defaultHeaderPaths, defaultHeaders, everywhere, type HeaderRule, type Headers, headerRules } from './headers'
import { htaccessFile } from './htaccess'
import { nginxRedirects } from './nginx-redirects'
import { isMoved, type OldPath } from './old-paths'
import { redirectsFile } from './redirects-file'

/** Files of a release that hosts read and do not serve. */
export const hostFileNames = ['_headers', '_redirects', '_redirects.nginx', 'netlify.toml', 'vercel.json']

/**
 * What Netlify and Cloudflare Pages (`_headers`, `_redirects`), Vercel (`vercel.json`), GitHub Pages (`.nojekyll`), Apache
 * (`.htaccess`) and nginx (`_redirects.nginx`) have to be told.
 * Each reads its headers from one file only, and none of them sets a header of a path twice: Cloudflare would join both.
 */
export function* hostFiles(old: readonly OldPath[]): Iterable<ReleaseFile> {
  const at = (name: string) => `${site.basePath}/${name}`
  yield { path: at('_headers'), text: headersFile }
  yield { path: at('_redirects'), text: () => redirectsFile(old) }
  yield { path: at('_redirects.nginx'), text: () => nginxRedirects(old) }
  yield { path: at('vercel.json'), text: () => vercelFile(old) }
  yield { path: at('netlify.toml'), text: () => netlifyFile }
  yield { path: at('.htaccess'), text: () => htaccessFile(old, hostFileNames) }
  yield { path: at('.nojekyll'), text: () => '' }
}

/** All three hosts say of a page by themselves how long it holds, and say what `otherwise` says. */
const { 'Cache-Control': _, ...ofPages } = defaultHeaders

/** One rule a path: of two, Cloudflare would take the second alone. */
function rules(): HeaderRule[] {
  const all = [{ paths: ['/*'], headers: everywhere }, { paths: defaultHeaderPaths, headers: ofPages }, ...headerRules]
  const byPath = new Map<string, Headers>()
  for (const { paths, headers } of all) for (const path of paths) byPath.set(path, { ...byPath.get(path), ...headers })
  return [...byPath].map(([path, headers]) => ({ paths: [site.basePath + path], headers }))
}

function headersFile(): string {
  const block = (path: string, { headers }: HeaderRule) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
  return rules()
    .flatMap((rule) => rule.paths.map((path) => block(path, rule)))
    .join('\n')
}

// It takes 2,048 redirects today, and took half as many before. It cannot say of a path that it is gone beside headers.
const vercelMost = 1024

// A dot would be any letter there, and brackets a pattern.
const vercelSource = (path: string) => path.replace(/[.()+!]/g, '\\$&').replace(/\*/g, '(.*)')

function vercelFile(old: readonly OldPath[]): string {
  // It adds a slash by itself before it looks for a redirect.
  const redirects = old
    .filter(isMoved)
    .sort((a, b) => Number(!a.query) - Number(!b.query))
    .slice(0, vercelMost)
    .map(({ from, query = [], to }) => ({
      source: vercelSource(from),
      ...(query.length ? { has: query.map(([key, value]) => ({ type: 'query', key, value })) } : {}),
      destination: to,
      statusCode: 301,
    }))
  const headers = rules().flatMap((rule) =>
    rule.paths.map((path) => ({
      source: vercelSource(path),
      headers: Object.entries(rule.headers).map(([key, value]) => ({ key, value })),
    })),
  )
  return `${JSON.stringify({ framework: null, outputDirectory: '.', trailingSlash: true, redirects, headers }, null, 2)}\n`
}

// What Netlify rewrites in a page would no longer be what its policy was made for.
const netlifyFile = `[build]
  publish = "."

[build.processing]
  skip_processing = true
`
