import type { Problem } from '../problem'
import { type Finding, type LinePart, linePart, placeAt, type Source, sourceOf } from '../source'
import type { Entry } from './yaml/yaml'

/** Where a value stands in its file: enough to make a problem of it later, without the file. */
export type Place = LinePart & { line: number; column: number; length: number }
type Span = { start: number; end: number }

/**
 * The file down to the end of its front matter, and where in it each field's value stands, and each item of a list as
 * `tags.0`. Plain data: kept with a post, it places a problem in a file that is not opened again.
 */
export type FieldSpans = { head: string; spans: Record<string, [start: number, end: number]> }

/** Where the fields of a post stand: of most posts nobody asks. */
export type FieldPlaces = () => FieldSpans

export function spansOf({ text }: Source, entries: readonly Entry[], end: number): FieldSpans {
  const spans: FieldSpans['spans'] = {}
  for (const { name, value } of entries) {
    spans[name] = [value.start, value.end]
    if (value.kind !== 'list') continue
    for (const [index, item] of value.items.entries()) spans[`${name}.${index}`] = [item.start, item.end]
  }
  return { head: text.slice(0, end), spans }
}

/** Where the value of a field stands, or an item of a list. */
export function placeIn(places: FieldPlaces, field: string): Place | undefined {
  const { head, spans } = places()
  const [start, end] = spans[field] ?? []
  return start === undefined || end === undefined ? undefined : placeOf(sourceOf('', head), { start, end })
}

/** A problem with a place that was kept; without one, with the file as a whole. */
export function problemIn(file: string, place: Place | undefined, finding: Finding): Problem {
  if (!place) return { file, line: 1, column: 1, ...finding }
  const { line, column, ...excerpt } = place
  return { file, line, column, ...finding, excerpt }
}

export const problemOn = (source: Source, span: Span, finding: Finding) =>
  problemIn(source.file, placeOf(source, span), finding)

// The first line of a value: a marker stands under one line only.
export function placeOf(source: Source, { start, end }: Span): Place {
  const { line, column } = placeAt(source, start)
  const part = linePart(source, line, column)
  const rest = part.text.length - (column - 1 - (part.from ?? 0))
  return { line, column, ...part, length: Math.max(1, Math.min(end - start, rest)) }
}
