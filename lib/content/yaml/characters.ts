import type { Problem } from '../../problem'
import { problemAt, type Source } from '../../source'

// Tab, line feed and the pair CR LF are text. Of the others XML forbids most, and one would break every feed.
const forbidden = /(?!\t|\n|\r\n)[\p{Cc}\p{Cs}\ufffe\uffff]/u
// Without look-ahead, for the ten thousand posts that hold none of these.
const suspicious = /[^\t\n\P{Cc}]|[\p{Cs}\ufffe\uffff]/u
const mostReported = 10

export const holdsForbidden = (text: string) => suspicious.test(text) && forbidden.test(text)

/** Control characters and lone surrogates, wherever they stand in a file: the first ten. */
export function characterProblems(source: Source): Problem[] {
  if (!suspicious.test(source.text)) return []
  const every = new RegExp(forbidden, 'gu')
  const problems: Problem[] = []
  for (let found = every.exec(source.text); found; found = every.exec(source.text)) {
    problems.push(forbiddenAt(source, found.index, 1, found[0]))
    if (problems.length === mostReported) break
  }
  return problems
}

/** The problem of one such character, as it stands or written as an escape of `length` units. */
export function forbiddenAt(source: Source, offset: number, length: number, character: string): Problem {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const name = /\p{Cs}/u.test(character) ? 'half of a character' : 'a control character'
  return problemAt(source, offset, length, {
    severity: 'error',
    rule: 'control-character',
    message: `U+${code} is ${name}, which no page and no feed can hold.`,
    hint: 'Delete it, or type the text around it again.',
  })
}
