import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { applyFixes, type Fix, wordsOfFix } from '@/lib/addresses/fixes'
import { articleOf, post } from '../content/valid-post'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fixes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => path.join(folder, name)

async function fixed(text: string | undefined, ...fixes: Fix[]) {
  if (text !== undefined) writeFileSync(at('a.md'), text)
  const done = await applyFixes(fixes)
  return { done, text: existsSync(at('a.md')) ? readFileSync(at('a.md'), 'utf8') : undefined }
}
const alias = (path: string): Fix => ({ kind: 'alias', file: at('a.md'), path })
const heading = (line: number, id: string): Fix => ({ kind: 'heading', file: at('a.md'), line, id })
const redirect = (from: string, to: string): Fix => ({ kind: 'redirect', file: at('a.md'), from, to })

describe('an alias that is written', () => {
  test.each([
    ['where there was none', post(), ['/old/']],
    ['behind one', post({ aliases: '[/a/]' }), ['/a/', '/old/']],
    ['behind quoted ones', post({ aliases: '["/a/", \'/b/\' ]' }), ['/a/', '/b/', '/old/']],
    ['below a list', post({ aliases: '\n  - /a/\n  - /b/\n# Once\nfeatured: true' }), ['/a/', '/b/', '/old/']],
    ['below a list that is not indented', post({ aliases: '\n- /a/\nfeatured: true' }), ['/a/', '/old/']],
    ['inside of lines', post({ aliases: '[\n  /a/,\n  /b/\n  ]' }), ['/a/', '/b/', '/old/']],
  ])('is read %s', async (_, text, expected) => {
    const { done, text: written = '' } = await fixed(text, alias('/old/'))
    expect(done).toHaveLength(1)
    expect(articleOf(written).aliases).toEqual(expected)
    // Nothing else is another.
    for (const line of text.split('\n').filter((line) => !/alias|\/[ab]\//.test(line))) expect(written).toContain(line)
  })

  it('is read beside another', async () => {
    const { text = '' } = await fixed(post(), alias('/old/'), alias('/older/'))
    expect(articleOf(text).aliases).toEqual(['/old/', '/older/'])
  })

  it('leaves line ends and a byte order mark as they were', async () => {
    const { text = '' } = await fixed(`\ufeff${post().replaceAll('\n', '\r\n')}`, alias('/old/'))
    expect(text).toBe(`\ufeff${post({ aliases: '[/old/]' }).replaceAll('\n', '\r\n')}`)
  })

  test.each([['no front matter'], ['---\ntitle: A\n']])('is not written into  %j', async (text) => {
    expect(await fixed(text, alias('/old/'))).toEqual({ done: [], text })
  })
})

describe('an id that is written behind a heading', () => {
  test.each([
    ['## A\n', '## A {#old}\n'],
    ['## A ##\n', '## A {#old} ##\n'],
    ['## A  \n', '## A {#old}  \n'],
    ['## A {#b}\n', '## A {#b #old}\n'],
    ['A\n---\n', 'A {#old}\n---\n'],
    ['##\n', '## {#old}\n'],
  ])('makes of  %j', async (text, expected) => {
    expect((await fixed(text, heading(1, 'old'))).text).toBe(expected)
  })

  it('moves no line before its turn', async () => {
    const fixes = [heading(1, 'a'), heading(3, 'b'), alias('/old/')]
    const body = '## A\n\n## B\n'
    const { text = '' } = await fixed(
      post({}, body),
      ...fixes.map((fix) => ('line' in fix ? heading(fix.line + 7, fix.id) : fix)),
    )
    expect(text).toContain('## A {#a}\n\n## B {#b}\n')
    expect(articleOf(text).aliases).toEqual(['/old/'])
  })

  it('is not written where there is no heading', async () => {
    expect(await fixed('text\n', heading(1, 'old'))).toEqual({ done: [], text: 'text\n' })
    expect(await fixed('text\n', heading(9, 'old'))).toEqual({ done: [], text: 'text\n' })
  })
})

describe('a redirect that is written', () => {
  const line = '- { from: /a/, to: /b/ }\n'
  test.each([
    ['into a file that is not there', undefined, line],
    ['into an empty file', '', line],
    ['behind others', '- gone: /c/\n', `- gone: /c/\n${line}`],
    ['behind a line that has no end', '# Old\n- gone: /c/', `# Old\n- gone: /c/\n${line}`],
  ])('stands %s', async (_, text, expected) => {
    expect((await fixed(text, redirect('/a/', '/b/'))).text).toBe(expected)
  })

  test.each(['[{ gone: /c/ }]\n', 'from: /c/\n', line])('is not written behind  %j', async (text) => {
    expect(await fixed(text, redirect('/a/', '/b/'))).toEqual({ done: [], text })
  })
})

describe('a redirect that is to lead to the end at once', () => {
  const target = (from: string, to: string): Fix => ({ kind: 'target', file: at('a.md'), from, to })

  test.each([
    ['- { from: /a/, to: /b/ }\n', '- { from: /a/, to: /c/ }\n'],
    ['- { to: /b, from: /a/ }\n', '- { to: /c/, from: /a/ }\n'],
    ['- from: /a/\n  to: "/b/"\n- from: /b/\n  to: /c/\n', '- from: /a/\n  to: "/c/"\n- from: /b/\n  to: /c/\n'],
  ])('does so in  %j', async (text, expected) => {
    expect((await fixed(text, target('/b/', '/c/'))).text).toBe(expected)
  })

  test.each(['- { from: /b/, to: /c/ }\n', '- { from: /a/, to: /b/more/ }\n', '- { from: /a/, to: /bb/ }\n'])(
    'leaves  %j  alone',
    async (text) => {
      expect(await fixed(text, target('/b/', '/c/'))).toEqual({ done: [], text })
    },
  )
})

it('says what it writes', () => {
  expect([alias('/old/'), heading(3, 'old'), redirect('/a/', '/b/')].map(wordsOfFix)).toEqual([
    `${at('a.md')}: /old/ among its aliases`,
    `${at('a.md')}:3: {#old}`,
    `${at('a.md')}: /a/ leads to /b/`,
  ])
})
