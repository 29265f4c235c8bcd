import { printable, printableColumns, withoutCommands } from './printable'

/** One diagnostic about one place in one file. Lines and columns count from 1, columns in UTF-16 units. */
export type Problem = {
  file: string
  line: number
  column: number
  severity: 'error' | 'warning'
  /** A stable kebab-case name, the same in every report. */
  rule: string
  /** What is wrong, one sentence. */
  message: string
  /** What to write instead. Only hints have several lines. */
  hint?: string
  /**
   * The line as it stands in the file and how many columns are meant; of a very long line a part, without its first `from`
   * columns. Absent where no line can be shown.
   */
  excerpt?: { text: string; from?: number; length: number }
}

const frameWidth = 100

/** The text a writer reads: place, rule and message on one line, then the frame, then the hint. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, rule, message, hint } = problem
  const lines = [printable(`${file}:${line}:${column}: ${severity} ${rule}  ${message}`)]
  lines.push(...frame(problem))
  if (hint) lines.push(...hint.split('\n').map((text) => `    ${printable(text)}`))
  return withoutCommands(lines.join('\n'))
}

/** In file order, then in reading order, so that two runs print the same. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}

export const isError = (problem: Problem) => problem.severity === 'error'

// A long line is cut around the place that is meant, so that the marker always stands under something.
function frame({ line, column, excerpt }: Problem): string[] {
  if (!excerpt) return []
  const visible = printableColumns(excerpt.text)
  const place = column - 1 - (excerpt.from ?? 0)
  const start = place > frameWidth - 20 ? place - 20 : 0
  const shown = visible.slice(start, start + frameWidth)
  const at = place - start
  const length = Math.max(1, Math.min(excerpt.length, shown.length - at))
  const gutter = `${String(line).padStart(5)} | `
  return [gutter + shown, `${' '.repeat(gutter.length - 2)}| ${' '.repeat(at)}${'^'.repeat(length)}`]
}
