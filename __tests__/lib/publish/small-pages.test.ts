import { Parser } from 'htmlparser2'
import { problemPage } from '@/lib/publish/dev/problem-page'
import { redirectPage } from '@/lib/publish/plan/redirect-page'

type Element = { name: string; attributes: Record<string, string> }

/** The elements of a page as a browser sees them, and its text. */
function read(html: string): { elements: Element[]; text: string } {
  const elements: Element[] = []
  let text = ''
  const parser = new Parser(
    {
      onopentag: (name, attributes) => elements.push({ name, attributes }),
      ontext: (part) => {
        text += part
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return { elements, text }
}

const hostile = [
  `https://example.org/"><script>alert(1)</script>`,
  `https://example.org/?a=1&quot;&amp;b=2`,
  `https://example.org/' onmouseover='x`,
  `https://example.org/</title><img src=x onerror=y>`,
]

describe('the page of an address that has moved', () => {
  test.each(hostile)('leads to %s and nowhere else', (address) => {
    const { elements, text } = read(redirectPage(address))
    expect(elements.map(({ name }) => name)).toEqual([
      'html',
      'meta',
      'meta',
      'title',
      'link',
      'meta',
      'meta',
      'p',
      'a',
    ])
    const at = (name: string) => elements.filter((element) => element.name === name).map(({ attributes }) => attributes)
    expect(at('a')).toEqual([{ href: address }])
    expect(at('link')).toEqual([{ rel: 'canonical', href: address }])
    expect(at('meta')).toContainEqual({ 'http-equiv': 'refresh', content: `0; url=${address}` })
    expect(text).toContain(address)
  })

  it('is not to be found by search engines', () => {
    const { elements } = read(redirectPage('https://example.org/'))
    expect(elements).toContainEqual({ name: 'meta', attributes: { name: 'robots', content: 'noindex' } })
  })
})

describe('the page that shows problems', () => {
  test.each(hostile)('shows %s as text', (words) => {
    const { elements, text } = read(problemPage(words, undefined))
    expect(text).toContain(words)
    expect(elements.filter(({ name }) => ['script', 'img', 'a'].includes(name))).toEqual([])
  })

  it('comes back by itself while the site is live', () => {
    const { elements } = read(problemPage('x', '/assets/live.js?news=/live'))
    expect(elements).toContainEqual({
      name: 'script',
      attributes: { type: 'module', src: '/assets/live.js?news=/live' },
    })
  })
})
