import type { Problem } from '../problem'
import type { Article } from './article'
import { slipFinder } from './did-you-mean'
import { placeIn, problemIn } from './places'
import { shown } from './readers'

/** Warns of authors and tags one slip away from a known one: one with a profile, or used by two other posts. */
export function similarNameProblems(articles: readonly Article[], profileNames: readonly string[]): Problem[] {
  const authors = { field: 'author', of: ({ authors }: Article) => authors }
  const tags = { field: 'tags', of: ({ tags }: Article) => tags }
  return [...slipsAmong(articles, authors, profileNames), ...slipsAmong(articles, tags, [])]
}

type Names = { field: string; of(article: Article): readonly string[] }

function slipsAmong(articles: readonly Article[], names: Names, profiled: readonly string[]): Problem[] {
  const counts = new Map<string, number>()
  for (const article of articles) for (const name of names.of(article)) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const name of profiled) counts.set(name, Number.POSITIVE_INFINITY)
  const known = [...counts].flatMap(([name, count]) => (count >= 2 ? [name] : []))
  const slipsOf = slipFinder(known)
  // Of two names, only the rarer one is taken for the slip.
  const meant = new Map<string, string>()
  for (const [name, count] of counts) {
    const other = slipsOf(name).find((candidate) => (counts.get(candidate) ?? 0) > count)
    if (other !== undefined) meant.set(name, other)
  }
  const problems: Problem[] = []
  for (const article of meant.size ? articles : [])
    for (const [index, name] of names.of(article).entries()) {
      const other = meant.get(name)
      if (other !== undefined) problems.push(unfamiliar(article, `${names.field}.${index}`, names.field, name, other))
    }
  return problems
}

function unfamiliar({ file, places }: Article, item: string, field: string, name: string, other: string): Problem {
  const message = `${shown(name)} is one slip away from ${shown(other)}, which is in use.`
  const hint = `Did you mean ${other}?`
  const place = placeIn(places, item) ?? placeIn(places, field)
  return problemIn(file, place, { severity: 'warning', rule: 'unfamiliar-name', message, hint })
}
