import type { Problem } from '../../problem'
import { lineText, placeAt, problemAt, type Source } from '../../source'
import { continues, readFieldLine, simpleField } from './field-line'
import { type Entry, readYaml } from './yaml'
import type { Budget } from './yaml-document'

/** The fields that could be read, and the names of those that could not: they are not missing, they are broken. */
export type FrontMatterFields = { entries: Entry[]; broken: Set<string>; problems: Problem[] }

/** One field's lines: the one it begins on, and the indented ones, list items and brackets that follow. */
type Stretch = { line: number; last: number }

// Twenty mistakes in the fields of one file are enough for one reading.
const mostProblems = 20

/** Reads the front matter that lies between two offsets, field by field: a mistake in one hides no other. */
export function readFrontMatter(source: Source, start: number, end: number): FrontMatterFields {
  const fields: FrontMatterFields = { entries: [], broken: new Set(), problems: [] }
  const budget = { lexemes: 1500 }
  let strayed = false
  for (const stretch of stretchesOf(source, start, end)) {
    const simple = stretch.line === stretch.last ? simpleField(source, stretch.line) : undefined
    if (simple) {
      addEntry(source, fields, simple)
      continue
    }
    const { name, problem } = readFieldLine(source, stretch.line)
    // Prose where fields should stand: most likely the fence is missing, and each further line would only repeat that.
    const stray = problem?.rule === 'not-a-field'
    if (problem && !(stray && strayed)) fields.problems.push(problem)
    if (problem) fields.broken.add(name)
    else addYaml(source, fields, name, stretch, budget)
    strayed ||= stray
  }
  return fields
}

function addYaml(source: Source, fields: FrontMatterFields, name: string, { line, last }: Stretch, budget: Budget) {
  if (budget.lexemes < 0 || fields.problems.length >= mostProblems) {
    fields.broken.add(name)
    return
  }
  const start = source.lineStarts[line - 1] ?? 0
  const end = source.lineStarts[last] ?? source.text.length
  const { value, problems } = readYaml(source, { start, end, budget })
  fields.problems.push(...problems)
  if (problems.length > 0 || value?.kind !== 'group') fields.broken.add(name)
  else for (const entry of value.entries) addEntry(source, fields, entry)
}

function addEntry(source: Source, { entries, problems }: FrontMatterFields, entry: Entry): void {
  if (!entries.some(({ name }) => name === entry.name)) {
    entries.push(entry)
    return
  }
  const message = `${entry.name} is given twice.`
  const finding = { severity: 'error' as const, rule: 'duplicate-field', message, hint: 'Keep one of the two.' }
  problems.push(problemAt(source, entry.start, entry.end - entry.start, finding))
}

function stretchesOf(source: Source, start: number, end: number): Stretch[] {
  const stretches: Stretch[] = []
  const last = placeAt(source, end).line
  for (let line = placeAt(source, start).line + 1; line <= last; line++) {
    const text = lineText(source, line)
    const current = stretches.at(-1)
    if (current && continues(text)) current.last = line
    else if (!/^\s*(?:#|$)/.test(text)) stretches.push({ line, last: line })
  }
  return stretches
}
