import type { Article } from '../content/article'
import { folded } from '../content/folded'
import { site } from '../site'
import { createPathClaims, type Owner, shownAs } from './path-claims'
import { fileOfPath, type ListSources, paginatedLists, sitePaths } from './site-paths'

export type PathOwners = ReturnType<typeof createPathOwners>

const numbered = /page\/\d+\/$/
// Made by the site for itself or for its host, or promised to come.
const kept = new RegExp(
  ['^/(?:art|assets|pictures|cards)/.', '^/sitemap-\\d+\\.xml$', '^/icon-[\\w-]+\\.png$', '^/search/'].join('|'),
)

/** Who holds the place of a path, written as writers do: without the path the site lives under. */
export function createPathOwners(articles: readonly Article[], sources: ListSources) {
  const claims = createPathClaims()
  const paginated = paginatedLists(articles, sources)
  const lists = new Set(paginated.map(({ path }) => withoutBase(path())))
  const itself = 'the site itself'

  const claim = (path: string, owner: string) => claims.claim(fileOfPath(path), owner)

  /** Who has claimed what stands in the way of a path, or of its file. */
  function ownerAt(path: string): Owner | undefined {
    const file = fileOfPath(path)
    const page = folded(shownAs(file))
    if (numbered.test(page) && lists.has(page.replace(numbered, ''))) return { owner: itself, at: page, isFile: true }
    return claims.ownerAt(file)
  }

  /** The same, with what the site keeps for itself. */
  const ownerOf = (path: string): Owner | undefined =>
    kept.test(folded(path)) ? { owner: itself, at: path, isFile: false } : ownerAt(path)

  for (const { path, file = itself } of sitePaths(articles, paginated)) claim(withoutBase(path), file)
  return { claim, ownerOf, ownerAt }
}

export const withoutBase = (path: string) => path.slice(site.basePath.length)
