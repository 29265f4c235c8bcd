import fc from 'fast-check'
import type { Root } from 'mdast'
import { parse } from '../../../../lib/markdown/parse/grammar'
import { pipeline } from '../../../../lib/markdown/render/pipeline'
import { render } from '../rendering'

/**
 * The tree, but for where a text ends that ends with a line: whether what stands before the next line of a quote belongs to it
 * depends on how often the parser has read on and come back.
 */
const comparable = (tree: Root) =>
  JSON.parse(JSON.stringify(tree), (_, node) =>
    node?.type === 'text' && node.position && node.value.endsWith('\n')
      ? { ...node, position: node.position.start }
      : node,
  )
const parsed = (text: string) => comparable(parse(text))
const whole = (text: string) => comparable(pipeline.parse(text) as Root)

const address = (html: string) => html.includes('<a ')
const table = (html: string) => html.includes('<table>')

test.each([
  ['an address', 'see http://x.example', address],
  ['one in capitals', 'HTTPS://X.EXAMPLE', address],
  ['one without a protocol', 'Www.x.example', address],
  ['one with an escaped colon', 'http\\://x.example', address],
  ['one whose sign is written by number', 'w&#119;w.x.example', address],
  ['a mail address', 'a@x.example', address],
  ['one with an escaped sign', 'a\\@x.example', address],
  ['one whose sign is written by name', 'a&commat;x.example', address],
  ['one in a list in a quote', '> - www.x.example', address],
  ['a table', 'a | b\n--|--', table],
  ['one of a single column', 'a\n:-', table],
  ['one aligned to the right', 'a\n-:', table],
  ['one in a list in a quote', '> - a\n>   -:', table],
])('finds %s', async (_, body, isFound) => {
  expect(isFound((await render(body)).html)).toBe(true)
  expect(parsed(body)).toEqual(whole(body))
})

const chunks = [
  ...['words', 'w', 'ww', 'http', 'www', '.', ':', '/', '@', 'x.example', '&#119;', '&#64;', '&colon;', '\\', '_', '*'],
  ...['-', ':-', '-:', '|', '~', '`', '$$', '[', ']', '[^n]', '[^n]: ', '[a]: /u', '!', '(', ')', '<', '>', '> ', '- '],
  ...['- [ ] ', '1. ', '# ', '    ', '\t', ' ', '\n', '\n\n', '\r\n', '```\n', '===\n', '<b>', '<!--', 'ä', '字', '🎉'],
  ...['``', '\\`', '$', '$$$', '-->', '<!A', '<?', '?>', '<![CDATA[', ']]>', '![', '![^n]', '](/u)', '](/u (', '***'],
]

it('leaves out nothing that a text holds, whatever it is put together from', () => {
  const texts = fc.array(fc.constantFrom(...chunks), { maxLength: 30 }).map((some) => some.join(''))
  fc.assert(
    fc.property(texts, (text) => expect(parsed(text)).toEqual(whole(text))),
    { numRuns: 500 },
  )
})
