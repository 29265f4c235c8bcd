import type { Article } from '../content/article'
import { folded } from '../content/folded'
import { placeIn, problemIn } from '../content/places'
import type { Redirect } from '../content/redirects'
import type { Problem } from '../problem'
import { type PublicFolder, readPublicFolder } from '../public-folder'
import type { Owner } from './path-claims'
import { createPathOwners } from './path-owners'
import { mayCollide, publicCollisions, sentInPlace } from './public-collisions'
import type { ListSources } from './site-paths'

type Site = Pick<ListSources, 'categories'> & { profiles: ListSources['authors']; publicFolder: PublicFolder }

/** Old paths and files of `public/` that stand where something else is: a page of the site, or one another. */
export function pathCollisions(
  articles: readonly Article[],
  redirects: readonly Redirect[],
  { categories = [], profiles = [], publicFolder = readPublicFolder() }: Partial<Site> = {},
): Problem[] {
  const files = publicFolder.files.map(({ path }) => path)
  const hasOldPaths = redirects.length > 0 || articles.some(({ aliases }) => aliases.length > 0)
  if (!hasOldPaths && !files.some(mayCollide)) return []
  const owners = createPathOwners(articles, { categories, authors: profiles })
  const { claim, ownerOf } = owners
  const ofPublic = publicCollisions(files, owners)
  const read = new Set<string>()
  const ofRedirects = redirects.flatMap(({ from, query, to, file = '_redirects.yml', place }) => {
    // That is the same page, asked for otherwise.
    if (query) return []
    const owner = ownerOf(from)
    claim(from, '_redirects.yml')
    const isRepeated = read.has(folded(from))
    read.add(folded(from))
    // What is gone leads nowhere, and what is written twice has been named already.
    if (owner === undefined || to === undefined || isRepeated) return []
    return [problemIn(file, place, error('redirect-taken', ...words(from, owner, file)))]
  })
  const ofAliases = articles.flatMap(({ file, aliases, places }) =>
    aliases.flatMap((alias, index) => {
      const owner = ownerOf(alias)
      claim(alias, file)
      if (owner === undefined) return []
      const place = placeIn(places, `aliases.${index}`)
      return [problemIn(file, place, error('alias-taken', ...words(alias, owner, file)))]
    }),
  )
  return [...ofRedirects, ...ofAliases, ...ofPublic, ...sentInPlace(files, owners)]
}

function words(path: string, { owner, spellings }: Owner, file: string): [message: string, hint: string] {
  if (spellings) {
    const message = `"${spellings.here}" and "${spellings.there}" of ${owner} are one name on many disks.`
    return [message, `Write ${spellings.there} there, or delete it.`]
  }
  const message = owner === file ? `${path} leads here already.` : `${path} belongs to ${owner}.`
  const isWritten = /\.(?:md|yml)$/.test(owner) && !owner.startsWith('public/')
  return [
    message,
    isWritten ? 'Delete it from one of the two.' : 'Delete it: readers find there what is there already.',
  ]
}

const error = (rule: string, message: string, hint: string) => ({ severity: 'error' as const, rule, message, hint })
