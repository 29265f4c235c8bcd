import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { post } from '../lib/content/valid-post'

type Row = [what: string, file: string, text: string | Buffer, ...told: string[]]

const body = (markdown: string) => `${post()}\n${markdown}\n`

/** What a writer, or someone pretending to be one, may commit: a file each, and the place and rule it is told of. */
const rows: Row[] = [
  ['a language on the fence', 'fence-language.md', '---js\nmodule.exports = {}\n---\n', '1:4: error fence'],
  ['no front matter', 'no-front-matter.md', 'Just text.\n', '1:1: error'],
  ['an empty front matter', 'empty-front-matter.md', '---\n---\nText\n', '1:1: error'],
  ['a blank line before the fence', 'blank-first.md', `\n${post()}`, '1:1: error'],
  ['a fence that never closes', 'never-closed.md', '---\ntitle: x\n', '1:1: error'],
  ['a fence of four hyphens', 'four-hyphens.md', '---\ntitle: x\n----\nText\n', '3:1: error'],
  ['a colon in a value', 'colon.md', post({ title: 'Foo: a story' }), '2:8: error colon-in-value'],
  ['a quote in quotes', 'quotes.md', post({ title: "'It's here'" }), '2:11: error'],
  ['a value that begins with a sign', 'at-sign.md', post({ author: '@jane' }), '5:9: error'],
  ['a comment in a value', 'comment.md', post({ title: 'C# rocks #1' }), '2:17: error'],
  ['a field without its space', 'no-space.md', post().replace('title: ', 'title:'), '2:'],
  ['a field twice', 'twice.md', post().replace('title:', 'title: A\ntitle:'), '3:1: error'],
  ['a misspelt field', 'misspelt.md', post({ titel: 'x' }), '7:1: error unknown-field'],
  ['an empty title', 'empty-title.md', post({ title: '""' }), '2:8: error'],
  ['a draft that says yes', 'draft-yes.md', post({ draft: 'yes' }), '7:8: error'],
  ['a day that does not exist', 'no-such-day.md', post({ date: '2024-02-30' }), '6:7: error'],
  ['minutes that are a time', 'read-time.md', post({ readTime: '5:30' }), '7:11: error'],
  ['a misspelt category', 'category.md', post({ category: 'insigth' }), '4:11: error'],
  ['a picture that is a script', 'image-script.md', post({ imageUrl: 'javascript:alert(1)' }), '7:11: error'],
  ['a picture that is not there', 'image-missing.md', post({ imageUrl: './nope.png' }), '7:11: error'],
  [
    'a remote picture',
    'image-remote.md',
    post({ imageUrl: 'https://x.example/a.png' }),
    '7:11: warning picture-not-fetched',
  ],
  ['a prototype', 'proto.md', post({ ['__proto__']: 'x' }), '7:1: error unknown-field'],
  ['a merge key', 'merge.md', post({ '<<': '{ draft: true }' }), '7:1: error'],
  ['a control character', 'control.md', post({ title: `a${String.fromCharCode(7)}b` }), '2:9: error'],
  ['a half of a character as an escape', 'surrogate.md', post({ title: '"ab\\uD800"' }), '2:11: error'],
  ['a file that is not UTF-8', 'latin-1.md', Buffer.from(post({ title: 'caf\u00e9' }), 'latin1'), '2:11: error'],
  ['two byte order marks', 'two-marks.md', `\uFEFF\uFEFF${post()}`, '1:1: error'],
  ['line ends of CR alone', 'cr-only.md', post().replaceAll('\n', '\r'), '1:'],
  ['a script', 'script.md', body('<script>alert(1)</script>'), '10:1: warning raw-html'],
  ['a script address', 'script-link.md', body('[x](javascript:alert(1))'), '10:1: warning unsafe-link'],
  ['an undefined footnote', 'footnote.md', body('x [^nope]'), '10:3: warning undefined-footnote'],
  ['a hostile language of code', 'code.md', body('```"><script>\nx\n```'), '10:4: warning unknown-language'],
  ['a thousand quotes in each other', 'deep.md', body('> '.repeat(1600)), '10:', 'error too-deep'],
  ['a link to no article', 'dead-link.md', body('[x](./nope.md)'), '10:1: error broken-link'],
  ['a link to no heading', 'dead-anchor.md', body('[x](#nope)'), '10:1: error unknown-anchor'],
  ['a link to a withheld article', 'to-draft.md', body('[x](./draft.md)'), '10:1: warning withheld-link'],
  ['a picture without words', 'no-alt.md', body('![](./dot.png)'), '10:1: warning missing-alt'],
  ['a skipped level', 'skipped.md', body('## A\n\n#### B'), '12:1: warning skipped-level'],
  ['a slug that is taken', 'your-own.md', post({ slug: 'taken' }), 'error', 'slug'],
  ['a name that is no slug', '\u65e5\u672c\u8a9e.md', post(), '1:1: error slug'],
  ['a reserved name', '404.md', post(), '1:1: error slug'],
]

/** Odd, and right all the same. */
const fine: [string, string][] = [
  ['1984.md', post({ title: '1984' })],
  ['yes.md', post({ title: 'yes' })],
  ['in-words.md', post({ date: 'April 17, 2023' })],
  ['minutes.md', post({ readTime: '8 min' })],
  ['hostile-title.md', post({ title: '"</script><script>alert(1)</script>"' })],
  ['windows.md', `\uFEFF${post().replaceAll('\n', '\r\n')}`],
  ['odd-headings.md', body('## __next_f\n\n## constructor\n\n## \u{1F389}\n\n## A\n\n## A')],
  ['a b.md', post()],
]

let posts: string
let run: { status: number | null; stdout: string }

beforeAll(() => {
  posts = path.join(mkdtempSync(path.join(tmpdir(), 'bad-inputs-')), 'posts')
  mkdirSync(posts)
  const write = (name: string, text: string | Buffer) => writeFileSync(path.join(posts, name), text)
  for (const [, file, text] of rows) write(file, text)
  for (const [file, text] of fine) write(file, text)
  write('taken.md', post())
  write('draft.md', post({ draft: 'true' }))
  write(
    'dot.png',
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  write('_categories.yml', '- slug: insight\n  name: Insight\n  description: What changes.\n  hue: blue\n')
  write('_authors.yml', '[]\n')
  symlinkSync('/etc/hostname', path.join(posts, 'link.md'))
  mkdirSync(path.join(posts, 'folder.md'))
  execFileSync('mkfifo', [path.join(posts, 'pipe.md')])
  run = spawnSync(process.execPath, ['--import', 'tsx', 'cli/check.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', POSTS_DIR: posts, SITE_NOW: '2024-06-01T12:00:00Z' },
    encoding: 'utf8',
    timeout: 60_000,
  })
}, 90_000)
afterAll(() => rmSync(path.dirname(posts), { recursive: true, force: true }))

const toldOf = (file: string) => run.stdout.split('\n').filter((line) => line.includes(`/posts/${file}:`))

describe('one run over a folder of everything that can go wrong', () => {
  it('ends, counts, and refuses', () => {
    expect(run.status).toBe(1)
    expect(run.stdout).toMatch(/\d+ errors, \d+ warnings? in \d+ files\./)
  })

  test.each(rows)('names %s', (_, file, __, ...told) => {
    const lines = toldOf(file)
    expect(lines.some((line) => told.every((part) => line.includes(part)))).toBe(true)
  })

  test.each(['link.md', 'folder.md', 'pipe.md'])('names %s without opening it', (file) => {
    expect(toldOf(file)).toEqual([expect.stringMatching(/:1:1: error/)])
  })

  test.each(fine)('has nothing against %s', (file) => {
    expect(toldOf(file)).toEqual([])
  })
})
