import * as z from 'zod'
import { hues } from '../site'
import { readItems, repeated } from './config'
import type { Problem } from './problem'
import { readFrom, readSlug, readText } from './readers'
import type { Source } from './source'

export type Category = z.output<typeof category>

const text = readFrom(readText)
const category = z.strictObject({ slug: readFrom(readSlug), name: text, description: text, hue: z.enum(hues) })

/** Reads `_categories.yml`, in the order in which a reader sees them. */
export function readCategories(source: Source): { read: Category[]; problems: Problem[] } {
  const { items, problems } = readItems(source, category)
  problems.push(...repeated(source, items, 'slug'))
  return { read: items.map(({ data }) => data), problems }
}
