import { site } from '../site'
import type { Article } from './article'
import { fileOfPath, ownPaths, type Shelves, shelvesOf } from './own-paths'

/** What the site stands on: its lists, and the files that are served as they are (`/favicon.ico`). */
export type Grounds = Shelves & { publicFiles: readonly string[] }

const numbered = /page\/\d+\/$/
// Made by the site for itself or for its host, or promised to come.
const kept = new RegExp(
  [
    ...['^/(?:_next|art|assets|pictures|cards)/.', '^/sitemap-\\d+\\.xml$', '^/icon-[\\w-]+\\.png$', '^/search/'],
    '^/(?:_headers|netlify\\.toml|vercel\\.json)(?:/|$)',
  ].join('|'),
)

/**
 * Who holds the place of a path, written as writers do: without the path the site lives under. On a disk a name is either a
 * file or a folder, so `/old.html` and `/old.html/more/` have one place.
 */
export function createHolders(articles: readonly Article[], grounds: Grounds) {
  const files = new Map<string, string>()
  const folders = new Map<string, string>()
  const shelves = shelvesOf(articles, grounds)
  const lists = new Set(shelves.map(({ path }) => withoutBase(path())))
  const itself = 'the site itself'
  const claim = (path: string, holder: string) => {
    const file = fileOfPath(path)
    if (!files.has(file)) files.set(file, holder)
    for (const folder of foldersOf(file)) if (!folders.has(folder)) folders.set(folder, holder)
  }
  const holderOf = (path: string): string | undefined => {
    const isPage = numbered.test(path) && lists.has(path.replace(numbered, ''))
    if (isPage || kept.test(path)) return itself
    const file = fileOfPath(path)
    const above = foldersOf(file).find((folder) => files.has(folder))
    return files.get(file) ?? folders.get(file) ?? (above === undefined ? undefined : files.get(above))
  }
  for (const { path, file = itself } of ownPaths(articles, shelves)) claim(withoutBase(path), file)
  for (const path of grounds.publicFiles) claim(path, `public${path}`)
  return { claim, holderOf }
}

const withoutBase = (path: string) => path.slice(site.basePath.length)

/** `/a/b.html` lies in `/a`. */
function foldersOf(file: string): string[] {
  const names = file.split('/').slice(1, -1)
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)
}
