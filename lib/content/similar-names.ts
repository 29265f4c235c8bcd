import type { Problem } from '../problem'
import type { Article } from './article'
import { slipFinder } from './did-you-mean'
import { placeIn, problemIn } from './places'
import { shown } from './readers'

type Use = { name: string; article: Article; field: string; index: number }

/** Warns of authors and tags one slip away from a known one: one with a profile, or used by two other posts. */
export function similarNameProblems(articles: readonly Article[], profileNames: readonly string[]): Problem[] {
  const authors = articles.flatMap((article) => usesOf(article, 'author', article.authors))
  const tags = articles.flatMap((article) => usesOf(article, 'tags', article.tags))
  return [...slipsAmong(authors, profileNames), ...slipsAmong(tags, [])]
}

const usesOf = (article: Article, field: string, names: readonly string[]): Use[] =>
  names.map((name, index) => ({ name, article, field, index }))

function slipsAmong(uses: readonly Use[], profiled: readonly string[]): Problem[] {
  const counts = new Map<string, number>()
  for (const { name } of uses) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const name of profiled) counts.set(name, Number.POSITIVE_INFINITY)
  const known = [...counts].flatMap(([name, count]) => (count >= 2 ? [name] : []))
  const slipsOf = slipFinder(known)
  // Of two names, only the rarer one is taken for the slip.
  const meant = new Map<string, string>()
  for (const [name, count] of counts) {
    const other = slipsOf(name).find((candidate) => (counts.get(candidate) ?? 0) > count)
    if (other !== undefined) meant.set(name, other)
  }
  return uses.flatMap(({ name, article, field, index }) => {
    const other = meant.get(name)
    if (other === undefined) return []
    const message = `${shown(name)} is one slip away from ${shown(other)}, which is in use.`
    const hint = `Did you mean ${other}?`
    const { file, places } = article
    const place = placeIn(places, `${field}.${index}`) ?? placeIn(places, field)
    return [problemIn(file, place, { severity: 'warning', rule: 'unfamiliar-name', message, hint })]
  })
}
