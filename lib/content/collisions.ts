import type { Article } from './article'
import { type Place, problemIn } from './places'
import type { Problem } from './problem'
import type { Redirect } from './redirects'

export type Claim = { file: string; slug: string; draft: boolean; place?: Place }

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
    return [problemIn(claim.file, claim.place, claim.draft ? { ...finding, severity: 'warning' } : finding)]
  })
}

/** Old paths that lead to two places, or from a page that exists. */
export function aliasCollisions(articles: readonly Article[], redirects: readonly Redirect[]): Problem[] {
  const holders = new Map<string, string>()
  for (const { slug, file } of articles) holders.set(`/articles/${slug}/`, file)
  for (const { from } of redirects) if (!holders.has(from)) holders.set(from, '_redirects.yml')
  return articles.flatMap(({ file, aliases, at }) =>
    aliases.flatMap((alias, index) => {
      const holder = holders.get(alias)
      holders.set(alias, holder ?? file)
      if (holder === undefined) return []
      const message = holder === file ? `${alias} leads here already.` : `${alias} belongs to ${holder}.`
      return [problemIn(file, at[`aliases.${index}`], error('alias-taken', message, 'Delete it from one of the two.'))]
    }),
  )
}

const folded = (file: string) => file.normalize('NFC').toLowerCase().normalize('NFC')

const error = (rule: string, message: string, wayOut: string) => ({ severity: 'error' as const, rule, message, wayOut })
