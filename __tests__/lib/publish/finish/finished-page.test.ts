import { finishedPage } from '@/lib/publish/finish/finished-page'
import { pageParts } from '@/lib/publish/finish/page-parts'

const theme = 'document.documentElement.dataset.theme'

/** A page as Next exports it: `main` is what a writer's words became. */
const page = (main: string, { head = '', body = '' } = {}) =>
  [
    '<!DOCTYPE html><html lang="en-GB"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/>',
    '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
    '<link rel="stylesheet" href="/_next/static/chunks/b.css" data-precedence="next"/>',
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/x.js"/>',
    '<script src="/_next/static/chunks/x.js" async=""></script>',
    `${head}<title>One &amp; two</title><link rel="icon" href="/favicon.svg"/><script>${theme}</script>`,
    '<script type="module" src="/assets/page.js"></script><script type="application/ld+json">{"a":1}</script>',
    '<script src="/_next/static/chunks/old.js" noModule=""></script></head>',
    `<body><div hidden=""><!--$--><!--/$--></div><main>${main}</main>`,
    '<script id="_R_">(globalThis["TURBOPACK"] || []).push(["x"]);</script>',
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
    `<script>self.__next_f.push([1,"text, twice"])</script>${body}</body></html>`,
  ].join('')

const finish = (html: string) =>
  finishedPage(html, pageParts(html), { hydrates: false, stylesheet: '/assets/style.css' })
const mainOf = (html: string) => html.slice(html.indexOf('<main>') + 6, html.indexOf('</main>'))
const policyIn = (html: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''

describe('a finished page', () => {
  it('is clean HTML: policy, head, one stylesheet, our scripts, the text', () => {
    const html = finish(page('<p>Text</p>'))
    expect(html.replace(/content="default-src[^"]*"/, 'content="…"')).toBe(
      [
        '<!DOCTYPE html><html lang="en-GB"><head><meta charSet="utf-8"/>',
        '<meta http-equiv="Content-Security-Policy" content="…"/><meta name="viewport" content="width=device-width"/>',
        '<link rel="stylesheet" href="/assets/style.css"/>',
        `<title>One &amp; two</title><link rel="icon" href="/favicon.svg"/><script>${theme}</script>`,
        '<script type="module" src="/assets/page.js"></script><script type="application/ld+json">{"a":1}</script>',
        '</head><body><main><p>Text</p></main></body></html>',
      ].join(''),
    )
  })

  it('lets its own inline script run, and no other', () => {
    const sources = policyIn(finish(page(''))).match(/'sha256-[^']+'/g)
    expect(sources).toHaveLength(1)
  })

  test.each([
    ['a script in an attribute', '<a href="/x/" title="a <script>self.__next_f.push([1])</script> b">x</a>'],
    ['Next’s words in code', '<pre><code>&lt;script src="/_next/x.js"&gt; self.__next_f.push([1,"x"])</code></pre>'],
    ['a comment in an attribute', '<img alt="--> <!--$--> <div hidden=&quot;&quot;></div>" src="/a.png"/>'],
    ['a stylesheet in an attribute', `<p title='<link rel="stylesheet" href="/_next/a.css"/>'>x</p>`],
    ['signs that mean nothing', '<p>a &lt;!-- b --&gt; c ]]&gt; &amp;amp; {{x}} \u2028 😀</p>'],
    ['a link to Next’s folder', '<a href="/_next/static/">x</a>'],
    ['something hidden that is not empty', '<div hidden="">a note</div><div hidden=""><b>x</b></div>'],
    ['text of many lines', '<pre>\n  a\n\n\tb </pre>'],
  ])('keeps %s as it was, byte for byte', (_, text) => {
    expect(mainOf(finish(page(text)))).toBe(text)
  })

  it('loses the comments between the words of one sentence', () => {
    expect(mainOf(finish(page('7<!-- --> min')))).toBe('7 min')
  })

  it('cuts out everything of a stand-in and nothing behind it', () => {
    expect(finish(page('x'))).toContain('<body><main>x</main>')
  })
})

describe('markup', () => {
  /** The main part of a page that names markup, once that stands in its place. */
  const withMarkup = (main: string, markupOf: (name: string) => string) => {
    const html = page(main)
    return mainOf(finishedPage(html, pageParts(html), { hydrates: false, stylesheet: '/assets/style.css', markupOf }))
  }

  it('takes the place of its name, wherever and however often that stands', () => {
    const main = '<p><!--body/x/--></p><!--art/insight/blue/a-valve/--><i><!--mark/ada/--><!--mark/ada/--></i>'
    expect(withMarkup(main, (name) => `[${name}]`)).toBe(
      '<p>[body/x/]</p>[art/insight/blue/a-valve/]<i>[mark/ada/][mark/ada/]</i>',
    )
  })

  test.each([
    ['signs that replace', 'a $& b $1 c $$ d $` e'],
    ['the end of a script', '<script type="application/ld+json">1</script></script>'],
    ['comments', '<!-- --><!--$--><!--/$-->'],
    ['a name', '<!--body/y/-->'],
    ['a stand-in', '<div hidden=""><!--$--></div>'],
    ['a link to Next’s folder', '<link rel="preload" href="/_next/x.js"><script src="/_next/x.js"></script>'],
    ['what closes elements', '</main></body></html>'],
    ['line ends of every kind', 'a\r\nb\nc\u2028d\n'],
    ['nothing', ''],
  ])('is put in byte for byte, though it hold %s', (_, markup) => {
    const html = page('<p><!--body/x/--></p><b>7<!-- --> min</b>')
    const finished = finishedPage(html, pageParts(html), {
      hydrates: false,
      stylesheet: '/a.css',
      markupOf: () => markup,
    })
    expect(finished).toContain(`<main><p>${markup}</p><b>7 min</b></main></body>`)
  })

  test.each([
    ['text', '<p>&lt;!--body/x/--&gt;</p>'],
    ['an attribute', '<img alt="<!--body/x/-->" src="/a.png"/>'],
    ['a script', '<script type="application/ld+json">"<!--body/x/-->"</script>'],
    ['a title', '<svg><title>a</title></svg><textarea><!--body/x/--></textarea>'],
  ])('takes no place of its name in %s', (_, text) => {
    expect(withMarkup(text, () => 'never')).toBe(text)
  })

  test.each(['body/x', ' body/x/ ', 'body/x y/', 'bodies/x/', 'a body/x/'])(
    'is not named by the comment "%s"',
    (name) => {
      expect(withMarkup(`<p><!--${name}--></p>`, () => 'never')).toBe('<p></p>')
    },
  )
})

describe('a page that hydrates', () => {
  const html = page('<p>7<!-- --> min</p>')
  const finished = finishedPage(html, pageParts(html), { hydrates: true })

  it('keeps everything it had', () => {
    expect(finished.replace(/<meta http-equiv[^>]*>/, '')).toBe(html)
  })

  it('lets exactly its own inline scripts run', () => {
    expect(policyIn(finished).match(/'sha256-[^']+'/g)).toHaveLength(4)
    expect(policyIn(finished)).not.toContain('unsafe')
  })
})

describe('the parts of a page', () => {
  test.each(['<template id="B:0"></template>', '<div hidden="" id="S:0">late</div>', '<template id="P:1"></template>'])(
    'tell that it waited while it was rendered: %s',
    (late) => {
      expect(pageParts(page('', { body: late })).waited).toBe(true)
      expect(pageParts(page('<h2 id="s-B:0">B:0</h2>')).waited).toBe(false)
    },
  )

  it('name each inline script of a stranger', () => {
    const { inlineScripts } = pageParts(page('', { head: '<script>alert(1)</script>' }))
    expect(inlineScripts.filter(({ isNext }) => !isNext).map(({ text }) => text)).toEqual(['alert(1)', theme])
  })
})
