import { site } from '../../site'
import type { OwnFile } from '../own-files'
import { everywhere, type HeaderRule, type Headers, headerRules, otherwise, otherwisePaths } from './headers'

/** Files of a release that hosts read and do not serve. */
export const hostFileNames = ['_headers', 'netlify.toml', 'vercel.json']

/**
 * What Netlify and Cloudflare Pages (`_headers`), Vercel (`vercel.json`) and GitHub Pages (`.nojekyll`) have to be told.
 * Each reads its headers from one file only, and none of them sets a header of a path twice: Cloudflare would join both.
 */
export function* hostFiles(): Iterable<OwnFile> {
  const at = (name: string) => `${site.basePath}/${name}`
  yield { path: at('_headers'), text: headersFile }
  yield { path: at('vercel.json'), text: vercelFile }
  yield { path: at('netlify.toml'), text: () => netlifyFile }
  yield { path: at('.nojekyll'), text: () => '' }
}

/** All three hosts say of a page by themselves how long it holds, and say what `otherwise` says. */
const { 'Cache-Control': _, ...ofPages } = otherwise

/** One rule a path: of two, Cloudflare would take the second alone. */
function rules(): HeaderRule[] {
  const all = [{ paths: ['/*'], headers: everywhere }, { paths: otherwisePaths, headers: ofPages }, ...headerRules]
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

function vercelFile(): string {
  const headers = rules().flatMap((rule) =>
    rule.paths.map((path) => ({
      // A dot would be any letter there.
      source: path.replace(/\./g, '\\.').replace(/\*/g, '(.*)'),
      headers: Object.entries(rule.headers).map(([key, value]) => ({ key, value })),
    })),
  )
  return `${JSON.stringify({ framework: null, outputDirectory: '.', trailingSlash: true, headers }, null, 2)}\n`
}

// What Netlify rewrites in a page would no longer be what its policy was made for.
const netlifyFile = `[build]
  publish = "."

[build.processing]
  skip_processing = true
`
