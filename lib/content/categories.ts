import * as z from 'zod'
import type { Problem } from '../problem'
import { hues } from '../site'
import type { Source } from '../source'
import { readItems, repeated } from './config'
import { readFrom, readSlug, readText } from './readers'

export type Category = z.output<typeof category>

const text = readFrom(readText)
const category = z.strictObject({ slug: readFrom(readSlug), name: text, description: text, hue: z.enum(hues) })

/** Reads `_categories.yml`, in the order in which a reader sees them. */
export function readCategories(source: Source): { read: Category[]; problems: Problem[] } {
  const { items, problems } = readItems(source, category)
  problems.push(...repeated(source, items, 'slug'))
  return { read: items.map(({ data }) => data), problems }
}
