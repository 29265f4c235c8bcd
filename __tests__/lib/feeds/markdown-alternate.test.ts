import { parse } from 'yaml'
import { markdownAlternate } from '@/lib/feeds/markdown-alternate'
import type { Entry } from '@/lib/library/library'
import { entry } from '../library/some-library'
import { render } from '../markdown/rendering'

const site = 'https://salt-and-light.example'

const own = `${site}/articles/${entry({}).slug}/`

/** An article as Markdown: what stands between the fences, and its text. */
async function alternateOf(body: string, changes: Partial<Entry> = {}) {
  const { edits } = await render(body, changes.title ?? 'A title')
  const [, head = '', text = ''] =
    /^---\n(.*?)\n---\n\n(.*)$/s.exec(markdownAlternate(entry(changes), { text: body, edits })) ?? []
  return { head, text }
}

describe('the Markdown of an article', () => {
  test.each([
    ['a link to a post', '[a](./other.md)', `[a](${site}/articles/other/)`],
    ['a link to a page', '[a](/articles/other/)', `[a](${site}/articles/other/)`],
    ['a link to a place', '[a](./other.md#part)', `[a](${site}/articles/other/#s-part)`],
    ['a link with a title', '[a]( ./other.md "T" )', `[a]( ${site}/articles/other/ "T" )`],
    [
      'a link within the article',
      '[a](#Part) [top](#top)\n\n## Part',
      `[a](${own}#s-part) [top](${own}#top)\n\n## Part`,
    ],
    ['an address in brackets', '[a](<./other.md> (T))', `[a](${site}/articles/other/ (T))`],
    ['words with marks in them', '[*a* `]` [b]](./other.md)', `[*a* \`]\` [b]](${site}/articles/other/)`],
    ['a reference', '[a][o]\n\n[o]: ./other.md "T"', `[a][o]\n\n[o]: ${site}/articles/other/ "T"`],
    ['short references', '[o][] [o]\n\n[O]: <./other.md>', `[o][] [o]\n\n[O]: ${site}/articles/other/`],
    ['a picture', '![p](./picture.png "T")', `![p](${site}/media/picture.webp "T")`],
    ['a picture by reference', '![p][i]\n\n[i]: ./picture.png', `![p][i]\n\n[i]: ${site}/media/picture.webp`],
    [
      'a picture in a link',
      '[![p](./picture.png)](./other.md)',
      `[![p](${site}/media/picture.webp)](${site}/articles/other/)`,
    ],
    ['a picture abroad, which the page links to', '![a](https://b.example/x.png)', '[a](https://b.example/x.png)'],
    ['one by reference', '![a][b]\n\n[b]: https://b.example', '[a][b]\n\n[b]: https://b.example'],
    ['a picture abroad in a link', '[![p](https://b.example/x.png)](./other.md)', `[p](${site}/articles/other/)`],
    ['an address with a space', '[a](<https://b.example/x y.pdf> "T")', '[a](https://b.example/x%20y.pdf "T")'],
    ['a letter with a space', '[a](<mailto:d@b.example?subject=x y>)', '[a](mailto:d@b.example?subject=x%20y)'],
    ['a definition with a space', '[a]\n\n[a]: <https://b.example/x y>', '[a]\n\n[a]: https://b.example/x%20y'],
    ['a link in a quotation', '> - [a](\n>   ./other.md)', `> - [a](\n>   ${site}/articles/other/)`],
    ['a link in a table', '| [a](./other.md) |\n|---|', `| [a](${site}/articles/other/) |\n|---|`],
    ['a link in a heading', '## A [b](./other.md)', `## A [b](${site}/articles/other/)`],
    ['a link in a note', 'x[^n]\n\n[^n]: [a](./other.md)', `x[^n]\n\n[^n]: [a](${site}/articles/other/)`],
    ['a link after a mark of the encoding', '\ufeff[a](./other.md)', `\ufeff[a](${site}/articles/other/)`],
    ['a link after Windows lines', 'a\r\n\r\n[a](./other.md)\r\n', `a\r\n\r\n[a](${site}/articles/other/)\r\n`],
    ['a link after signs of two units', '𝒳 🌡️ [a](./other.md)', `𝒳 🌡️ [a](${site}/articles/other/)`],
  ])('has the public address of %s', async (_, written, expected) => {
    expect((await alternateOf(written)).text).toBe(expected)
  })

  test.each([
    ['code', '`[a](./other.md)` ``[o]``'],
    ['blocks of code', '```md\n[a](./other.md) <b>\n```\n\n    [a](./other.md)'],
    ['what is escaped', '\\[a](./other.md) [a]\\(./other.md)'],
    ['links abroad', '[a](https://b.example/x.md "T") <https://c.example> https://d.example [m](mailto:a@b.example)'],
    ['references abroad', '[a][b]\n\n[b]: https://b.example'],
    ['formulas, tasks, notes and callouts', '$$x$$\n\n- [ ] a\n\n> [!NOTE]\n> b[^n]\n\n[^n]: c'],
    ['brackets that are none', 'a[0] = [b][c] and ](./other.md)'],
    ['spaces and empty lines', '\n\n  a  \n\n\n\tb\n\n'],
  ])('leaves %s as it was written', async (_, written) => {
    expect((await alternateOf(written)).text).toBe(written)
  })

  test.each([
    ['a link', 'A [*good* link](./gone.md "T"), b', 'A *good* link, b'],
    ['a link in the words of a picture', '![a [b](./gone.md) c](./picture.png)', `![](${site}/media/picture.webp)`],
    ['a note that nothing refers to', 'a\n\n[^n]: for us alone', 'a\n\n'],
    ['the second of two notes', 'a[^n]\n\n[^n]: b\n\n[^n]: for us alone', 'a[^n]\n\n[^n]: b\n\n'],
    ['a reference', '[a][g] [g][] [g]\n\n[g]: ./gone.md', 'a g g\n\n'],
    ['a picture in a link', '[![p](./picture.png)](./gone.md)', `![p](${site}/media/picture.webp)`],
    ['a link without words', 'A [](./gone.md)b', 'A b'],
    ['a link whose words are its address', 'A [./gone.md](./gone.md)b', 'A b'],
    ['a picture', 'A ![p](./gone.md) b', 'A p b'],
    ['a definition that nothing uses', 'A\n\n[g]: ./gone.md\n[g]: ./other.md', 'A\n\n\n'],
    ['a remark in a definition', 'A\n\n[//]: # (see ./gone.md)', 'A\n\n'],
    ['HTML', 'A <a href="./gone.md">b</a>\n\n<!-- ./gone.md -->\n', 'A b\n\n\n'],
    ['a picture in a link that falls away', '[![p](https://b.example/gone.png)](tel:1)', 'p'],
    ['a script', '[a](javascript:alert(1)) ![b](data:x)', 'a b'],
    ['the title again', '# A title\n\nText', '\n\nText'],
    ['the title again, with a link', '# [A title](./gone.md)\n\nText', '\n\nText'],
  ])('has nothing of %s that the page does not show', async (_, written, expected) => {
    const { text } = await alternateOf(written)
    expect(text).toBe(expected)
    expect(text).not.toContain('gone')
  })

  it('has every address of a long body, which is parsed in pieces', async () => {
    const filler = 'Words that make the text long enough to be cut somewhere.\n\n'.repeat(60)
    const written = `[a][o] ![p](./picture.png)\n\n${filler}[b](./other.md) [c][g] <b>x</b>\n\n${filler}[d][o]\n\n[o]: ./other.md\n[g]: ./gone.md\n`
    const expected = written
      .replaceAll('./other.md', `${site}/articles/other/`)
      .replace('./picture.png', `${site}/media/picture.webp`)
      .replace('[c][g]', 'c')
      .replace(/<\/?b>/g, '')
      .replace('[g]: ./gone.md', '')
    expect((await alternateOf(written)).text).toBe(expected)
  })

  test.each([
    ['a script', '</script><script>alert(1)</script>'],
    ['a fence', '---'],
    ['lines', 'a\n---\nb: c'],
    ['quotes', `"a" 'b' \\ #c: d, [e] {f} &g *h !i |j >k %l @m \`n`],
    ['other lines', 'a\u2028b\u2029c'],
    ['a number', '1984'],
    ['the end of CDATA', ']]><x>'],
  ])('has %s as its title, its author and its excerpt', async (_, words) => {
    const { head } = await alternateOf('Text', { title: words, authors: [words, 'B'], excerpt: words })
    expect(parse(head)).toEqual({
      ...{ title: words, author: [words, 'B'], date: '2024-02-29', excerpt: words },
      url: `${site}/articles/a-valve/`,
    })
  })

  it('says when it was changed, and where it was published first', async () => {
    const { head } = await alternateOf('Text', { updated: '2024-03-01', canonicalUrl: 'https://a.example/b/' })
    expect(parse(head)).toMatchObject({ updated: '2024-03-01', url: 'https://a.example/b/' })
  })

  it('keeps what a picture is called out of the Markdown around it', () => {
    const body = { text: '[a](./x)', edits: [{ offset: 4, length: 3, address: '/a b(c)|d.pdf' }] }
    expect(markdownAlternate(entry(), body)).toContain(`[a](${site}/a%20b%28c%29%7Cd.pdf)`)
  })
})
