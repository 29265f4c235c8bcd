import { render, told } from './rendering'

const image = '<img src="/media/picture.webp" alt="a lamp" width="800" height="600" loading="lazy" decoding="async">'

test.each([
  [
    'a heading that is a link to itself',
    '## Two *words*',
    '<h2 id="s-two-words"><a class="heading-link" href="#s-two-words">Two <em>words</em></a></h2>',
  ],
  [
    'a heading that holds a link',
    '## A [b](./other.md)',
    '<h2 id="s-a-b">A <a href="/articles/other/">b</a> <a class="anchor" href="#s-a-b" aria-label="Link to this section: A b">#</a></h2>',
  ],
  [
    'a heading with an id of its own',
    '## Two *words* {#One}\n\n[x](#One)',
    '<h2 id="s-One"><a class="heading-link" href="#s-One">Two <em>words</em></a></h2>\n<p><a href="#s-One">x</a></p>',
  ],
  [
    'a heading with several',
    '## Two {#one #القهوة}\n\n[x](#القهوة)',
    '<h2 id="s-one"><span id="s-القهوة"></span><a class="heading-link" href="#s-one">Two</a></h2>\n<p><a href="#s-%D8%A7%D9%84%D9%82%D9%87%D9%88%D8%A9">x</a></p>',
  ],
  [
    'headings beside one that has chosen their id',
    '## A\n\nB {#a}\n---',
    '<h2 id="s-a-1"><a class="heading-link" href="#s-a-1">A</a></h2>\n<h2 id="s-a"><a class="heading-link" href="#s-a">B</a></h2>',
  ],
  [
    'braces that are none',
    '## A {b} {#c} d',
    '<h2 id="s-a-b-c-d"><a class="heading-link" href="#s-a-b-c-d">A {b} {#c} d</a></h2>',
  ],
  ['a link to a heading of ours', '## Ä b\n\n[x](#%C3%A4-b)', '<p><a href="#s-%C3%A4-b">x</a></p>'],
  [
    'a link to a place in another article',
    '[x](./other.md#the-end)',
    '<p><a href="/articles/other/#s-the-end">x</a></p>',
  ],
  ['a link by its path', '[x](/articles/other/)', '<p><a href="/articles/other/">x</a></p>'],
  ['a withheld link', '[*x* y](./gone.md)', '<p><em>x</em> y</p>'],
  [
    'a link to elsewhere',
    '<https://example.org/?a=1&b=2>',
    '<p><a href="https://example.org/?a=1&#x26;b=2" rel="external">https://example.org/?a=1&#x26;b=2</a></p>',
  ],
  [
    'a bare address',
    'see www.example.org.',
    '<p>see <a href="http://www.example.org" rel="external">www.example.org</a>.</p>',
  ],
  ['a mail address', '<a@example.org>', '<p><a href="mailto:a@example.org">a@example.org</a></p>'],
  ['a picture alone', '![a lamp](./picture.png)', `<figure class="figure">${image}</figure>`],
  [
    'a wide picture with a caption',
    '![a lamp](./picture.png#wide "At <night>")',
    `<figure class="figure wide">${image}<figcaption>At &#x3C;night></figcaption></figure>`,
  ],
  ['a picture in a sentence', 'see ![a lamp](./picture.png)', `<p>see ${image}</p>`],
  [
    'a picture from elsewhere',
    '![a lamp](https://example.org/x.png)',
    '<figure class="figure absent"><a href="https://example.org/x.png" rel="external">a lamp</a></figure>',
  ],
  [
    'a callout',
    '> [!tip]\n> Do *this*.',
    '<aside class="callout tip" role="note" aria-label="Tip">\n<p class="callout-title">Tip</p>\n<p>Do <em>this</em>.</p>\n</aside>',
  ],
  [
    'a callout with a title of its own',
    '> [!NOTE] Mind `it`\n>\n> - a',
    '<aside class="callout note" role="note" aria-label="Note: Mind it">\n<p class="callout-title">Mind <code>it</code></p>\n<ul>\n<li>a</li>\n</ul>\n</aside>',
  ],
  [
    'an empty callout',
    '> [!CAUTION]',
    '<aside class="callout caution" role="note" aria-label="Caution">\n<p class="callout-title">Caution</p>\n</aside>',
  ],
  [
    'tasks',
    '- [x] a\n- [ ] b',
    '<ul class="task-list">\n<li><span class="task done" role="img" aria-label="Done"></span> a</li>\n<li><span class="task open" role="img" aria-label="Not done"></span> b</li>\n</ul>',
  ],
  [
    'code without a language',
    '```\na < b\n\nc\n```',
    '<figure class="code"><pre class="code-block" tabindex="0" role="group" aria-label="Code"><code><span class="line">a &#x3C; b</span>\n<span class="line"></span>\n<span class="line">c</span></code></pre></figure>',
  ],
  [
    'code with a title, marks and numbers',
    '```text title="a <b>.txt" {2-3,9} numbers\na\nb\nc\n```',
    '<figure class="code"><figcaption class="code-title">a &#x3C;b>.txt</figcaption><pre class="code-block numbers" tabindex="0" role="group" aria-label="Code: a <b>.txt"><code><span class="line">a</span>\n<span class="line marked">b</span>\n<span class="line marked">c</span></code></pre></figure>',
  ],
  [
    'code with roles',
    '```js\nconst a = "b" // c\n```',
    '<figure class="code"><pre class="code-block" tabindex="0" role="group" aria-label="Code: js"><code class="language-js"><span class="line"><span class="t-keyword">const</span> a <span class="t-operator">= </span><span class="t-string">"b" </span><span class="t-comment">// c</span></span></code></pre></figure>',
  ],
  [
    'a formula in a sentence',
    'so $$E$$, for $5 and $6',
    '<p>so <math><mrow><mi>E</mi></mrow></math>, for $5 and $6</p>',
  ],
  [
    'a formula on its own',
    '$$\nx^2\n$$',
    '<div class="math" role="group" tabindex="0" aria-label="Formula"><math display="block"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math></div>',
  ],
  ['signs as they were written', `"a" -- b... 'c' 🎉 ~~d~~ &copy;`, `<p>"a" -- b... 'c' 🎉 <del>d</del> ©</p>`],
])('shows %s', async (_, body, expected) => {
  const { html, problems } = await render(body)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(html).toContain(expected)
})

test('wraps a table so that it scrolls, and says alignment by class', async () => {
  const { html } = await render('| A | B | |\n|:-:|--:|---|\n| 1 | 2 | 3 |\n\n| A | B |\n|---|---|\n')
  expect(html).toContain('<div class="table" role="group" tabindex="0" aria-label="Table: A, B">\n<table>')
  expect(html).toContain(
    '<th class="align-center" scope="col">A</th>\n<th class="align-right" scope="col">B</th>\n<td></td>',
  )
  expect(html).toContain('<td class="align-center">1</td>\n<td class="align-right">2</td>\n<td>3</td>')
  expect(html).toContain('aria-label="Table: A, B (2)"')
})

test('names no table by the TeX of a formula', async () => {
  const { html } = await render('| Angle | $$\\theta^2$$ |\n|---|---|\n| 1 | 2 |\n\n| $$x$$ |\n|---|\n')
  expect(html).toContain('aria-label="Table: Angle"')
  expect(html).toContain('aria-label="Table"')
})

test.each([
  ['drops a first heading that repeats the title', '# A  *title*\n\n## B', ['2 B']],
  ['moves levels down when another # remains', '# A title\n\n# B\n\n## C\n\n###### D', ['2 B', '3 C', '6 D']],
  ['moves levels down when the first is another', '# B\n\n## C', ['2 B', '3 C']],
  ['drops it when it has an id, too', '# A title {#x}\n\n## B {#y}', ['2 B']],
  ['moves nothing when no # remains', '## B\n\n### C', ['2 B', '3 C']],
  ['keeps a repeated title that is no #', '## A title', ['2 A title']],
])('%s', async (_, body, expected) => {
  const { headings, html } = await render(body)
  expect(headings.map(({ level, text }) => `${level} ${text}`)).toEqual(expected)
  expect(html).not.toContain('<h1')
})

test('puts each note behind the block that first refers to it, with links in both directions', async () => {
  const body =
    'a[^two] b[^__proto__]\n\nc[^two] [d[^in link]](./other.md)\n\n[^__proto__]: P, see[^deep]\n[^two]: - T\n[^deep]: D[^deep]\n'
  const { html, problems } = await render(body)
  expect(problems.filter(({ rule }) => rule !== 'undefined-footnote')).toEqual([])
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual([...new Set(targets)].toSorted())
  expect(ids).toEqual(expect.arrayContaining(['s-fn-1', 's-fnref-1', 's-fnref-1-2', 's-fn-2', 's-fn-3', 's-fnref-3-2']))
  expect(html.indexOf('<aside class="notes"')).toBeLessThan(html.indexOf('<p>c'))
})

test('moves a reference out of the link it stands in', async () => {
  const { html } = await render('[d[^n] e](./other.md)\n\n[^n]: N')
  expect(html).toContain('<a href="/articles/other/">d e</a><sup class="noteref"><a id="s-fnref-1"')
})

test('collects what a page and the checks need', async () => {
  const { links, headings, innerAnchors, words, text } = await render(
    '# A title\n\n## One\n\n> ## Two\n\nTwo words. ![x](./picture.png)\n\n```js\ncode\n```\n\n[x](./other.md#a%20b)',
  )
  const excerpt = { text: '[x](./other.md#a%20b)', length: 21 }
  expect(links).toEqual([{ url: '/articles/other/', fragment: 'a b', line: 22, column: 1, excerpt }])
  expect(headings.map(({ id }) => id)).toEqual(['s-one'])
  expect(innerAnchors).toEqual(['two'])
  expect({ words, text }).toEqual({ words: 5, text: 'One\nTwo\nTwo words.\nx' })
})

test('asks once about all that is ours, without fragments', async () => {
  const { renderMarkdown } = await import('../../../lib/markdown/render/render')
  const asked: unknown[] = []
  await renderMarkdown('![a](./p.png#wide) [b](../x.md#y) [c](#d) <https://e.org>\n\n## d', {
    file: 'posts/a.md',
    bodyLine: 1,
    title: '',
    resolve: async (targets) => {
      asked.push(targets)
      return targets.map(() => ({ href: '/z/' }))
    },
  })
  expect(asked).toEqual([
    [
      { kind: 'picture', url: './p.png' },
      { kind: 'link', url: '../x.md' },
    ],
  ])
})

test.each([
  ['nested emphasis', '*a **b** _c_*', '<p><em>a <strong>b</strong> <em>c</em></em></p>\n'],
  ['a hard break', 'a  \nb\\\nc', '<p>a<br>\nb<br>\nc</p>\n'],
  ['an ordered list from three', '3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'],
  ['a loose list', '- a\n\n- b', '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n'],
  ['a quote', '> a\nb', '<blockquote>\n<p>a\nb</p>\n</blockquote>\n'],
  ['a rule', 'a\n\n---', '<p>a</p>\n<hr>\n'],
  ['escapes', '\\*a\\* `<b>` \\[^c]', '<p>*a* <code>&#x3C;b></code> [^c]</p>\n'],
])('keeps ordinary Markdown as it is: %s', async (_, body, expected) => {
  const rendered = await render(body)
  expect(rendered.html).toBe(expected)
  expect(told(rendered)).toEqual([])
})
