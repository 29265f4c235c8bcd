import { slugOf } from '../content/slugs'
import { site } from '../site'
import type { Entry } from './library'

// Fixed weights, never shares of the whole: an article that appears far away must not move the scores of two others.
const weights = { series: 8, tag: 5, title: 3, excerpt: 1, category: 2 }

// How far along the articles that share a term one looks, to each side. It bounds the work at any size, and an edit
// reaches only the lists of its neighbours.
const reach = 20

const common = new Set(
  'a about after all also an and any are as at be because been before being both but by can could did do does for from had has have how if in into is it its just like made make many may more most much must never new no not now of off on one only or other our out over own per same so some still such than that the their them then there these they this those through to too two under until up very was way we were what when where which while who why will with without would you your'.split(
    ' ',
  ),
)

/** All of an article that says what it is near to. */
export type Nearness = Pick<Entry, 'slug' | 'date' | 'title' | 'excerpt' | 'tags' | 'series' | 'category'>

/** For each article the slugs of the `count` others nearest in subject; ties go to the nearer day, then to the slug. */
export function relatedTo(entries: Nearness[], count: number): Map<string, string[]> {
  const { postings, termsOf } = indexOf(entries)
  // Days, not places in the list: an article that comes between moves every place behind it, and no day.
  const days = entries.map(({ date }) => Date.parse(date))
  const scores = new Float64Array(entries.length)
  const nearest = (index: number) => {
    const met = scoresOf(index, termsOf[index] ?? [], postings, scores)
    const score = (other: number) => scores[other] ?? 0
    const far = (other: number) => Math.abs((days[other] ?? 0) - (days[index] ?? 0))
    const best = firstOf(met, count, (a, b) => score(b) - score(a) || far(a) - far(b) || a - b)
    for (const other of met) scores[other] = 0
    return best.flatMap((other) => entries[other]?.slug ?? [])
  }
  return new Map(entries.map(({ slug }, index) => [slug, nearest(index)]))
}

/** What would come first if a list were sorted; sorting hundreds for three takes most of the time. */
function firstOf(list: number[], count: number, compare: (a: number, b: number) => number): number[] {
  const first: number[] = []
  for (const one of list) {
    const last = first[count - 1]
    if (last !== undefined && compare(one, last) > 0) continue
    const place = first.findIndex((other) => compare(one, other) < 0)
    first.splice(place < 0 ? first.length : place, 0, one)
    if (first.length > count) first.pop()
  }
  return first
}

/** The articles that have a term, by their places in ascending order, and what it weighs in each. */
type Posting = { places: number[]; weights: number[] }

function indexOf(entries: Nearness[]): { postings: Posting[]; termsOf: number[][] } {
  const ids = new Map<string, number>()
  const postings: Posting[] = []
  const termsOf = entries.map((entry, place) =>
    [...weightsOf(entry)].map(([term, weight]) => {
      const id = ids.get(term) ?? postings.push({ places: [], weights: [] }) - 1
      ids.set(term, id)
      postings[id]?.places.push(place)
      postings[id]?.weights.push(weight)
      return id
    }),
  )
  return { postings, termsOf }
}

/** Adds up what each article near another shares with it, and returns which were met; `scores` is zero everywhere before. */
function scoresOf(index: number, terms: number[], postings: Posting[], scores: Float64Array): number[] {
  const met: number[] = []
  for (const term of terms) {
    const { places, weights } = postings[term] ?? { places: [], weights: [] }
    const own = position(places, index)
    const weight = weights[own] ?? 0
    for (let at = Math.max(0, own - reach); at < Math.min(places.length, own + reach + 1); at++) {
      const other = places[at] ?? index
      if (other === index) continue
      if (scores[other] === 0) met.push(other)
      scores[other] = (scores[other] ?? 0) + Math.min(weight, weights[at] ?? 0)
    }
  }
  return met
}

function weightsOf(entry: Nearness): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => terms.set(term, Math.max(weight, terms.get(term) ?? 0))
  for (const word of wordsOf(entry.excerpt)) add(word, weights.excerpt)
  for (const word of wordsOf(entry.title)) add(word, weights.title)
  for (const tag of entry.tags) add(`tag ${slugOf(tag, site.language)}`, weights.tag)
  if (entry.series) add(`series ${slugOf(entry.series, site.language)}`, weights.series)
  add(`category ${entry.category}`, weights.category)
  return terms
}

// "sensors" and "sensor" are one term; nothing finer is worth its surprises.
const wordsOf = (text: string) =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
    .filter((word) => !common.has(word))
    .map((word) => (word.length > 4 ? word.replace(/s$/, '') : word))

// The lists are ascending, so the place of an index in one is found by halving.
function position(list: number[], index: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) < index) low = middle + 1
    else high = middle
  }
  return low
}
