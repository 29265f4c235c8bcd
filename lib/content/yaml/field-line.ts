import type { Problem } from '../../problem'
import { type Finding, lineText, problemAt, type Source } from '../../source'
import type { Entry } from './yaml'
import { slipIn } from './yaml-hints'

/** The line on which a field of the front matter begins: its name, and the slip that YAML would meet there. */
export type FieldLine = { name: string; problem?: Problem }

/** Whether a line goes on with the field above it. */
export const continues = (text: string) => /^(?:\s|- |-$|[\]}]|#|$)/.test(text)

/**
 * A field on one line whose value no rule of YAML touches: no colon, no comment, no escape. Most are like that, and
 * reading them here makes the front matter of ten thousand posts twice as fast.
 */
export function simpleField(source: Source, line: number): Entry | undefined {
  const text = lineText(source, line)
  const parts = /^([A-Za-z]+): (?:([\p{L}\p{N}](?:[^:#\t]*[^:#\t ])?) *|"([^"\\]+)"|'([^']+)')$/u.exec(text)
  if (!parts) return undefined
  const [, name = '', plain, double, single] = parts
  const start = source.lineStarts[line - 1] ?? 0
  const value = { kind: 'text' as const, text: plain ?? double ?? single ?? '' }
  const from = start + name.length + 2
  const end = plain === undefined ? start + text.length : from + plain.length
  return { name, start, end: start + name.length, value: { ...value, start: from, end } }
}

/** The field that begins on a line. */
export function readFieldLine(source: Source, line: number): FieldLine {
  const text = lineText(source, line)
  const offset = source.lineStarts[line - 1] ?? 0
  const tight = /^([A-Za-z][\w-]*):([^\s/].*)$/.exec(text)
  if (tight) {
    const [, name = '', value = ''] = tight
    return {
      name,
      problem: problemAt(source, offset + name.length + 1, value.length, spaceMissing(`${name}: ${value}`)),
    }
  }
  const field = /^(\S.*?):(\s+|$)(.*)$/.exec(text)
  if (!field) return { name: '', problem: problemAt(source, offset, Math.max(1, text.length), notAField(text)) }
  const [, name = '', space = '', value = ''] = field
  const slip = slipIn(value.trimEnd())
  const opensList = slip?.at === 0 && slip.rule === 'comment-in-value' && continues(lineText(source, line + 1) || '.')
  if (!slip || opensList) return { name: name.replace(/^(["'])(.*)\1$/, '$2') }
  const hint = `Put it in quotes:  ${name}: ${slip.rewritten}`
  const finding: Finding = { severity: 'error', rule: slip.rule, message: slip.message, hint }
  return { name, problem: problemAt(source, offset + name.length + 1 + space.length + slip.at, slip.length, finding) }
}

const spaceMissing = (rewritten: string): Finding => ({
  severity: 'error',
  rule: 'space-missing',
  message: 'A space is missing after the colon.',
  hint: `Write:  ${rewritten}`,
})

function notAField(text: string): Finding {
  const indented = /^\s+[\w-]+:/.test(text)
  const message = indented
    ? 'A field begins at the start of its line; this one is indented.'
    : 'This line is not a field.'
  const hint = indented
    ? `Write:  ${text.trim()}`
    : 'A field is a name, a colon, a space and a value. If the article begins here, put a line with only --- above it.'
  return { severity: 'error', rule: indented ? 'indentation' : 'not-a-field', message, hint }
}
