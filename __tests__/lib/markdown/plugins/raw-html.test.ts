import { markdownAlternate } from '@/lib/feeds/markdown-alternate'
import { entry } from '../../library/some-library'
import { render, told } from '../rendering'

const long = 'Words that make the text long enough to be parsed in several steps.\n\n'.repeat(60)

describe('a line break written as HTML', () => {
  test.each([
    ['in a paragraph', 'one<br>two', '<p>one<br>\ntwo</p>\n'],
    ['closed in itself, between other marks', '**x**<br/>*y*', '<p><strong>x</strong><br>\n<em>y</em></p>\n'],
    ['with a space and in capitals', 'a<BR />b', '<p>a<br>\nb</p>\n'],
    ['with attributes', 'a<br class="x" clear=all>b', '<p>a<br>\nb</p>\n'],
    ['two of them', 'a<br><br>b', '<p>a<br>\n<br>\nb</p>\n'],
    ['wrongly closed', 'a</br>b', '<p>a<br>\nb</p>\n'],
  ])('breaks the line %s', async (_, body, html) => {
    const rendered = await render(body)
    expect(rendered.html).toBe(html)
    expect(told(rendered)).toEqual([])
  })

  it('breaks the line in a cell, and names the cell by both words', async () => {
    const rendered = await render('| one<br>two |\n| - |\n| 10 V<br>5 A |')
    expect(rendered.html).toContain('<td>10 V<br>\n5 A</td>')
    expect(rendered.html).toContain('aria-label="Table: one two"')
    expect(rendered.text).toBe('one two\n10 V 5 A')
  })

  test.each([
    ['a heading', '## One<br>two', { id: 's-one-two', text: 'One two', level: 2 }],
    ['a heading with marks', '## *One<br>two*', { id: 's-one-two', text: 'One two', level: 2 }],
  ])('parts the words of %s', async (_, body, heading) => {
    expect((await render(body)).headings).toEqual([{ ...heading, line: 1 }])
  })

  it('parts words that are searched for, as a break of Markdown does', async () => {
    expect((await render('one<br>two **a\\\nb**  \nc')).text).toBe('one two a b c')
  })

  it('stays in the Markdown of the article', async () => {
    const body = 'one<br>two'
    expect(markdownAlternate(entry({}), { text: body, edits: (await render(body)).edits })).toContain('one<br>two')
  })

  it('says nothing where it stands alone', async () => {
    expect(told(await render('a\n\n<br>\n\nb'))).toEqual([])
  })
})

test.each([
  ['a paragraph', 'one<p>two'],
  ['a rule', 'one<hr>two'],
  ['the end of a box', 'one</div>two'],
  ['a picture', 'one<img alt=x>two'],
])('%s that is taken out leaves a space between words', async (_, body) => {
  const { html, text, edits } = await render(body)
  expect(html).toBe('<p>one two</p>\n')
  expect(text).toBe('one two')
  expect(markdownAlternate(entry({}), { text: body, edits })).toMatch(/one two$/)
})

test('marks inside a word part nothing', async () => {
  const { html } = await render('re<b>read</b> and H<sub>2</sub>O<!-- x -->s')
  expect(html).toBe('<p>reread and H2Os</p>\n')
})

test.each([
  ['a comment', 'Before.\n\n<!-- a note\n\nThe second paragraph.\n\n## A section', '12:1', '<!--', '-->'],
  ['a comment in a quotation', '> <!-- a note\n> words', '10:3', '<!--', '-->'],
  ['a comment in a list', '- a\n\n  <!-- a note\n\n  words', '12:3', '<!--', '-->'],
  ['the second of two comments', '<!-- a -->\n\n<!-- b\n\nwords', '12:1', '<!--', '-->'],
  ['one that begins where another ends', '<!-- a --> <!-- b\n\nwords', '10:12', '<!--', '-->'],
  ['a comment before a long text', `<!-- a\n\n${long}`, '10:1', '<!--', '-->'],
  ['a script', '<script>\n\nwords', '10:1', '<script>', '</script>'],
  ['preformatted text', '<PRE class="x">\n\nwords', '10:1', '<pre>', '</pre>'],
  ['a style', 'a\n\n<style>\n\nwords', '12:1', '<style>', '</style>'],
  ['a field for text', '<textarea>\n\nwords', '10:1', '<textarea>', '</textarea>'],
  ['an instruction', '<?php echo 1;\n\nwords', '10:1', '<?', '?>'],
  ['a declaration', '<!DOCTYPE html\n\nwords', '10:1', '<!', '>'],
  ['character data', '<![CDATA[ words\n\nwords', '10:1', '<![CDATA[', ']]>'],
])('%s left open is an error where it begins', async (_, body, place, opened, end) => {
  const rendered = await render(body)
  expect(rendered.problems.map(({ line, column, severity, rule }) => `${line}:${column} ${severity} ${rule}`)).toEqual([
    `${place} error html-left-open`,
  ])
  expect(rendered.problems[0]?.message).toContain(`${opened} is never closed`)
  expect(rendered.problems[0]?.hint).toContain(end)
})

test.each([
  ['a comment', '<!-- a note -->\n\nwords'],
  ['a comment over lines', '<!--\na\n\nb\n-->\n\nwords'],
  ['the shortest comments', '<!-->\n\nwords\n\n<!--->\n\nwords'],
  ['one before a long text', `<!-- a -->\n\n${long}`],
  ['one in a line', 'a <!-- b --> words'],
])('%s that is closed is left out without a word', async (_, body) => {
  const rendered = await render(body)
  expect(told(rendered)).toEqual([])
  expect(rendered.html).toMatch(/words|Words/)
})

test.each([
  ['a paragraph', '<p align="center">Centred words</p>', '<p>', '10:1'],
  ['a quotation over lines', 'a\n\n<blockquote>\nWords lost\n</blockquote>', '<blockquote>', '12:1'],
  ['a summary', '<details>\n<summary>More</summary>\n\nb\n\n</details>', '<details>', '10:1'],
  ['a table', '<table>\n<tr><td>1</td></tr>\n</table>', '<table>', '10:1'],
  ['a letter that HTML spells', '<p>&eacute;</p>', '<p>', '10:1'],
  ['words behind a comment', '<!-- a --> words', '<!--', '10:1'],
  ['words behind a script', '<script>let a</script> words', '<script>', '10:1'],
  ['words of any script', '<div>漢字</div>', '<div>', '10:1'],
  ['words in a list', '- <div>words</div>', '<div>', '10:3'],
  ['a button', '<div><button>Go</button></div>', '<div>', '10:1'],
  ['Markdown in a box', '<div>\n## Heading\n</div>', '<div>', '10:1'],
])('%s whose words would be lost is an error', async (_, body, tag, place) => {
  const { problems } = await render(body)
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ rule: 'html-with-words' }])
  expect(`${problems[0]?.line}:${problems[0]?.column}`).toBe(place)
  expect(problems[0]?.message).toContain(tag)
})

test.each([
  ['a script', '<script>\nlet words = 1\n</script>', '<script>'],
  ['a style', '<style>\np { color: red }\n</style>', '<style>'],
  ['an empty box', '<div class="words">\n</div>', '<div>'],
  ['a tag with signs in its attributes', '<img alt="a > b">', '<img>'],
  ['an instruction', '<?php echo "words" ?>', '<?php>'],
  ['character data', '<![CDATA[ words ]]>', '<![CDATA[>'],
  ['a declaration', '<!DOCTYPE html>', '<!DOCTYPE>'],
])('%s without words goes with a warning', async (_, body, tag) => {
  expect(told(await render(body))).toEqual([
    expect.stringMatching(`^10:1 warning raw-html .*${tag.replace(/[[?]/g, '\\$&')} was removed`),
  ])
})

it('keeps the words of a box once they stand by themselves, as the error says', async () => {
  const rendered = await render('<blockquote>\n\nWords **kept**\n\n</blockquote>')
  expect(rendered.html).toBe('<p>Words <strong>kept</strong></p>\n')
  expect(rendered.problems.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
})
