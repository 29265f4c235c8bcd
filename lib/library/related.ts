import { slugOf } from '../content/slugs'
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

/** For each article the slugs of the `count` others nearest in subject; ties go to the nearer day, then to the slug. */
export function relatedTo(entries: Entry[], count: number): Map<string, string[]> {
  const terms = entries.map(termsOf)
  // Days, not places in the list: an article that comes between moves every place behind it, and no day.
  const days = entries.map(({ date }) => Date.parse(date))
  const holders = new Map<string, number[]>()
  terms.forEach((list, index) => {
    for (const term of list.keys()) {
      const found = holders.get(term)
      if (found) found.push(index)
      else holders.set(term, [index])
    }
  })
  return new Map(entries.map((entry, index) => [entry.slug, nearest(entries, terms, days, holders, index, count)]))
}

function nearest(
  entries: Entry[],
  terms: Map<string, number>[],
  days: number[],
  holders: Map<string, number[]>,
  index: number,
  count: number,
): string[] {
  const scores = new Map<number, number>()
  const far = (other: number) => Math.abs((days[other] ?? 0) - (days[index] ?? 0))
  for (const [term, weight] of terms[index] ?? []) {
    const list = holders.get(term) ?? []
    const place = position(list, index)
    for (const other of list.slice(Math.max(0, place - reach), place + reach + 1)) {
      if (other === index) continue
      scores.set(other, (scores.get(other) ?? 0) + Math.min(weight, terms[other]?.get(term) ?? 0))
    }
  }
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || far(a) - far(b) || a - b)
    .slice(0, count)
    .flatMap(([other]) => entries[other]?.slug ?? [])
}

function termsOf(entry: Entry): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => terms.set(term, Math.max(weight, terms.get(term) ?? 0))
  for (const word of wordsOf(entry.excerpt)) add(word, weights.excerpt)
  for (const word of wordsOf(entry.title)) add(word, weights.title)
  for (const tag of entry.tags) add(`tag ${slugOf(tag)}`, weights.tag)
  if (entry.series) add(`series ${slugOf(entry.series)}`, weights.series)
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
