import { contentFor } from '@/lib/feeds/content'
import { render } from '../markdown/rendering'
import { contentFaults } from './rules'

const address = 'https://example.org/articles/a-valve/'
const contentOf = async (markdown: string) => contentFor((await render(markdown)).html, address).trim()

describe('a body in a feed', () => {
  test.each([
    ['a link to an article of ours', '[x](./other.md)', '<a href="https://example.org/articles/other/">x</a>'],
    [
      'a link abroad',
      '[x](https://a.example/?b=1&c=2 "T")',
      '<a href="https://a.example/?b=1&#x26;c=2" title="T">x</a>',
    ],
    ['tags in a title', `[x](https://a.example/ '1 > <b> "2"')`, 'title="1 > <b> &#x22;2&#x22;">x</a>'],
    ['tags in a picture', '![<i> a > "b"](./picture.png)', 'alt="<i> a > &#x22;b&#x22;" width="800"'],
    ['the end of a tag in code', '`"><b class="x">`', '<code>">&#x3C;b class="x"></code>'],
    ['a letter', '[x](mailto:a@b.example)', '<a href="mailto:a@b.example">x</a>'],
    ['code', '`a < b && "c"`', '<code>a &#x3C; b &#x26;&#x26; "c"</code>'],
    [
      'a picture',
      'A ![p](./picture.png) b',
      '<img src="https://example.org/media/picture.webp" alt="p" width="800" height="600">',
    ],
    ['a formula', '$$x^2$$', '<math><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>'],
    ['a formula of its own', '$$\nx\n$$', '<math display="block"><mrow><mi>x</mi></mrow></math>'],
    ['highlighted code', '```js {1}\nlet a = 1\n```', '<figure><pre><code>let a = 1</code></pre></figure>'],
    ['the title of code', '```js title="a.js"\na\n```', '<figcaption>a.js</figcaption>'],
    ['tasks', '- [x] a\n- [ ] b', '<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>'],
    ['a heading that nothing points at', '## Part', '<h2>Part</h2>'],
    [
      'a heading with a link in it',
      '## See [x](./other.md)',
      '<h2>See <a href="https://example.org/articles/other/">x</a> </h2>',
    ],
    ['a heading that is pointed at', '[y](#größe)\n\n## Größe', '<h2 id="s-größe">Größe</h2>'],
    ['a list from another number', '3. a\n4. b', '<ol start="3">'],
    ['a table', '| a |\n|--:|\n| 1 |', '<th scope="col">a</th>'],
  ])('has %s as any reader knows it', async (_, markdown, html) => {
    const content = await contentOf(markdown)
    expect(content).toContain(html)
    expect(contentFaults(content)).toEqual([])
  })

  it('has callouts as quotations with a title', async () => {
    const content = await contentOf('> [!WARNING]\n> Hot.')
    expect(content).toBe('<blockquote>\n<p><strong>Warning</strong></p>\n<p>Hot.</p>\n</blockquote>')
  })

  it('has notes behind the words they belong to, with links in both directions', async () => {
    const content = await contentOf('Words.[^n]\n\nMore.\n\n[^n]: The note.')
    expect(content).toContain(`<sup><a href="${address}#s-fn-1" id="s-fnref-1">1</a></sup>`)
    expect(content).toContain('<li value="1" id="s-fn-1">')
    expect(content).toContain(`The note. <a href="${address}#s-fnref-1">↩</a>`)
    expect(content.indexOf('The note.')).toBeLessThan(content.indexOf('More.'))
  })

  it('has the one picture that every reader can show, as large as it is said to be', () => {
    const picture =
      '<picture><source type="image/avif" srcset="/a-320.avif 320w, /a-640.avif 640w" sizes="90vw">' +
      '<img src="/a-320.webp" srcset="/a-320.webp 320w, /a-640.webp 640w" sizes="90vw" alt="x" width="640" height="320" loading="lazy"></picture>'
    expect(contentFor(picture, address)).toBe(
      '<img src="https://example.org/a-640.webp" alt="x" width="640" height="320">',
    )
  })

  it('closes what it opens, whatever stands inside', async () => {
    const { html } = await render(
      '> 1. **a** ![p](./picture.png)\n>\n>     b\n\n| [x](./other.md) |\n|---|\n| $$x$$ |\n',
    )
    const content = contentFor(html, address)
    expect(contentFor(content, address)).toBe(content)
  })
})
