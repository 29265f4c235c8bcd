import type { Problem } from './problem'
import { type Finding, lineText, placeAt, type Source } from './source'
import type { Entry } from './yaml'

/** Where a value stands in its file: enough to make a problem of it later, without the file. */
export type Place = { line: number; column: number; text: string; length: number }
type Span = { start: number; end: number }

/** Where each field's value stands, and each item of a list as `tags.0`. */
export function placesOf(source: Source, entries: readonly Entry[]): Record<string, Place> {
  const places: Record<string, Place> = {}
  for (const { name, value } of entries) {
    places[name] = placeOf(source, value)
    if (value.kind !== 'list') continue
    for (const [index, item] of value.items.entries()) places[`${name}.${index}`] = placeOf(source, item)
  }
  return places
}

/** A problem with a place that was kept; without one, with the file as a whole. */
export function problemIn(file: string, place: Place | undefined, finding: Finding): Problem {
  if (!place) return { file, line: 1, column: 1, ...finding }
  const { line, column, text, length } = place
  return { file, line, column, ...finding, excerpt: { text, length } }
}

export const problemOn = (source: Source, span: Span, finding: Finding) =>
  problemIn(source.file, placeOf(source, span), finding)

// The first line of a value: a marker stands under one line only.
export function placeOf(source: Source, { start, end }: Span): Place {
  const { line, column } = placeAt(source, start)
  const text = lineText(source, line)
  return { line, column, text, length: Math.max(1, Math.min(end - start, text.length - column + 1)) }
}
