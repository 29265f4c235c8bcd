import { Parser } from 'htmlparser2'
import { tokenizeHtml } from '../../../../lib/publish/html/html-tokenizer'

type Event = [what: string, ...details: unknown[]]

const asked = new Set(['charset', 'hidden', 'href', 'id', 'rel', 'src', 'srcset', 'type'])

/** What the package's own parser says of it, as far as tokenizeHtml says it. */
function parsed(html: string): Event[] {
  const events: Event[] = []
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => {
      const kept = Object.fromEntries(Object.entries(attributes).filter(([key]) => asked.has(key)))
      events.push(['open', name, kept, parser.startIndex, parser.endIndex + 1])
    },
    onclosetag: (name, isImplied) => {
      if (!isImplied) events.push(['close', name, parser.startIndex, parser.endIndex + 1])
    },
    oncomment: (text) => events.push(['comment', text, parser.startIndex, parser.endIndex + 1]),
  })
  parser.end(html)
  return [...events, ['text', textOf(html)]]
}

/** All text as it is written. */
function textOf(html: string): string {
  let all = ''
  const parser = new Parser({ ontext: (text) => (all += text) }, { decodeEntities: false })
  parser.end(html)
  return all
}

function read(html: string): Event[] {
  const events: Event[] = []
  let all = ''
  tokenizeHtml(html, {
    onOpen: (name, attributes, { start, end }) => events.push(['open', name, { ...attributes }, start, end]),
    onClose: (name, { start, end }) => events.push(['close', name, start, end]),
    onText: (text) => (all += text),
    onComment: (text, { start, end }) => events.push(['comment', text, start, end]),
  })
  return [...events, ['text', all]]
}

test.each([
  ['plain elements', '<p>One <b>two</b>.</p>'],
  ['an element without an end', 'a<br>b<img src="a.png" alt="x > y">c<hr/>d'],
  ['attributes of every kind', `<a id=one href='/two/?a=1&amp;b=2' class="c" hidden rel="x">three</a>`],
  ['a quote within quotes', `<a href='say "a&amp;b"' id="it's &quot;">x</a>`],
  ['names in capitals', '<IMG srcSet="a.webp 320w, b.webp 640w" SRC="c.png"><DIV HIDDEN>x</DIV>'],
  ['an attribute twice', '<p id="one" id="two">x</p>'],
  ['signs that are written out', '<a href="&#x26;&lt;&#233;&eacute;">&amp; &lt;b> &nbsp;&unknown; é</a>'],
  ['a script that talks of markup', '<script type="module">if (a < b) document.write("<p id=x>&amp;")</script>'],
  ['a script of another place', '<script src="/a.js?b&amp;c"></script>after'],
  ['a style and a title that do', '<style>a > b { }</style><title>A <b> &amp; c</title>'],
  ['comments', '<!--$--><p><!-- a <b> --></p><!--/$--><!---->'],
  ['what is hardly a comment', 'a<!x y>b<?z?>c</ d>e'],
  ['a drawing', '<svg viewBox="0 0 1 1"><path d="M0 0"/><use href="#a"></use></svg><a href="b">c</a>'],
  ['a drawing with a name', '<svg><title/></svg><svg/><p><svg><title>A <b>c</b></title></svg></p><a href="x">y</a>'],
  ['a title after a drawing', '<svg><style/><g></g></svg><title>A <b></title><a href="x">y</a>'],
  ['a formula', '<math><mi>x</mi><mo>&lt;</mo></math>'],
  ['text that looks like markup', '1 < 2 && 3 > 2 &lt;script&gt;'],
  ['nothing', ''],
])('reads %s as a parser does', (_, html) => {
  expect(read(html)).toEqual(parsed(html))
})
