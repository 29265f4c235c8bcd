import { renderMarkdown, type Target } from '@/lib/markdown/render'

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

const sizesOf = (html: string) => new Set([...html.matchAll(/sizes="([^"]*)"/g)].map(([, sizes]) => sizes))

describe('a picture in a text', () => {
  it('leaves each browser the choice of form and width, keeps its room, and waits until it is near', async () => {
    const { html } = await rendered('![a "lamp"](./lamp.png "At night")\n')
    const sizes = 'sizes="(min-width: 68.2rem) 38rem, (min-width: 43.6rem) 640px, calc(93.6vw - 0.8rem)"'
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
    ['a large one the measure', { width: 1600 }, '', '(min-width: 68.2rem) 38rem, calc(93.6vw - 0.8rem)'],
    [
      'a wide one the measure and the margin',
      { width: 1600 },
      '#wide',
      '(min-width: 74.6rem) 54.75rem, (min-width: 68.2rem) 38rem, calc(93.6vw - 0.8rem)',
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
