import { spawnSync } from 'node:child_process'
import { feedTexts } from '@/lib/feeds/feeds'
import type { Entry } from '@/lib/library/library'
import { absolute } from '@/lib/routes'
import { dayBefore, entry, libraryOf, manyEntries } from '../library/some-library'
import { render } from '../markdown/rendering'
import { all, readXml, textOf } from './read-xml'
import { atomFaults, contentFaults, type JsonItem, jsonFeedFaults, rssFaults } from './rules'

const paragraph = (slug: string) => `<p>All of ${slug}.</p>`

/** Every feed of a site by its path. */
const feedsFor = (entries: Entry[], htmlOf = paragraph) =>
  new Map([...feedTexts(libraryOf(entries), { idOf: (slug) => slug, htmlOf })].map(({ path, text }) => [path, text()]))

/** The site's three feeds of one article with this body. */
function threeOf(changes: Partial<Entry>, html?: string) {
  const feeds = feedsFor([entry(changes)], html === undefined ? paragraph : () => html)
  const [rss, atom, json] = ['/feed.xml', '/atom.xml', '/feed.json'].map((path) => feeds.get(path) ?? '')
  const [item] = all(all(readXml(rss ?? ''), 'channel')[0] ?? readXml(rss ?? ''), 'item')
  const [post] = all(readXml(atom ?? ''), 'entry')
  const [object] = (JSON.parse(json ?? '') as { items: JsonItem[] }).items
  if (!item || !post || !object) throw new Error('A feed holds no article')
  return { texts: [rss, atom, json] as [string, string, string], item, post, object }
}

function faultsOf(path: string, text: string): string[] {
  const address = absolute(path)
  if (path.endsWith('.json')) return jsonFeedFaults(text, address)
  return path.endsWith('atom.xml') ? atomFaults(text, address) : rssFaults(text, address)
}

const many = manyEntries(120)

describe('the feeds of a site', () => {
  it('are RSS, Atom and JSON for the whole and for each category, RSS for each tag and author', () => {
    const entries = [entry({ tags: ['Edge Cases'] })]
    const three = (list: string) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${list}${file}`)
    expect([...feedsFor(entries).keys()]).toEqual([
      ...three('/'),
      ...['insight', 'tutorial', 'research'].flatMap((slug) => three(`/category/${slug}/`)),
      '/tag/edge-cases/feed.xml',
      '/author/ada-lovelace/feed.xml',
    ])
  })

  test.each([
    ['nothing', []],
    ['one article', [entry({ updated: '2024-03-03' })]],
    ['many articles', many],
  ])('are right when there is %s', (_, entries) => {
    for (const [path, text] of feedsFor(entries)) expect([path, ...faultsOf(path, text)]).toEqual([path])
  })

  it('hold the newest twenty of their list, newest first', () => {
    const feeds = feedsFor(many)
    const slugs = (path: string) =>
      [...(feeds.get(path) ?? '').matchAll(/<link>[^<]*\/articles\/([^<]*)\/<\/link>/g)].map(([, slug]) => slug)
    const newest = (list: Entry[]) => list.slice(0, 20).map(({ slug }) => slug)
    expect(slugs('/feed.xml')).toEqual(newest(many))
    expect(slugs('/tag/edge/feed.xml')).toEqual(newest(many.filter(({ tags }) => tags.includes('Edge'))))
    expect(slugs('/category/insight/feed.xml')).toEqual(newest(many.filter(({ category }) => category === 'insight')))
  })

  it('are the same in every run, and as long as nothing in their list changes', () => {
    const before = feedsFor(many)
    expect(feedsFor(manyEntries(120))).toEqual(before)
    const old = entry({ slug: 'old', date: dayBefore(200), category: 'research', authors: ['Alan Turing'] })
    const after = feedsFor([...many, old])
    expect([...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)).toEqual([])
    const changed = many.map((one, index) => (index === 0 ? { ...one, excerpt: 'Now otherwise.' } : one))
    const lists = [...feedsFor(changed)].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
    const { category, tags, authors } = many[0] as Entry
    expect(lists).toHaveLength(3 + 3 + tags.length + authors.length)
    expect(lists).toContain(`/category/${category}/atom.xml`)
  })

  it('make an article ready once, however many of them it stands in', () => {
    const asked: string[] = []
    feedsFor(many, (slug) => {
      asked.push(slug)
      return paragraph(slug)
    })
    expect(new Set(asked).size).toBe(asked.length)
  })

  // Installed on many machines, but not by npm.
  if (spawnSync('xmllint', ['--version']).status === 0) {
    it('are well-formed for xmllint', () => {
      for (const [path, input] of feedsFor(many)) {
        if (path.endsWith('.xml')) expect(spawnSync('xmllint', ['--noout', '-'], { input }).status).toBe(0)
      }
    })
  }
})

describe('an article in a feed', () => {
  test.each([
    ['a script', '</script><script>alert(1)</script>'],
    ['the end of CDATA', ']]><x>'],
    ['a template', '{{x}} $'.concat('{x}')],
    ['an entity', '&amp; &lt; &#60; &nbsp;'],
    ['a comment', '<!-- --> <!DOCTYPE x> <?xml?>'],
    ['quotes', `"double" 'single' \`back\` \\`],
    ['signs of all planes', '🌡️ 東京 Łódź \u200d \u2028 \ufeff 𝒳'],
    ['ends of elements', '</title></item></channel></rss>'],
  ])('may be called by %s in every format', (_, title) => {
    const { texts, item, post, object } = threeOf({ title, excerpt: title, authors: [title], tags: [title] })
    expect(textOf(item, 'title')).toBe(title)
    expect(textOf(post, 'title')).toBe(title)
    expect(textOf(post, 'summary')).toBe(title)
    expect([object.title, object.summary]).toEqual([title, title])
    expect([textOf(item, 'dc:creator'), all(item, 'category').at(-1)?.text]).toEqual([title, title])
    expect(all(post, 'category').at(-1)?.attributes.term).toBe(title)
    expect(
      ['/feed.xml', '/atom.xml', '/feed.json'].flatMap((path, index) => faultsOf(path, texts[index] ?? '')),
    ).toEqual([])
  })

  it('has words for its excerpt where readers expect HTML', () => {
    expect(textOf(threeOf({ excerpt: 'If a < b & c' }).item, 'description')).toBe('If a &lt; b &amp; c')
  })

  it('has its whole text, with whole addresses, in every format', async () => {
    const { html } = await render('See [x](./other.md), [y](#part).\n\n## Part\n\n![p](./picture.png)\n')
    const { item, post, object } = threeOf({}, html)
    const contents = [textOf(item, 'content:encoded'), textOf(post, 'content'), object.content_html]
    expect(new Set(contents).size).toBe(1)
    expect(contentFaults(contents[0] ?? '')).toEqual([])
    expect(contents[0]).toContain('<a href="https://salt-and-light.example/articles/a-valve/#s-part">y</a>')
  })

  it('stays well-formed with a character that a formula made', async () => {
    const { html } = await render('$$\n\\char"1 x\n$$\n')
    expect(html).toContain('\u0001')
    expect(textOf(threeOf({}, html).item, 'content:encoded')).toContain('<mi>x</mi>')
  })

  it('says its days as the beginnings of days, and what changed last', () => {
    const { texts, item, post, object } = threeOf({ date: '2024-02-29', updated: '2024-07-01' })
    expect(textOf(item, 'pubDate')).toBe('Thu, 29 Feb 2024 00:00:00 +0000')
    expect([textOf(post, 'published'), textOf(post, 'updated')]).toEqual([object.date_published, object.date_modified])
    expect(object.date_modified).toBe('2024-07-01T00:00:00+01:00')
    expect(texts[0]).toContain('<lastBuildDate>Mon, 01 Jul 2024 00:00:00 +0100</lastBuildDate>')
    expect(textOf(readXml(texts[1]), 'updated')).toBe('2024-07-01T00:00:00+01:00')
  })

  it('brings a picture that every reader can show where it has none of its own', () => {
    const { item, object } = threeOf({})
    expect(all(item, 'media:content')[0]?.attributes.type).toBe('image/jpeg')
    expect(object.image).toMatch(/^https:\/\/.*\.jpg$/)
  })

  it('brings its own picture', () => {
    const { item, post, object } = threeOf({ picture: { src: '/pictures/valve.0123.webp', width: 960, height: 640 } })
    const address = 'https://salt-and-light.example/pictures/valve.0123.webp'
    expect(all(item, 'media:content')[0]?.attributes).toEqual({
      ...{ url: address, medium: 'image', type: 'image/webp', width: '960', height: '640' },
    })
    expect(all(post, 'media:thumbnail')[0]?.attributes.url).toBe(address)
    expect(object.image).toBe(address)
  })
})

describe('the rules of feeds', () => {
  const { texts } = threeOf({ picture: { src: '/pictures/valve.0123.webp', width: 960, height: 640 } })
  test.each([
    ['/feed.xml', '<language>en-gb</language>', '', 'a language'],
    ['/feed.xml', 'rel="self"', 'rel="other"', 'its own address'],
    ['/feed.xml', '<pubDate>Thu', '<pubDate>Fri', 'pubDate'],
    ['/feed.xml', '<pubDate>', '<published>x</published><pubDate>', 'only what RSS and namespaces know'],
    ['/feed.xml', /<guid.*?>https[^<]*/, '<guid>/articles/a-valve/', 'a permanent guid'],
    ['/feed.xml', /url="[^"]*"/, 'url="/pictures/x.png"', 'whole pictures'],
    ['/atom.xml', /<published>[^<]*/, '<published>2024-02-29', 'dates'],
    ['/atom.xml', / type="html">/, '>', 'content as HTML'],
    ['/atom.xml', /<updated>.*/, '', 'one id, title and updated'],
    ['/feed.json', /"id": "[^"]*"/, '"id": "a-valve"', 'a whole id'],
    ['/feed.json', /"date_published": "[^"]*"/, '"date_published": "2024-02-29"', 'date_published'],
  ])('of %s would miss %s', (path, sound, spoilt, fault) => {
    const text = texts[['/feed.xml', '/atom.xml', '/feed.json'].indexOf(path)] ?? ''
    expect(text.replace(sound, spoilt)).not.toBe(text)
    expect(faultsOf(path, text.replace(sound, spoilt))).toContain(fault)
  })

  test.each(['<a href="/x/">', '<img src="x.png">', '<p class="x">', '<script>', '<pre tabindex="0">'])(
    'would find %s in a text',
    (html) => expect(contentFaults(html)).toHaveLength(1),
  )
})
