import type { Article } from './article'
import { createHolders, type Grounds } from './holders'
import { problemIn } from './places'
import type { Problem } from './problem'
import { publicFiles } from './public-files'
import type { Redirect } from './redirects'

type Site = Pick<Grounds, 'categories'> & { profiles: Grounds['authors']; publicDirectory: string }

export type Claim = Pick<Article, 'file' | 'slug' | 'draft' | 'at'>

/** Files that some disks take for one: their names differ only by case, or by how an accent is stored. */
export function nameCollisions(files: readonly string[]): Problem[] {
  const seen = new Map<string, string>()
  return files.flatMap((file) => {
    const key = folded(file)
    const other = seen.get(key)
    seen.set(key, other ?? file)
    if (other === undefined) return []
    const message = `${file} and ${other} are one name on many disks.`
    return [problemIn(file, undefined, error('file-name', message, 'Rename one of the two.'))]
  })
}

/** Posts with one slug. Against a draft it is a warning, and the draft's. */
export function slugCollisions(claims: readonly Claim[]): Problem[] {
  const seen = new Map<string, Claim>()
  const published = [...claims].sort((a, b) => Number(a.draft) - Number(b.draft))
  return published.flatMap((claim) => {
    const other = seen.get(claim.slug)
    if (!other) seen.set(claim.slug, claim)
    // That two such files are one name has been said already.
    if (!other || folded(other.file) === folded(claim.file)) return []
    const message = `${claim.file} and ${other.file} have the same slug, "${claim.slug}".`
    const finding = error('slug-taken', message, 'Give one of the two another:  slug: some-words')
    return [problemIn(claim.file, claim.at('slug'), claim.draft ? { ...finding, severity: 'warning' } : finding)]
  })
}

/** Old paths that lead to two places, or that stand where the site has a page or a file of its own. */
export function aliasCollisions(
  articles: readonly Article[],
  redirects: readonly Redirect[],
  { categories = [], profiles = [], publicDirectory = 'public' }: Partial<Site> = {},
): Problem[] {
  if (redirects.length === 0 && articles.every(({ aliases }) => aliases.length === 0)) return []
  const { claim, holderOf } = createHolders(articles, {
    categories,
    authors: profiles,
    publicFiles: publicFiles(publicDirectory),
  })
  const read = new Set<string>()
  const ofRedirects = redirects.flatMap(({ from, to, file = '_redirects.yml', place }) => {
    const holder = holderOf(from)
    claim(from, '_redirects.yml')
    const isRepeated = read.has(from)
    read.add(from)
    // What is gone leads nowhere, and what is written twice has been named already.
    if (holder === undefined || to === undefined || isRepeated) return []
    return [problemIn(file, place, error('redirect-taken', ...words(from, holder, file)))]
  })
  const ofAliases = articles.flatMap(({ file, aliases, at }) =>
    aliases.flatMap((alias, index) => {
      const holder = holderOf(alias)
      claim(alias, file)
      if (holder === undefined) return []
      return [problemIn(file, at(`aliases.${index}`), error('alias-taken', ...words(alias, holder, file)))]
    }),
  )
  return [...ofRedirects, ...ofAliases]
}

function words(path: string, holder: string, file: string): [message: string, wayOut: string] {
  const message = holder === file ? `${path} leads here already.` : `${path} belongs to ${holder}.`
  const isWritten = /\.(?:md|yml)$/.test(holder) && !holder.startsWith('public/')
  return [
    message,
    isWritten ? 'Delete it from one of the two.' : 'Delete it: readers find there what is there already.',
  ]
}

const folded = (file: string) => file.normalize('NFC').toLowerCase().normalize('NFC')

const error = (rule: string, message: string, wayOut: string) => ({ severity: 'error' as const, rule, message, wayOut })
