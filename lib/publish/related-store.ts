import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { digestOf } from '../digest'
import { type Nearness, relatedTo } from '../library/related'

type Remembered = { key: string; slugs: string[]; related: string[][] }

const file = path.resolve('.cache/related.json')

/** `relatedTo`, kept from one build to the next: most changes say nothing of what an article is near to. */
export const relatedWith = (madeWith: string) => (entries: Nearness[], count: number) => {
  const key = digestOf(madeWith, count, entries.map(nearness))
  const known = read()
  if (known?.key === key) return new Map(known.slugs.map((slug, index) => [slug, known.related[index] ?? []]))
  const found = relatedTo(entries, count)
  const remembered: Remembered = { key, slugs: [...found.keys()], related: [...found.values()] }
  writeFileSync(file, JSON.stringify(remembered))
  return found
}

const nearness = ({ slug, date, title, excerpt, tags, series, category }: Nearness) => [
  slug,
  date,
  title,
  excerpt,
  tags,
  series,
  category,
]

// What a killed build has left half written counts as nothing.
function read(): Remembered | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
