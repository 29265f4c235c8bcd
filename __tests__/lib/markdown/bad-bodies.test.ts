import { render, told } from './rendering'

const nothingActive =
  /<script|<iframe|<style|<svg|<form|<base|style=|\son\w+=|="\s*javascript:|="\s*data:|<img(?![^>]*\ssrc=")|id=""/i

test.each([
  ['a script', 'x\n\n<script>alert(1)</script>\n', ['12:1 warning raw-html .*<script>']],
  ['an image with a handler', 'a <img src=x onerror=alert(1)> b', ['10:3 warning raw-html .*<img>']],
  ['a drawing that loads', '<svg onload=alert(1)></svg>', ['10:1 warning raw-html .*<svg>']],
  ['a frame', '> <iframe src="//x"></iframe>', ['10:3 warning raw-html .*<iframe>']],
  ['a stylesheet', '<style>p{}</style>', ['10:1 warning raw-html .*<style>']],
  ['another base', '<base href="//x">', ['10:1 warning raw-html .*<base>']],
  ['a form', '- <form action=x><input></form>', ['10:3 warning raw-html .*<form>']],
  ['two tags in one paragraph, once', 'a <b>b</b> <i>c</i>', ['10:3 warning raw-html .*<b>']],
  ['a script address', '[x](javascript:alert(1))', ['10:1 warning unsafe-link ']],
  ['one in capitals', '[x](JavaScript:alert(1))', ['10:1 warning unsafe-link ']],
  ['one with an entity', '[x](java&#115;cript:alert(1))', ['10:1 warning unsafe-link ']],
  ['one with a line break inside', '[x](java&#10;script:alert(1))', ['10:1 warning unsafe-link ']],
  ['one after a space', '[x](<&#32;javascript:alert(1)>)', ['10:1 warning unsafe-link ']],
  ['one as an autolink', '<javascript:alert(1)>', ['10:1 warning unsafe-link ']],
  ['one in a definition', '[x]\n\n[x]: javascript:alert(1)', ['10:1 warning unsafe-link ']],
  ['one percent-encoded, which is a file name', '[x](javascript%3Aalert(1))', ['10:1 error broken-link ']],
  ['a link to a data address', '[x](data:text/html,x)', ['10:1 warning unsafe-link ']],
  ['a link without its scheme', '[x](//evil.example)', ['10:1 warning unsafe-link ']],
  ['one with backslashes', '[x](/\\\\evil.example)', ['10:1 warning unsafe-link ']],
  ['a link to nowhere', '[x]()', ['10:1 warning empty-link ']],
  ['a link without words', 'go [](https://example.org)', ['10:4 warning empty-link ']],
  ['a picture in its own address', '![x](data:image/png;base64,AA)', ['10:1 warning unsafe-picture ']],
  ['a picture that is a script', 'a ![x](javascript:alert(1))', ['10:3 warning unsafe-picture ']],
  ['a picture over http', '![x](http://example.org/x.png)', ['10:1 warning unsafe-picture ']],
  ['a picture without its scheme', '![x](//example.org/x.png)', ['10:1 warning unsafe-picture ']],
  ['a picture without address', '![x]()', ['10:1 warning unsafe-picture ']],
  ['a picture from elsewhere', '![x](https://example.org/x.png)', ['10:1 warning picture-not-fetched ']],
  ['a picture without words', 'see\n\n![](./picture.png)', ['12:1 warning missing-alt ']],
  ['a picture that is not there', '![x](./no.png)', ['10:1 error missing-picture There is no ./no.png']],
  ['an unused note', 'x\n\n[^a]: note', ['12:1 warning unused-footnote ']],
  ['a note that only it refers to', 'x\n\n[^a]: note[^a]', ['12:1 warning unused-footnote ']],
  ['an undefined note', 'x [^nope]', ['10:3 warning undefined-footnote .*\\[\\^nope\\]']],
  ['a language nobody knows', '```typscript\nx\n```', ['10:4 warning unknown-language .*did you mean "typescript"']],
  ['a hostile language', '```"><script>alert(1)</script>\nx\n```', ['10:4 warning unknown-language ']],
  ['a hostile language after a prototype', '```__proto__\nx\n```', ['10:4 warning unknown-language ']],
  ['a link to no article', 'a\nb [x](./nope.md)', ['11:3 error broken-link There is no ./nope.md']],
  [
    'a link to no heading',
    '## Smart cities\n\n[x](#smart-citis)',
    ['12:1 error unknown-anchor .*did you mean "#smart-cities"'],
  ],
  ['a link to a withheld article', 'a [x](./gone.md)', ['10:3 warning withheld-link .*withheld']],
  ['a skipped level', '## A\n\n#### B', ['12:1 warning skipped-level ']],
  ['a first heading too deep', '### A', ['10:1 warning skipped-level ']],
  ['an id of a heading that is none', '## A {#b c}', ['10:6 error heading-id ']],
  ['an id of two headings', '## A {#a}\n\n## B {#b #a}', ['12:10 error heading-id .*#a already']],
  ['an id that footnotes have', '## A {#fn-1}', ['10:7 error heading-id .*#fn-1']],
  ['an unknown callout', '> [!NOTICE]\n> x', ['10:3 warning unknown-callout .*"NOTICE"']],
  ['wrong TeX', 'a $$x + \\frac{1$$', ['10:16 error tex .*Unexpected end of input']],
  ['an unknown command of TeX', '$$\nx\n\\nope\n$$', ['12:1 error tex .*Undefined control sequence']],
])('a writer who commits %s is told where', async (_, body, expected) => {
  const rendered = await render(body)
  expect(told(rendered)).toEqual(expected.map((line) => expect.stringMatching(new RegExp(`^${line}`))))
  expect(rendered.html).not.toMatch(nothingActive)
})

test('says the line that is meant, as it stands', async () => {
  const { problems } = await render('one\r\ntwo [x](./nope.md)\r\n')
  expect(problems[0]).toMatchObject({
    file: 'posts/a.md',
    line: 11,
    column: 5,
    excerpt: { text: 'two [x](./nope.md)', length: 14 },
    hint: 'Write ./other.md',
  })
})

test.each(['mailto:a@b.example', '#part'])('says what to do about %s as a picture', async (address) => {
  const { problems } = await render(`![x](${address})`)
  expect(problems[0]?.hint).toContain('![…](./_pictures/name.png)')
})

test.each([
  [
    'names that a browser or Next owns',
    '## __next_f\n\n## constructor\n\n## location',
    ['s-__next_f', 's-constructor', 's-location'],
  ],
  ['a heading of signs, and an empty one', '## 🎉\n\n##\n\n## !!!', ['s-section', 's-section-1', 's-section-2']],
  ['equal headings', '## A\n\n## A\n\n## A 1', ['s-a', 's-a-1', 's-a-1-1']],
  ['a heading that looks like a note', '## fn 1\n\nx[^n]\n\n[^n]: y', ['s-section-fn-1', 's-fnref-1', 's-fn-1']],
])('gives unique ids to %s', async (_, body, ids) => {
  const { html } = await render(body)
  expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(ids)
})

test.each([
  ['a space', '<https://a.example/x y.pdf>', 'https://a.example/x%20y.pdf'],
  ['spaces around it', '<&#32;https://a.example/x&#32;>', 'https://a.example/x'],
  ['a space in a letter', '<mailto:d@a.example?subject=Valve report>', 'mailto:d@a.example?subject=Valve%20report'],
  ['a line end', '<https://a.example/x&#10;y>', 'https://a.example/xy'],
  ['a control character', '<https://a.example/x\u0001y\u007f>', 'https://a.example/x%01y%7F'],
  ['a hard space', '<https://a.example/x&nbsp;y>', 'https://a.example/x%C2%A0y'],
])('an address with %s is linked as a browser reads it', async (_, address, href) => {
  expect((await render(`[x](${address})`)).html).toContain(`href="${href}"`)
})

test('leaves comments out without a word', async () => {
  const rendered = await render('a <!-- b --> c\n\n<!-- d -->\n')
  expect(told(rendered)).toEqual([])
  expect(rendered.html).toBe('<p>a  c</p>\n')
})
