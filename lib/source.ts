import type { Problem } from './problem'

/** The text of one file, and the way from an offset in it to a line and column. */
export type Source = { file: string; text: string; lineStarts: number[] }

export function sourceOf(file: string, text: string): Source {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  return { file, text, lineStarts }
}

/** Line and column, both from 1, of an offset in UTF-16 units. */
export function placeAt({ lineStarts, text }: Source, offset: number): { line: number; column: number } {
  const bounded = Math.max(0, Math.min(offset, text.length))
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= bounded) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: bounded - (lineStarts[low] ?? 0) + 1 }
}

export function lineText({ lineStarts, text }: Source, line: number): string {
  const start = lineStarts[line - 1] ?? text.length
  const end = lineStarts[line] ?? text.length + 1
  return text.slice(start, end - 1).replace(/\r$/, '')
}

/** A line, or what lies around a place in a very long one: `from` columns of it are left out. */
export type LinePart = { text: string; from?: number }

// With every one of two hundred mistakes in a line of 24,000 characters, the whole line would be kept and printed.
const longestLine = 1000
const before = 200

/** The part of a line that is kept with a problem. */
export function linePart(source: Source, line: number, column: number): LinePart {
  const text = lineText(source, line)
  if (text.length <= longestLine) return { text }
  const from = Math.max(0, column - 1 - before)
  return { text: text.slice(from, from + longestLine), from }
}

export type Finding = Pick<Problem, 'severity' | 'rule' | 'message' | 'hint'>

/** A problem with the characters from `offset` on, `length` of them. */
export function problemAt(source: Source, offset: number, length: number, finding: Finding): Problem {
  const { line, column } = placeAt(source, offset)
  return { file: source.file, line, column, ...finding, excerpt: { ...linePart(source, line, column), length } }
}
