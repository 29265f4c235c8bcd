import matter from 'gray-matter'
import type { Problem } from '../../problem'
import { lineText, placeAt, problemAt, type Source } from '../../source'

/** A post, cut in two. Offsets are those of the file: front matter from `start` to `end`, the body from `bodyStart`. */
export type Halves = { start: number; end: number; bodyStart: number; body: string }

const opening = /^---[ \t]*\r?(?:\n|$)/
const largest = 64 * 1024
const mostLines = 1000
const mostBlankLines = 200

// The fence lines are checked before gray-matter sees them: it takes `---js` for a language and runs what follows. That is
// refused below, and every engine is replaced all the same.
const refuse = () => {
  throw new Error('Front matter is YAML; no other engine runs.')
}
const languages = 'javascript js coffee coffeescript cson json json5 toml yml'.split(' ')
const engines = { ...Object.fromEntries(languages.map((name) => [name, refuse])), yaml: (text: string) => ({ text }) }

/** Cuts a post at its fences, or says what is wrong with them. */
export function cut(source: Source, required: string[]): { halves: Halves } | { problem: Problem } {
  const { text } = source
  if (!opening.test(text)) return { problem: notOpened(source, required) }
  const end = text.indexOf('\n---')
  if (end === -1) return { problem: neverClosed(source) }
  const { line } = placeAt(source, end + 1)
  const close = lineText(source, line)
  if (close.trimEnd() !== '---') {
    const finding = error(
      'bad-fence',
      'The line that closes the front matter holds more than three hyphens.',
      'Write only:  ---',
    )
    return { problem: problemAt(source, end + 1, close.length, finding) }
  }
  const hindrance = tooMuch(text.slice(3, end))
  if (hindrance) return { problem: problemAt(source, 0, 3, hindrance) }
  const { matter: yaml, content } = matter(text, { language: 'yaml', engines })
  const body = content.replace(/^[ \t]+(?:\r?\n|$)/, (rest) => (close === '---' ? rest : ''))
  return { halves: { start: 3, end: 3 + yaml.length, bodyStart: text.length - body.length, body } }
}

function notOpened(source: Source, required: string[]): Problem {
  const first = lineText(source, 1)
  const language = /^---([ \t]*)([^-\s].*)$/.exec(first)
  if (language) {
    const message = `"${language[2]?.trimEnd()}" stands after the opening ---; front matter is YAML and names no language.`
    const start = 3 + (language[1]?.length ?? 0)
    return problemAt(source, start, first.length - start, error('fence-language', message, 'Write only:  ---'))
  }
  if (/^-{4,}/.test(first)) {
    return problemAt(
      source,
      0,
      first.length,
      error('bad-fence', 'The first line has more than three hyphens.', 'Write only:  ---'),
    )
  }
  if (/^\s*---/.test(source.text)) {
    const finding = error(
      'fence-not-first',
      'The opening --- must be the first line, with nothing before it.',
      'Delete what stands before it.',
    )
    return problemAt(source, 0, Math.max(1, first.length), finding)
  }
  const finding = error(
    'no-front-matter',
    `The post has no front matter. It needs ${required.join(', ')}.`,
    skeleton(required),
  )
  return problemAt(source, 0, Math.max(1, first.length), finding)
}

function neverClosed(source: Source): Problem {
  return problemAt(
    source,
    0,
    3,
    error('fence-not-closed', 'The front matter is never closed.', 'Put a line with only --- behind its last field.'),
  )
}

// gray-matter takes quadratic time on blank lines (6 s on 64 KB of them), so they are counted before it is called.
function tooMuch(yaml: string) {
  if (yaml.length < 4096) return undefined
  const lines = yaml.length > largest ? [] : yaml.split(/[\n\r\u2028\u2029]/)
  const blank = lines.filter((line) => line.trim() === '').length
  if (yaml.length <= largest && lines.length <= mostLines && blank <= mostBlankLines) return undefined
  return error(
    'front-matter-too-large',
    'The front matter is too large: 64 KB, 1,000 lines and 200 blank lines are the limit.',
    'Is the closing --- missing?',
  )
}

const skeleton = (required: string[]) =>
  ['Begin the file with:', '---', ...required.map((name) => `${name}: …`), '---'].join('\n')

const error = (rule: string, message: string, hint: string) => ({ severity: 'error' as const, rule, message, hint })
