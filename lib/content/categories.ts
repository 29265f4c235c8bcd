import * as z from 'zod'
import type { Problem } from '../problem'
import { hues } from '../site'
import type { Source } from '../source'
import { readItems, repeated } from './config'
import { readFrom, readSlug, readText } from './readers'

export type Category = z.output<typeof category>

const text = readFrom(readText)
const category = z.strictObject({ slug: readFrom(readSlug), name: text, description: text, hue: z.enum(hues) })

const unnamed = (slug: string): Category => ({ slug, name: slug, description: slug, hue: hues[0] ?? '' })

/**
 * Reads `_categories.yml`, in the order in which a reader sees them. One that has a mistake is known by its slug; where that
 * cannot be read, none is known.
 */
export function readCategories(source: Source): { read: Category[]; problems: Problem[] } {
  const { items, refused, problems } = readItems(source, category)
  problems.push(...repeated(source, items, 'slug'))
  const known = refused.flatMap(({ data }) => (data.slug === undefined ? [] : [{ ...unnamed(data.slug), ...data }]))
  // Were one missing, posts would be told that there is none of that name.
  const read = known.length < refused.length ? [] : [...items.map(({ data }) => data), ...known]
  return { read, problems }
}
