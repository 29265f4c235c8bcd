import { Composer, CST, type Document, Lexer, Parser } from 'yaml'
import type { Problem } from '../../problem'
import { type Finding, problemAt, type Source } from '../../source'
import { explain } from './yaml-errors'
import { quoted } from './yaml-hints'

/** A stretch of a file that holds YAML, and the lexemes that may still be read. */
export type Stretch = { start: number; end: number; budget: Budget }
export type Budget = { lexemes: number }
type Kind = CST.TokenType | 'text' | null

const mostErrors = 5
// A hundred open brackets cost the parser a hundred errors, each with the stack of all the others.
const deepest = 5
const refused: Partial<Record<CST.TokenType, string>> = {
  alias: 'YAML references are not used here',
  anchor: 'YAML names for references are not used here',
  tag: 'YAML types are not used here',
}

/**
 * The YAML of a stretch. References are refused and lexemes counted before anything is built of them, so hostile YAML
 * costs no more than honest YAML.
 */
export function readDocument(
  source: Source,
  stretch: Stretch,
): { document: Document.Parsed } | { problems: Problem[] } {
  const text = source.text.slice(stretch.start, stretch.end)
  const scan = tokensOf(source, stretch, text)
  if ('problem' in scan) return { problems: [scan.problem] }
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', prettyErrors: false })
  const [document, second] = [...composer.compose(scan.tokens, true, text.length)]
  if (!document || second) return { problems: [several(source, stretch.start)] }
  const errors = [...document.errors, ...document.warnings]
  if (errors.length === 0) return { document }
  return { problems: onePerLine(errors.slice(0, mostErrors).map((found) => explain(source, stretch.start, found))) }
}

function tokensOf(source: Source, stretch: Stretch, text: string): { tokens: CST.Token[] } | { problem: Problem } {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let offset = stretch.start
  let before: Kind = 'newline'
  let depth = 0
  for (const lexeme of new Lexer().lex(text)) {
    const kind: Kind = before === 'scalar' ? 'text' : CST.tokenType(lexeme)
    if (kind === 'flow-map-start' || kind === 'flow-seq-start') depth++
    if (kind === 'flow-map-end' || kind === 'flow-seq-end') depth--
    const hostile = stretch.budget.lexemes-- <= 0 || depth > deepest
    const problem = hostile
      ? tooMuch(source, stretch.start)
      : refusal(source, offset, { lexeme, kind, before, isInList: depth > 0 })
    if (problem) return { problem }
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (kind !== 'scalar' && kind !== 'doc-mode' && kind !== 'flow-error-end') offset += lexeme.length
    // The text of a block scalar takes the line's end with it; that of a plain one does not.
    if (kind === 'text') before = lexeme === '' || lexeme.endsWith('\n') ? 'newline' : 'text'
    else if (kind !== 'space') before = kind
  }
  tokens.push(...parser.end())
  return { tokens }
}

type Seen = { lexeme: string; kind: Kind; before: Kind; isInList: boolean }

function refusal(source: Source, offset: number, { lexeme, kind, before, isInList }: Seen): Problem | undefined {
  // A remark has a space behind its sign; a colour or a tag has none.
  if (kind === 'comment' && isInList && before !== 'text' && /^#[^\s#]/.test(lexeme)) {
    const word = /^[^\s,\]}]+/.exec(lexeme)?.[0] ?? lexeme
    return problemAt(source, offset, word.length, {
      severity: 'error',
      rule: 'comment-in-value',
      message: 'A # starts a comment here, so the rest of the line would be lost.',
      hint: `Put the value in quotes:  ${quoted(word)}`,
    })
  }
  if (kind === 'comment' && before === 'text') {
    return problemAt(source, offset, lexeme.length, {
      severity: 'error',
      rule: 'comment-in-value',
      message: 'A # after a space starts a comment, so the rest of the line would be lost.',
      hint: 'Put the value in quotes, or the comment on a line of its own.',
    })
  }
  const isQuoted = kind === 'single-quoted-scalar' || kind === 'double-quoted-scalar'
  if (isQuoted && (lexeme.length === 1 || lexeme.at(-1) !== lexeme[0])) {
    const hint = `Close it at the end of the value:  ${quoted(lineOf(lexeme).slice(1))}`
    return problemAt(
      source,
      offset,
      lineOf(lexeme).length,
      error('quote-not-closed', 'This quote is never closed.', hint),
    )
  }
  const reason = kind === null || kind === 'text' ? undefined : refused[kind]
  if (!reason) return undefined
  const message = `${reason}: ${lexeme.slice(0, 40)}`
  const hint = `Put it in quotes if it is text:  ${quoted(lexeme.slice(0, 40))}`
  return problemAt(source, offset, lexeme.length, { severity: 'error', rule: `yaml-${kind}`, message, hint })
}

const tooMuch = (source: Source, offset: number) =>
  problemAt(
    source,
    offset,
    1,
    error('too-much-structure', 'There is too much structure here.', 'Keep the fields flat and the lists short.'),
  )

const several = (source: Source, offset: number) =>
  problemAt(source, offset, 1, error('yaml', 'There are several YAML documents here.', 'Delete the line with "...".'))

const onePerLine = (problems: Problem[]) =>
  problems.filter(({ line }, index) => problems.findIndex((other) => other.line === line) === index)

const lineOf = (text: string) => text.split('\n', 1)[0] ?? ''

const error = (rule: string, message: string, hint: string): Finding => ({ severity: 'error', rule, message, hint })
