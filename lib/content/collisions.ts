import type { Problem } from '../problem'
import type { Article } from './article'
import { folded } from './folded'
import { placeIn, problemIn } from './places'

export type Claim = Pick<Article, 'file' | 'slug' | 'draft' | 'places'>

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
    const place = placeIn(claim.places, 'slug')
    return [problemIn(claim.file, place, claim.draft ? { ...finding, severity: 'warning' } : finding)]
  })
}

const error = (rule: string, message: string, hint: string) => ({ severity: 'error' as const, rule, message, hint })
