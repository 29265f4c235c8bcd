import { post } from '../lib/content/valid-post'
import type { Row } from './bad-front-matter'

const body = (markdown: string) => post({}, markdown)
const fill = (unit: string, kilobytes: number) => unit.repeat(Math.ceil((kilobytes * 1024) / unit.length))

const html: Row[] = [
  ['html-script.md', body('<script>alert(1)</script>'), ['8:1 warning raw-html', /<script>/]],
  ['html-image.md', body('a <img src=x onerror=alert(1)> b'), ['8:3 warning raw-html', /<img>/]],
  ['html-svg.md', body('<svg onload=alert(1)></svg>'), ['8:1 warning raw-html', /<svg>/]],
  ['html-frame.md', body('<iframe src="//x"></iframe>'), ['8:1 warning raw-html', /<iframe>/]],
  ['html-style.md', body('<style>p{}</style>'), ['8:1 warning raw-html', /<style>/]],
  ['html-base.md', body('<base href="//x">'), ['8:1 warning raw-html', /<base>/]],
  ['html-form.md', body('<form action=x><input></form>'), ['8:1 warning raw-html', /<form>/]],
]

const addresses: Row[] = [
  '[x](javascript:alert(1))',
  '[x](JavaScript:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](<&#32;javascript:alert(1)>)',
  '<javascript:alert(1)>',
  '[x]\n\n[x]: javascript:alert(1)',
  '[x](data:text/html,x)',
  '[x](//evil.example)',
].map((markdown, at): Row => [`address-${at}.md`, body(markdown), ['8:1 warning unsafe-link', /not linked/]])

const links: Row[] = [
  ['address-file.md', body('[x](javascript%3Aalert(1))'), ['8:1 error broken-link', /javascript%3Aalert/]],
  ['address-none.md', body('[x]()'), ['8:1 warning empty-link', /leads nowhere/]],
  ['picture-data.md', body('![x](data:image/png;base64,AA)'), ['8:1 warning unsafe-picture', /not shown/]],
  ['picture-script.md', body('a ![x](javascript:alert(1))'), ['8:3 warning unsafe-picture', /not shown/]],
  ['picture-none.md', body('![x]()'), ['8:1 warning unsafe-picture', /not shown/]],
  ['picture-far.md', body('![x](https://x.example/a.png)'), ['8:1 warning picture-not-fetched', /another site/]],
  ['picture-gone.md', body('![x](./nope.png)'), ['8:1 error missing-picture', /no picture/]],
  ['picture-silent.md', body('![](./dot.png)'), ['8:1 warning missing-alt', /no words/]],
  ['link-article.md', body('a\nb [x](./nope.md)'), ['9:3 error broken-link', /nope\.md/]],
  ['link-path.md', body('[x](/articles/nope/)'), ['8:1 error broken-link', /\/articles\/nope\//]],
  ['link-anchor.md', body('## A\n\n[x](#nope)'), ['10:1 error unknown-anchor', /"#nope"/]],
  ['link-far-anchor.md', body('[x](./taken.md#nope)'), ['8:1 error unknown-anchor', /#nope/]],
  ['link-draft.md', body('[x](./draft.md)'), ['8:1 warning withheld-link', /withheld.*shown as text/]],
  ['link-later.md', body('[x](/articles/later/)'), ['8:1 warning withheld-link', /withheld.*shown as text/]],
  ['link-lost.md', body('[x](/articles/lost/)'), ['8:1 warning withheld-link', /\/articles\/lost\/.*gone/]],
  ['note-undefined.md', body('x [^nope]'), ['8:3 warning undefined-footnote', /\[\^nope\]/]],
  ['note-unused.md', body('x\n\n[^a]: note'), ['10:1 warning unused-footnote', /Nothing refers/]],
  ['code-script.md', body('```"><script>\nx\n```'), ['8:4 warning unknown-language', /"><script>/]],
  ['code-proto.md', body('```__proto__\nx\n```'), ['8:4 warning unknown-language', /"__proto__"/]],
  ['level-skipped.md', body('## A\n\n#### B'), ['10:1 warning skipped-level', /level is skipped/]],
  ['level-first.md', body('### A'), ['8:1 warning skipped-level', /level is skipped/]],
]

const floods: Row[] = [
  ['deep-quotes.md', body('> '.repeat(1600)), ['8:201 error too-deep', /More than 100/]],
  ['deep-lists.md', body(`${'- '.repeat(1600)}x`), ['8:201 error too-deep', /More than 100/]],
  ...[64, 256].flatMap((size): Row[] => [
    [`comments-${size}.md`, body(fill('a <!-- ', size))],
    [
      `brackets-${size}.md`,
      body(fill('[ (](', size)),
      [`8:${size === 64 ? 3125 : 765} error too-many-marks`, /Too many brackets/],
    ],
    [`emphasis-${size}.md`, body(fill('*a_ ', size)), ['8:56571 error too-many-marks', /Too many brackets/]],
  ]),
  [
    'reference.md',
    body(`${'[a] \n\n'.repeat(20_000)}[a]: https://example.org/${'x'.repeat(4000)}`),
    ['1762:1 error output-limit', /output limit/],
  ],
  ['long-body.md', body(fill('word word\n\n', 3000)), ['8:1 error output-limit', /output limit/]],
  ['long-file.md', body(fill('word word\n\n', 5000)), ['1:1 error too-large', /larger than 4 MB/]],
]

const part = (number: number) => `## Part ${number}

${'A sentence of *some* words with a [link](./taken.md), and `code` in it. '.repeat(6)}

- one
  - two

| a | b |
|---|---|
| 1 | 2 |

> A quote[^n${number}]

[^n${number}]: A note.

`

export const badBodies: Row[] = [...html, ...addresses, ...links, ...floods]

/**
 * Long work. These are right, or end by a limit; on a machine that is busy with something else the deadline behind the limits
 * may end any of them, and that is said at the first line of the body.
 */
export const longBodies: [file: string, text: string][] = [
  ['long-fences-64.md', body(fill('> ```\n\n', 64))],
  ['long-lists-64.md', body(fill('- a\n- b\n\ntext\n\n', 64))],
]

/** More of the same, for `npm run test:long`. */
export const longestBodies: [file: string, text: string][] = [
  ['long-fences-256.md', body(fill('> ```\n\n', 256))],
  ['long-lists-256.md', body(fill('- a\n- b\n\ntext\n\n', 256))],
  ['long-and-honest.md', body(Array.from({ length: 800 }, (_, number) => part(number)).join(''))],
]

/** Odd, and right all the same. */
export const fineBodies: [file: string, text: string][] = [
  ['odd-headings.md', body('## __next_f\n\n## constructor\n\n## location\n\n## \u{1F389}\n\n##\n\n## A\n\n## A')],
  ['a-note.md', body('x[^__proto__] and y[^__proto__]\n\n[^__proto__]: A note.')],
  ['no-note.md', body('x [^__proto__]')],
  ['code-meta.md', body('```js title="<script>" {1,x}"><img src=x> numbers\nx\n```')],
  ['heading-one.md', body('# A\n\n## B')],
]
