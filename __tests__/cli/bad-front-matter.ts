import { post } from '../lib/content/valid-post'

/** A file, what it holds, and all that `check` says of it: "line:column severity rule", and what its message must say. */
export type Row = [file: string, text: string | Buffer, ...told: [place: string, message: RegExp][]]

const trap = `(require('node:fs').writeFileSync('trapped', ''), { title: 'x' })`
const control = String.fromCharCode(7)
const nul = String.fromCharCode(0)
const laughs = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...Array.from('bcdefghi', (name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
]
const changed = (text: string, other: string) => post().replace(text, other)

const fences: Row[] = [
  ['fence-js.md', `---js\n${trap}\n---\n`, ['1:4 error fence-language', /"js".*names no language/]],
  ['fence-spaced.md', `--- JavaScript\n${trap}\n---\n`, ['1:5 error fence-language', /"JavaScript"/]],
  ['fence-tab.md', `---\tjavascript\n${trap}\n---\n`, ['1:5 error fence-language', /"javascript"/]],
  ['fence-coffee.md', `---coffee\n${trap}`, ['1:4 error fence-language', /"coffee"/]],
  ['fence-json.md', '---json\n{ "title": "x" }\n---\n', ['1:4 error fence-language', /"json"/]],
  ['fence-inherited.md', '---constructor\nx\n---\n', ['1:4 error fence-language', /"constructor"/]],
  ['front-none.md', 'Just text.\n', ['1:1 error no-front-matter', /title, excerpt, category, author, date/]],
  [
    'front-empty.md',
    '---\n---\nText\n',
    ['1:1 error no-front-matter', /empty.*title, excerpt, category, author, date/],
  ],
  ['nothing.md', '', ['1:1 error no-front-matter', /title, excerpt, category, author, date/]],
  ['blank-first.md', `\n${post()}`, ['1:1 error fence-not-first', /must be the first line/]],
  ['space-first.md', ` ${post()}`, ['1:1 error fence-not-first', /must be the first line/]],
  ['never-closed.md', '---\ntitle: x\n', ['1:1 error fence-not-closed', /never closed/]],
  ['four-hyphens.md', '---\ntitle: x\n----\nText\n', ['3:1 error bad-fence', /more than three hyphens/]],
  ['fence-word.md', '---\ntitle: x\n---x\nText\n', ['3:1 error bad-fence', /more than three hyphens/]],
]

const values: Row[] = [
  ['colon.md', post({ title: 'Foo: a story' }), ['2:8 error colon-in-value', /colon and a space/]],
  ['quote-apostrophe.md', post({ title: "'It's here'" }), ['2:11 error quote-in-value', /quote ends the value/]],
  ['quote-in-quotes.md', post({ title: '"He said "hi""' }), ['2:17 error quote-in-value', /quote ends the value/]],
  ['quote-open.md', post({ title: '"Half' }), ['2:8 error quote-not-closed', /never closed/]],
  ['sign-at.md', post({ author: '@jane' }), ['5:9 error special-character', /begins with @/]],
  ['sign-backtick.md', post({ title: '`x`' }), ['2:8 error special-character', /begins with a backtick/]],
  ['sign-percent.md', post({ title: '%50 off' }), ['2:8 error special-character', /begins with %/]],
  ['sign-bracket.md', post({ title: '[Draft] hello' }), ['2:8 error special-character', /begins with \[/]],
  ['sign-star.md', post({ title: '*Bold*' }), ['2:8 error special-character', /begins with \*/]],
  ['sign-ampersand.md', post({ title: '&co' }), ['2:8 error special-character', /begins with &/]],
  ['sign-exclamation.md', post({ title: '!important' }), ['2:8 error special-character', /begins with !/]],
  ['sign-greater.md', post({ title: '> quoted' }), ['2:8 error special-character', /begins with >/]],
  ['comment.md', post({ title: 'C# rocks #1' }), ['2:17 error comment-in-value', /# after a space starts a comment/]],
  ['empty.md', post({ title: '' }), ['2:1 error empty-field', /empty/]],
  ['empty-quotes.md', post({ title: '""' }), ['2:8 error empty-field', /empty/]],
  ['empty-spaces.md', post({ title: '"   "' }), ['2:8 error empty-field', /empty/]],
  ['empty-tilde.md', post({ title: '~' }), ['2:8 error empty-field', /empty/]],
  ['draft-yes.md', post({ draft: 'yes' }), ['7:8 error not-true-or-false', /"yes" is neither/]],
  ['featured-1.md', post({ featured: '1' }), ['7:11 error not-true-or-false', /"1" is neither/]],
  ...['5:30', '-3', 'abc'].map(
    (time, at): Row => [
      `minutes-${at}.md`,
      post({ readTime: time }),
      ['7:11 error not-minutes', /not a number of min/],
    ],
  ),
  ...['2024-02-30', '2024-13-45', '01/02/2024', '2024', 'yesterday'].map(
    (date, at): Row => [`day-${at}.md`, post({ date }), ['6:7 error not-a-day', /is not a day/]],
  ),
  ['category.md', post({ category: 'insigth' }), ['4:11 error unknown-category', /did you mean "insight"/]],
  ['category-capital.md', post({ category: 'Insight' }), ['4:11 error unknown-category', /did you mean "insight"/]],
  ...['javascript:alert(1)', '"data:image/png;base64,AA"', '//x', '../../etc/passwd', 'http://x.example/a.png'].map(
    (imageUrl, at): Row => [`image-${at}.md`, post({ imageUrl }), ['7:11 error picture-address', /is not a picture/]],
  ),
  ['image-gone.md', post({ imageUrl: './nope.png' }), ['7:11 error picture-missing', /no file \.\/nope\.png/]],
  ['image-public.md', post({ imageUrl: '/nope.png' }), ['7:11 error picture-missing', /no file \/nope\.png/]],
  [
    'image-far.md',
    post({ imageUrl: 'https://x.example/a.png' }),
    ['7:11 warning picture-not-fetched', /not fetched yet: run {2}npm run images/],
  ],
]

const names: Row[] = [
  [
    'tab-field.md',
    changed('title:', '\ttitle:'),
    ['1:1 error missing-field', /title/],
    ['2:1 error indentation', /in/],
  ],
  ['tab-list.md', changed('date:', 'tags:\n\t- a\ndate:'), ['7:1 error tab-indentation', /tab/]],
  ['no-space.md', changed('title: ', 'title:'), ['2:7 error space-missing', /space is missing/]],
  ['twice.md', changed('title:', 'title: A\ntitle:'), ['3:1 error duplicate-field', /title is given twice/]],
  ['capital.md', post({ Title: 'x' }), ['7:1 error unknown-field', /"Title"; did you mean "title"/]],
  ['misspelt.md', post({ titel: 'x' }), ['7:1 error unknown-field', /"titel"; did you mean "title"/]],
  ['near-nothing.md', post({ xyzzyplugh: 'x' }), ['7:1 error unknown-field', /no field "xyzzyplugh"\./]],
  ['proto.md', post({ ['__proto__']: 'x' }), ['7:1 error unknown-field', /"__proto__"/]],
  ['constructor.md', post({ constructor: 'x' }), ['7:1 error unknown-field', /"constructor"/]],
  ['merge.md', post({ '<<': '{ draft: true }' }), ['7:1 error merge-key', /merge keys/]],
]

const hostile: Row[] = [
  ['anchor.md', post({ tags: '[&a x]' }), ['7:8 error yaml-anchor', /&a/]],
  ['alias.md', post({ tags: '[x, *a]' }), ['7:11 error yaml-alias', /\*a/]],
  [
    'laughs.md',
    changed('title:', `${laughs.join('\n')}\ntitle:`),
    ...laughs.map((_, at): [string, RegExp] => [`${at + 2}:4 error special-character`, /begins with &/]),
  ],
  ['control.md', post({ title: `a${control}b` }), ['2:9 error control-character', /U\+0007/]],
  ['zero.md', post({}, `ab${nul}`), ['8:3 error control-character', /U\+0000/]],
  ['control-escape.md', post({ title: '"a\\0b"' }), ['2:10 error control-character', /U\+0000/]],
  ['half-escape.md', post({ title: '"ab\\uD800"' }), ['2:11 error control-character', /U\+D800.*half/]],
  ['half.md', Buffer.concat([Buffer.from(post()), Buffer.from('eda080', 'hex')]), ['9:1 error not-utf8', /0xED/]],
  ['latin-1.md', Buffer.from(post({ title: 'caf\u00e9' }), 'latin1'), ['2:11 error not-utf8', /0xE9/]],
  ['utf-16.md', Buffer.from(`\ufeff${post()}`, 'utf16le'), ['1:1 error not-utf8', /UTF-16/]],
  ['two-marks.md', `\ufeff\ufeff${post()}`, ['1:1 error two-byte-order-marks', /two byte order marks/]],
  ['mark-inside.md', `\n\ufeff${post()}`, ['1:1 error fence-not-first', /must be the first line/]],
  ['cr-only.md', post().replaceAll('\n', '\r'), ['1:4 error old-line-ends', /carriage return/]],
]

export const badFrontMatter: Row[] = [...fences, ...values, ...names, ...hostile]
