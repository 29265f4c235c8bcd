import type { Article } from './article'
import type { Day } from './days'
import { type Place, problemIn } from './places'
import type { Problem } from './problem'
import { shown } from './readers'
import { slugOf } from './slugs'

type Checked = { article: Article; problems: Problem[] }

/** The article with each tag and author once, and what is odd about it though valid. */
export function tidied(article: Article): Checked {
  const authors = once(article, 'author', article.authors)
  const tags = once(article, 'tags', article.tags)
  const at = (field: string) => authors.places[field] ?? tags.places[field] ?? article.at(field)
  const problems = [...authors.problems, ...tags.problems, ...dayProblems(article)]
  return { article: { ...article, authors: authors.kept, tags: tags.kept, at }, problems }
}

function dayProblems({ file, date, updated, at }: Article): Problem[] {
  if (!updated || updated >= date) return []
  const message = `The update, ${updated}, is earlier than the day of publication, ${date}.`
  const wayOut = 'Correct one of the two days.'
  return [problemIn(file, at('updated'), { severity: 'warning', rule: 'updated-before-date', message, wayOut })]
}

/** What no post can know by itself: a day that has yet to come, on a page that readers see before it. */
export function prematureUpdates(published: readonly Article[], today: Day): Problem[] {
  return published.flatMap(({ file, updated, at }) => {
    if (!updated || updated <= today) return []
    const message = `The update, ${updated}, is a day that has yet to come.`
    const wayOut = 'Write the day on which the article was last changed.'
    return [problemIn(file, at('updated'), { severity: 'warning', rule: 'updated-in-future', message, wayOut })]
  })
}

// Two names with one slug would be two links to one page.
function once({ file, at }: Article, field: string, names: string[]) {
  const kept: string[] = []
  const places: Record<string, Place> = {}
  const problems: Problem[] = []
  const slugs = new Set<string>()
  for (const [index, name] of names.entries()) {
    const slug = names.length === 1 ? name : slugOf(name)
    const place = at(`${field}.${index}`)
    if (!slugs.has(slug)) {
      slugs.add(slug)
      if (place) places[`${field}.${kept.length}`] = place
      kept.push(name)
      continue
    }
    const message = `${shown(name)} stands in this list already.`
    problems.push(
      problemIn(file, place, { severity: 'warning', rule: 'repeated', message, wayOut: 'Keep one of the two.' }),
    )
  }
  return { kept, places, problems }
}
