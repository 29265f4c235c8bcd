import { renderMarkdown, type Target } from '@/lib/markdown/render/render'

const candidates = (ending: string) => [320, 640].map((width) => ({ src: `/pictures/lamp-${width}.${ending}`, width }))
const lamp = {
  ...{ src: '/pictures/lamp-640.webp', width: 640, height: 480, credit: 'NASA', alt: 'The record’s words' },
  ...{ avif: candidates('avif'), webp: candidates('webp') },
}
const asked: Target[] = []

async function rendered(body: string, picture: object = lamp) {
  asked.length = 0
  const resolve = async (targets: Target[]) => {
    asked.push(...targets)
    return targets.map(({ kind }) => (kind === 'picture' ? (picture as typeof lamp) : { href: '/x/' }))
  }
  const { html, problems } = await renderMarkdown(body, { file: 'posts/a.md', bodyLine: 1, title: 'A', resolve })
  return { html, told: problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`) }
}

const inText = '(min-width: 77.3rem) 36.25rem, (min-width: 36.8rem) calc(6.38vw + 31.32rem), calc(93.6vw - 0.8rem)'
const sizesOf = (html: string) => new Set([...html.matchAll(/sizes="([^"]*)"/g)].map(([, sizes]) => sizes))

const notFetched = { missing: true, message: 'The picture is not fetched yet.' }
const remote = 'https://other.example/p.png'

describe('a picture in a link', () => {
  test.each([
    ['that cannot be followed', 'tel:1'],
    ['without an address', ''],
    ['that runs a script', 'javascript:1'],
    ['that embeds data', 'data:text/html,x'],
  ])('%s is shown without it', async (_, address) => {
    const body = `[![a lamp](./lamp.png)](${address})\n`
    expect((await rendered(body)).html).toMatch(/^<figure class="figure"><picture>.*<\/picture><\/figure>\n$/)
    const words = `[one ![a lamp](./lamp.png) **two ![a lamp](./lamp.png)**](${address})\n`
    expect((await rendered(words)).html.match(/<picture>/g)).toHaveLength(2)
  })

  test.each(['tel:1', '', 'javascript:1', './x.md', '#top', 'https://b.example/', 'mailto:a@b.example'])(
    'from another server is never embedded (%s)',
    async (address) => {
      for (const body of [
        `[![a lamp](${remote})](${address})`,
        `Words [x ![a lamp](${remote}) y](${address})`,
        `[x **![a lamp](${remote})**](${address})`,
        `> - [![a lamp][p]](${address})\n\n[p]: ${remote}`,
        `[^1]\n\n[^1]: [![a lamp](${remote})](${address})`,
      ]) {
        const { html, told } = await rendered(`${body}\n`, notFetched)
        expect(html).toContain('a lamp')
        expect(html).not.toMatch(/other\.example|<img|<figure|<a [^>]*>[^/]*<a /)
        expect(told.join()).toContain('picture-not-fetched')
      }
    },
  )

  it('leaves its words and its caption in a paragraph where it falls away', async () => {
    const { html } = await rendered(`[![a lamp](${remote} "At night")](./x.md)\n`, notFetched)
    expect(html).toBe('<p><a href="/x/">a lamp</a> <em>At night</em></p>\n')
  })

  it('is not taken for a link without words, however deep it stands', async () => {
    const { html, told } = await rendered('[**![](./lamp.png)**](./x.md)\n')
    expect(html).toMatch(/<a href="\/x\/"><strong><picture>/)
    expect(told).toEqual(['1:4 missing-alt'])
  })
})

describe('a picture in a text', () => {
  test.each([
    ['another server', { src: 'https://other.example/p.png' }],
    ['another server without its scheme', { src: '//other.example/p.png' }],
    ['another server with a backslash', { src: '/\\other.example/p.png' }],
    ['another server in one of its widths', { avif: [{ src: 'https://other.example/p.avif', width: 320 }] }],
  ])('holds nothing from %s, whoever answered so', async (_, changes) => {
    const { html } = await rendered('![a](./lamp.png)\n', { ...lamp, ...changes })
    expect(html).not.toContain('other.example')
  })

  it('leaves each browser the choice of form and width, keeps its room, and waits until it is near', async () => {
    const { html } = await rendered('![a "lamp"](./lamp.png "At night")\n')
    const sizes = `sizes="${inText}"`
    expect(html.replace(/\n/g, '')).toBe(
      '<figure class="figure"><picture>' +
        `<source type="image/avif" srcset="/pictures/lamp-320.avif 320w, /pictures/lamp-640.avif 640w" ${sizes}>` +
        '<img src="/pictures/lamp-640.webp" srcset="/pictures/lamp-320.webp 320w, /pictures/lamp-640.webp 640w" ' +
        `${sizes} alt="a &#x22;lamp&#x22;" width="640" height="480" loading="lazy" decoding="async">` +
        '</picture><figcaption>At night</figcaption></figure>',
    )
  })

  test.each([
    ['a small one its own width at most', { width: 400 }, '', '(min-width: 27.6rem) 400px, calc(93.6vw - 0.8rem)'],
    [
      'one narrower than the widest text its own width at most',
      { width: 560 },
      '',
      '(min-width: 57.7rem) 560px, (min-width: 36.8rem) calc(6.38vw + 31.32rem), calc(93.6vw - 0.8rem)',
    ],
    ['one as wide as the widest text the measure', { width: 580 }, '', inText],
    ['a large one the measure', { width: 1600 }, '', inText],
    [
      'a wide one the page, but for the contents beside it',
      { width: 1600 },
      '#wide',
      '(min-width: 78rem) 57.25rem, (min-width: 68.2rem) calc(92vw - 14.4rem), calc(93.6vw - 0.8rem)',
    ],
  ])('takes %s', async (_, changes, fragment, sizes) => {
    const { html } = await rendered(`![a](./lamp.png${fragment})\n`, { ...lamp, ...changes })
    expect(sizesOf(html)).toEqual(new Set([sizes]))
  })

  it('can be a link, stand in a sentence, and move', async () => {
    expect((await rendered('[![a](./lamp.png)](./x.md)\n')).html).toMatch(/<figure[^>]*><a href="\/x\/"><picture>/)
    expect((await rendered('see ![a](./lamp.png) there\n')).html).toMatch(/^<p>see <picture>.*<\/picture> there<\/p>/)
    const { html } = await rendered('![a](./lamp.gif)\n', { src: '/pictures/lamp.gif', width: 9, height: 9 })
    expect(html).toContain(
      '<img src="/pictures/lamp.gif" alt="a" width="9" height="9" loading="lazy" decoding="async">',
    )
  })
})

describe('a picture of another site in a text', () => {
  it('is asked for with its words, and shown as one of ours when it is fetched', async () => {
    const { html, told } = await rendered('![a lamp](https://x.example/lamp.png#wide)\n')
    expect(asked).toEqual([{ kind: 'picture', url: 'https://x.example/lamp.png#wide', alt: 'a lamp' }])
    expect(told).toEqual([])
    expect(html).toMatch(/<figure class="figure wide"><picture>.*alt="a lamp"/)
    expect(html).not.toContain('x.example')
  })

  it('misses its words only once it is shown', async () => {
    const post = 'See\n\n![](https://x.example/lamp.png)\n'
    expect((await rendered(post)).told).toEqual(['3:1 missing-alt'])
    expect((await rendered(post, { missing: true, message: '' })).told).toEqual(['3:1 picture-not-fetched'])
  })
})
