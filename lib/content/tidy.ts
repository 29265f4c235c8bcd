import type { Day } from '../days'
import type { Problem } from '../problem'
import type { Article } from './article'
import { type FieldSpans, placeIn, problemIn } from './places'
import { shown } from './readers'
import { slugOf } from './slugs'

type Checked = { article: Article; problems: Problem[] }

/** The article with each tag and author once, and what is odd about it though valid. */
export function tidied(article: Article, language: string): Checked {
  const authors = once(article, 'author', article.authors, language)
  const tags = once(article, 'tags', article.tags, language)
  const { head, spans } = article.places()
  const tidy = { head, spans: { ...spans, ...authors.spans, ...tags.spans } }
  const imagePlace = placeIn(article.places, 'imageUrl')
  const problems = [...authors.problems, ...tags.problems, ...dayProblems(article)]
  return {
    article: {
      ...{ ...article, authors: authors.kept, tags: tags.kept, places: () => tidy },
      ...(imagePlace ? { imagePlace } : {}),
    },
    problems,
  }
}

function dayProblems({ file, date, updated, places }: Article): Problem[] {
  if (!updated || updated >= date) return []
  const message = `The update, ${updated}, is earlier than the day of publication, ${date}.`
  const hint = 'Correct one of the two days.'
  return [
    problemIn(file, placeIn(places, 'updated'), { severity: 'warning', rule: 'updated-before-date', message, hint }),
  ]
}

/** What no post can know by itself: a day that has yet to come, on a page that readers see before it. */
export function prematureUpdates(published: readonly Article[], today: Day): Problem[] {
  return published.flatMap(({ file, updated, places }) => {
    if (!updated || updated <= today) return []
    const message = `The update, ${updated}, is a day that has yet to come.`
    const hint = 'Write the day on which the article was last changed.'
    return [
      problemIn(file, placeIn(places, 'updated'), { severity: 'warning', rule: 'updated-in-future', message, hint }),
    ]
  })
}

// Two names with one slug would be two links to one page.
function once({ file, places }: Article, field: string, names: string[], language: string) {
  const kept: string[] = []
  const spans: FieldSpans['spans'] = {}
  const problems: Problem[] = []
  const slugs = new Set<string>()
  for (const [index, name] of names.entries()) {
    const slug = names.length === 1 ? name : slugOf(name, language)
    const span = places().spans[`${field}.${index}`]
    if (!slugs.has(slug)) {
      slugs.add(slug)
      if (span) spans[`${field}.${kept.length}`] = span
      kept.push(name)
      continue
    }
    const message = `${shown(name)} stands in this list already.`
    problems.push(
      problemIn(file, placeIn(places, `${field}.${index}`), {
        severity: 'warning',
        rule: 'repeated',
        message,
        hint: 'Keep one of the two.',
      }),
    )
  }
  return { kept, spans, problems }
}
