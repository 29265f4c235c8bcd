import { render, told } from './rendering'

const fill = (unit: string, kilobytes: number) => unit.repeat(Math.ceil((kilobytes * 1024) / unit.length))

test.each([
  ['nested quotes on one line', '> '.repeat(1600), '10:201 error too-deep '],
  ['nested quotes without spaces', '>'.repeat(1600), '10:101 error too-deep '],
  ['nested lists on one line', `x\n\n${'- '.repeat(1600)}x`, '12:201 error too-deep '],
  ['nested numbers on one line', `${'1. '.repeat(1600)}x`, '10:301 error too-deep '],
  ['emphasis in emphasis', `${'**a '.repeat(300)}${'b** '.repeat(300)}`, '10:\\d+ error too-deep '],
  ['one run of stars around another', `${'*'.repeat(32_764)}a${'*'.repeat(32_764)}`, '10:32766 error too-deep '],
  ['pictures in pictures', `${'!['.repeat(16_382)}a${'](b)'.repeat(16_382)}`, '10:\\d+ error too-many-marks '],
  ['brackets in brackets', `${'['.repeat(16_382)}a${']'.repeat(16_382)}`, '10:\\d+ error too-many-marks '],
  ['emphasis that only closes', fill('a_ ', 100), '10:\\d+ error too-many-marks '],
  ['closing brackets', fill(']', 100), '10:\\d+ error too-many-marks '],
  ['titles never closed', fill('[a](b (', 64), '10:\\d+ error too-many-marks '],
  ['comments closed in the next item only', `${fill('a <!-- ', 64)}\n- -->`, '10:\\d+ error too-many-marks '],
  ['signs at the end of an address', `https://example.org/${fill('?!.', 64)}x`, '10:1 error too-many-marks '],
  ['brackets', fill('[ (](', 64), '10:\\d+ error too-many-marks '],
  ['brackets, at length', fill('[ (](', 256), '10:\\d+ error too-many-marks '],
  ['half emphasis', fill('*a_ ', 64), '10:\\d+ error too-many-marks '],
  ['half emphasis, at length', fill('*a_ ', 256), '10:\\d+ error too-many-marks '],
  ['half pictures', fill('![a', 256), '10:\\d+ error too-many-marks '],
  ['half links', fill('[a](b ', 256), '10:\\d+ error too-many-marks '],
  [
    'one long reference used often',
    `${'[a] \n\n'.repeat(20_000)}[a]: https://example.org/${'x'.repeat(4000)}`,
    '\\d+:1 error output-limit ',
  ],
  ['a post of 5 MB', fill('word word\n\n', 5000), '10:1 error output-limit '],
])('refuses %s by a limit that no clock decides', async (_, body, expected) => {
  expect(told(await render(body))).toEqual([expect.stringMatching(new RegExp(`^${expected}`))])
})

test.each([
  ['a paragraph of three hundred links', fill('[a](https://example.org) and ', 8)],
  ['a table of links', `| a | b |\n|---|---|\n${'| [a](https://example.org) | *b* |\n'.repeat(700)}`],
  ['a rule of many stars', '* '.repeat(400)],
  ['short lists between paragraphs', fill('- a\n- b\n\ntext\n\n', 64)],
  ['open fences in quotes', fill('> ```\n\n', 8)],
])('takes %s', async (_, body) => {
  expect(told(await render(body))).toEqual([])
})

test('names the place in a later piece of a long body', async () => {
  const honest = 'A paragraph of some words that says what it says.\n\n'.repeat(200)
  const [first] = told(await render(`${honest}${fill('*a_ ', 64)}`))
  expect(first).toMatch(/^410:\d+ error too-many-marks/)
})
