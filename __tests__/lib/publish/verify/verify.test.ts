import fc from 'fast-check'
import { absolute } from '@/lib/routes'
import { inEmptyFolder } from '../folder'
import { all, change, lay, page, type Site, site, without } from '../some-sites'

inEmptyFolder()

describe('following every link of a release', () => {
  it('counts the other pages that lead to each place, each page once', async () => {
    expect(await all(site)).toEqual({
      ...{ '/a/index.html#s-one': 1, '/a/index.html': 1, '/b/index.html': 1, '/index.html': 1 },
      ...{ '/a/index.html#s-two': 1, '/p.png': 2, '/q.png': 1 },
    })
  })

  test.each([
    ['a page', page('/c/index.html', '<a href="/none/">x</a>'), '/c/index.html → /none/'],
    ['a place', page('/c/index.html', '<a href="/a/#none">x</a>'), '/c/index.html → /a/#none'],
    ['a picture', page('/c/index.html', '<img src="/none.png">'), '/c/index.html → /none.png'],
    ['what a page says of itself', page('/c/index.html', '<a href="#none">x</a>'), '/c/index.html → #none'],
  ])('refuses the release when one leads nowhere: %s', async (_, site, named) => {
    await expect(all(site)).rejects.toThrow(`it was not published:\n${named}`)
  })

  it('refuses a release whose sitemap names a page that is not planned', async () => {
    lay('all', site)
    const { verifyAll } = await import('@/lib/publish/verify/verify')
    const { filesIn } = await import('@/lib/publish/verify/links')
    const pages = new Map(['/', '/a/', '/b/'].map((path) => [path, { path }]))
    await expect(verifyAll('all', filesIn('all'), new Map(), pages)).rejects.toThrow(/sitemap\.xml → .*\/c\//)
  })

  test.each([
    ['another', '<link rel="canonical" href="https://other.example/named/">', 'https://other.example/named/'],
    ['none', '<p>x</p>', 'no canonical address'],
  ])('refuses a page that names %s as its address', async (_, head, named) => {
    const wrong = page('/named/index.html', head)
    await expect(all(wrong)).rejects.toThrow(`it was not published:\n/named/ → ${named}`)
    const right = page('/named/index.html', `<link rel="canonical" href="${absolute('/named/')}">`)
    await expect(change(site, wrong)).rejects.toThrow(`/named/ → ${named}`)
    expect(await change(site, right)).toEqual(await all(right))
  })

  it('names twenty links, and says how many more there are', async () => {
    const links = Array.from({ length: 23 }, (_, index) => `<a href="/none-${index}/">x</a>`).join('')
    const refused = all(page('/c/index.html', links))
    await expect(refused).rejects.toThrow(/none-19\/\nand 3 more$/)
    await expect(refused).rejects.not.toThrow(/none-20/)
  })

  it('takes what is known of a page, and does not read it again', async () => {
    const links = { ids: [], links: ['/known/'] }
    await expect(all(site, new Map([['/c/index.html', { links }]]))).rejects.toThrow('/c/index.html → /known/')
  })
})

describe('following what has changed', () => {
  test.each<[string, Site]>([
    ['nothing', site],
    ['another text', page('/c/index.html', '<p>Not alone</p>')],
    ['more links', page('/c/index.html', '<a href="/a/">x</a><a href="/b/">x</a><a href="/q.png">x</a>')],
    ['fewer links', page('/b/index.html', '<p>x</p>')],
    [
      'a new page that is linked',
      { ...page('/c/index.html', '<a href="/d/#s-new">x</a>'), '/d/index.html': '<h2 id="s-new"></h2>' },
    ],
    ['a page that nobody linked gone', without('/c/index.html')],
    ['a page gone, with the links to it', { ...without('/b/index.html'), '/index.html': '<a href="/a/#s-one">x</a>' }],
    [
      'a place gone, with the links to it',
      { ...page('/a/index.html', '<h2 id="s-one">x</h2>'), '/b/index.html': '<a href="/a/">x</a>' },
    ],
    [
      'a place renamed, with the links to it',
      {
        ...page('/a/index.html', '<h2 id="s-one">x</h2><h2 id="s-three">x</h2>'),
        '/b/index.html': '<a href="/a/#s-three">x</a>',
      },
    ],
    ['a place gone that nobody linked', { ...site, '/index.html': '<p>x</p><a href="/a/#s-one">x</a>' }],
    ['another picture', page('/p.png', 'others')],
    ['a picture gone, with the links to it', { ...without('/q.png'), '/b/index.html': '<img src="/p.png">' }],
    ['every page', Object.fromEntries(Object.entries(site).map(([file, text]) => [file, `${text} `]))],
  ])('counts what counting everything counts: %s', async (_, to) => {
    expect(await change(site, to)).toEqual(await all(to))
  })

  it('counts right over many changes, and back', async () => {
    const sites = [site, without('/c/index.html'), page('/b/index.html', '<a href="/c/">x</a>'), site]
    const [first, ...others] = sites
    let from = first ?? site
    for (const to of others) {
      expect(await change(from, to)).toEqual(await all(to))
      from = to
    }
  })

  const stays = 'a page that has not changed'
  test.each<[string, Site, string[]]>([
    [
      'a changed page to a page that is not there',
      page('/c/index.html', '<a href="/none/">x</a>'),
      ['/c/index.html → /none/'],
    ],
    [
      'a changed page to a place that an unchanged page has not',
      page('/c/index.html', '<a href="/a/#none">x</a>'),
      ['/c/index.html → /a/#none'],
    ],
    [
      'a new page to a picture that is not there',
      { ...site, '/d/index.html': '<img src="/none.png">' },
      ['/d/index.html → /none.png'],
    ],
    ['an unchanged page to a page that is gone', without('/b/index.html'), [`${stays} → /b/index.html`]],
    ['an unchanged page to a picture that is gone', without('/q.png'), [`${stays} → /q.png`]],
    [
      'an unchanged page to a place on a page that is gone',
      without('/a/index.html'),
      [`${stays} → /a/index.html#s-one`, `${stays} → /a/index.html`, `${stays} → /a/index.html#s-two`],
    ],
    [
      'an unchanged page to a place that is gone',
      page('/a/index.html', '<h2 id="s-one">x</h2>'),
      [`${stays} → /a/index.html#s-two`],
    ],
  ])('refuses a link from %s', async (_, to, named) => {
    await expect(all(to)).rejects.toThrow('lead nowhere')
    const said = await change(site, to).catch((error: Error) => error.message.split('\n').slice(1))
    expect([said].flat().sort()).toEqual([...named].sort())
  })

  it('follows a page to its places as they were finished, not as they lie there', async () => {
    const to = page('/a/index.html', 'x')
    const finished = new Map([['/a/index.html', { links: { ids: ['s-one', 's-two'], links: ['/none/'] } }]])
    await expect(change(site, to, finished)).rejects.toThrow(/^[^\n]*\n\/a\/index\.html → \/none\/$/)
  })

  test.each<[string, Site, string]>([
    [
      'a page that is gone',
      { ...without('/c/index.html'), '/b/index.html': '<a href="/c/">x</a>' },
      '/b/index.html → /c/',
    ],
    ['a place that is not on it', page('/c/index.html', '<a href="#s-x">x</a>'), '/c/index.html → #s-x'],
    [
      'a place that another has lost',
      { ...page('/a/index.html', '<h2 id="s-one"></h2>'), '/b/index.html': '<a href="/a/#s-two">x</a>' },
      '/b/index.html → /a/#s-two',
    ],
  ])('names the changed page that leads to %s', async (_, to, named) => {
    const refused = await change(site, to).catch((error: Error) => error.message.split('\n'))
    expect(refused).toContain(named)
  })

  it('refuses what following everything refuses, and counts the same, from any site to any other', async () => {
    const paths = ['/', '/a/', '/b/', '/c/']
    const links = [...paths, ...paths.map((path) => `${path}#one`), '/b/#two']
    const parts = fc.record({ ids: fc.subarray(['one', 'two']), links: fc.subarray(links, { maxLength: 3 }) })
    const parted = fc.dictionary(fc.constantFrom(...paths), parts)
    const siteOf = (pages: [path: string, { ids: string[]; links: string[] }][]) =>
      Object.fromEntries(
        pages.map(([path, { ids, links }]): [string, string] => [
          `${path}index.html`,
          [...ids.map((id) => `<i id="${id}">x</i>`), ...links.map((link) => `<a href="${link}">x</a>`)].join(''),
        ]),
      )
    const anySite = parted.map((pages) => siteOf(Object.entries(pages)))
    const wholeSite = parted.map((pages) => {
      const found = Object.entries(pages)
      const there = new Set(found.flatMap(([path, { ids }]) => [path, ...ids.map((id) => `${path}#${id}`)]))
      return siteOf(
        found.map(([path, { ids, links }]) => [path, { ids, links: links.filter((link) => there.has(link)) }]),
      )
    })
    const outcome = (counts: Promise<object>) => counts.catch(() => 'refused')
    const outcomes = new Set<string>()
    const property = fc.asyncProperty(wholeSite, fc.oneof(wholeSite, anySite), async (from, to) => {
      const wanted = await outcome(all(to))
      expect(await outcome(change(from, to))).toEqual(wanted)
      outcomes.add(typeof wanted)
    })
    await fc.assert(property, { numRuns: 80 })
    expect([...outcomes].sort()).toEqual(['object', 'string'])
  })
})
