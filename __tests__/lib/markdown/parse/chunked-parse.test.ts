import { parseChunks } from '../../../../lib/markdown/parse/chunked-parse'
import { pipeline } from '../../../../lib/markdown/render/pipeline'

const blocks = [
  'Words of a paragraph\nover two lines\n\n',
  '## Heading\n\n',
  'Setext\n===\n\n',
  '- a\n- b\n\n  more\n\n',
  '1. x\n2. y\n',
  '\n   - inner\n\n',
  '> q\nlazy\n\n',
  '> - q\n>\n> r\n\n',
  '> ```\n\n',
  '```js\na\n\nb\n```\n\n',
  '```\nleft open\n\n',
  '- ```\n  x\n\n',
  '    code\n\n    more\n\n',
  '[a]: /u "t"\n\n',
  '> [e]: /in a quote\n> [A  B]: <x>\n\n',
  '[a] [A\nB] [e] [^n] [c][a] ![i][a b]\n\n',
  '[^n]: note\n\n    more\n\n',
  '| a | b |\n|---|---|\n| 1 | [a] |\n\n',
  '<div>\nx\n\n',
  '<!-- c\n\nd -->\n\n',
  '<script>\n\n',
  '$$\nx\n\ny\n$$\n\n',
  '* * *\n\n',
  'See www.example.org or ines@example.org.\n\n',
  'a\n:-\n1\n\n',
  'crlf\r\n\r\n',
  ' \t\n',
]
const filler = 'Words that make the text long enough to be cut somewhere, again and again.\n\n'.repeat(40)

/** A shuffle that is the same on every run. */
function body(seed: number): string {
  let state = seed
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  return Array.from({ length: 30 }, () => blocks[next(blocks.length)] + (next(3) === 0 ? filler : '')).join('')
}

test.each(Array.from({ length: 12 }, (_, index) => index + 1))('parses body %i in pieces as if whole', (seed) => {
  expect(parseChunks(body(seed)).children).toEqual(pipeline.parse(body(seed)).children)
})

test('finds a definition and a note that stand in other pieces', () => {
  const text = `[a] and [^n]\n\n${filler}${filler}[a]: /u\n\n${filler}[^n]: note\n`
  expect(parseChunks(text).children).toEqual(pipeline.parse(text).children)
})

test.each([
  ['bullets', '- a\n\n'],
  ['numbers', '1. a\n\n'],
  ['items with blocks inside', '* a\n\n  b\n\n'],
])('keeps a long list of %s whole', (_, item) => {
  const text = item.repeat(900)
  expect(parseChunks(text).children).toEqual(pipeline.parse(text).children)
})
