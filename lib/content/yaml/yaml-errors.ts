import type { YAMLError } from 'yaml'
import type { Problem } from '../../problem'
import { type Finding, lineText, placeAt, problemAt, type Source } from '../../source'
import { slipIn } from './yaml-hints'

type Line = { start: number; text: string }

/** The parser's own words are for people who know YAML's grammar; the usual slips are named in a writer's instead. */
export function explain(source: Source, base: number, error: YAMLError): Problem {
  const offset = Math.min(base + error.pos[0], source.text.length)
  const { line } = placeAt(source, offset)
  const here = lineAt(source, line)
  const slip = tab(source, here) ?? valueSlip(source, here)
  if (slip) return slip
  // Here the parser points at the value that the field indented below it was taken for a part of.
  const below = error.code === 'BLOCK_AS_IMPLICIT_KEY' ? lineAt(source, line + 1) : here
  const finding = findingOf('yaml', `This is not YAML: ${error.message}.`, 'Put a value that is text in quotes.')
  return indentation(source, below) ?? problemAt(source, offset, Math.max(1, error.pos[1] - error.pos[0]), finding)
}

function tab(source: Source, { start, text }: Line): Problem | undefined {
  const found = /^ *\t/.exec(text)
  if (!found) return undefined
  const finding = findingOf('tab-indentation', 'A tab at the beginning of the line.', 'Use spaces.')
  return problemAt(source, start + found[0].length - 1, 1, finding)
}

function valueSlip(source: Source, { start, text }: Line): Problem | undefined {
  const [lead = '', value = ''] = /^(\s*(?:- +)*[^\s:"'][^:]*:\s+)(\S.*)$/.exec(text)?.slice(1) ?? []
  const slip = slipIn(value.trimEnd())
  if (!slip) return undefined
  const finding = findingOf(slip.rule, slip.message, `Put it in quotes:  ${lead.trimStart()}${slip.rewritten}`)
  return problemAt(source, start + lead.length + slip.at, slip.length, finding)
}

function indentation(source: Source, { start, text }: Line): Problem | undefined {
  if (!/^\s+[\w-]+:(?:\s|$)/.test(text)) return undefined
  const message = 'This line is indented in a way that does not fit the lines around it.'
  const finding = findingOf('indentation', message, `Write it at the depth of its neighbours:  ${text.trim()}`)
  return problemAt(source, start + text.length - text.trimStart().length, text.trim().length, finding)
}

const lineAt = (source: Source, line: number): Line => ({
  start: source.lineStarts[line - 1] ?? source.text.length,
  text: lineText(source, line),
})

const findingOf = (rule: string, message: string, hint: string): Finding => ({
  severity: 'error',
  rule,
  message,
  hint,
})
