import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { post } from '../content/valid-post'

let posts: string
const write = (name: string, text: string | Buffer) => writeFileSync(path.join(posts, name), text)

beforeEach(async () => {
  posts = mkdtempSync(path.join(tmpdir(), 'edition-'))
  mkdirSync(path.join(posts, '_pictures'))
  write('_categories.yml', '- slug: insight\n  name: Insight\n  description: What changes.\n  hue: blue\n')
  for (const [name, background] of Object.entries({ open: 'red', secret: 'blue' }))
    write(
      `_pictures/${name}.png`,
      await sharp({ create: { width: 2, height: 2, channels: 3, background } })
        .png()
        .toBuffer(),
    )
  write('a-valve.md', post({}, '## Water\n\n![A valve](./_pictures/open.png)\n'))
})
afterEach(() => {
  rmSync(posts, { recursive: true, force: true })
  delete process.env.POSTS_DIR
  delete process.env.SITE_NOW
})

async function loaded() {
  process.env.POSTS_DIR = posts
  process.env.SITE_NOW = '2024-06-01T12:00:00Z'
  jest.resetModules()
  const { loadSite } = await import('@/lib/load/loaded-site')
  const read = await loadSite()
  const told = read.problems.map(
    ({ file, line, column, severity, rule }) => `${path.basename(file)}:${line}:${column} ${severity} ${rule}`,
  )
  return { ...read, told }
}

it('publishes no picture that only a withheld post shows', async () => {
  write('draft.md', post({ draft: 'true' }, '![Plans](./_pictures/secret.png)\n'))
  write('later.md', post({ date: '2030-01-01', imageUrl: './_pictures/secret.png' }))
  const { pictures, told } = await loaded()
  expect(told).toEqual([])
  expect([...new Set(pictures.map(({ src }) => path.basename(src).replace(/-.*/, '')))]).toEqual(['open'])
})

it('holds a scheduled post to the rules today, and a draft to none yet', async () => {
  write('later.md', post({ date: '2030-01-01' }, '[x](./a-valve.md#wather)\n'))
  write('draft.md', post({ draft: 'true' }, '[x](./a-valve.md#wather) [y](./nope.md)\n'))
  expect((await loaded()).told).toEqual([
    'draft.md:9:1 warning unknown-anchor',
    'draft.md:9:26 warning broken-link',
    'later.md:8:1 error unknown-anchor',
  ])
})

it('names an old path that two articles claim, one of them later', async () => {
  write('b.md', post({ aliases: '[/old/]', date: '2030-01-01' }))
  write('c.md', post({ aliases: '[/new/, /old/, /articles/a-valve/]' }))
  expect((await loaded()).told).toEqual(['c.md:7:18 error alias-taken', 'c.md:7:25 error alias-taken'])
})
describe('an error in one post is no error of another', () => {
  const lines = (text: string, from: string, to: string) => text.replace(from, to)
  const fine = post({ slug: 'a-tap', tags: '[Taps]', aliases: '[/articles/spout/, /spigot/]' }, '## Drip\n')
  const quotes = '>'.repeat(200)

  test.each([
    ['a body that is too deep', `${fine}\n${quotes}\n`],
    ['words in HTML', `${fine.replace('## Drip', '<h2>Drip</h2>')}`],
    ['HTML that stays open', `${fine.replace('## Drip', '<!-- ## Drip')}`],
    ['an unknown field', lines(fine, 'title:', 'titel: x\ntitle:')],
    ['a wrong day', lines(fine, '2024-02-29', '2024-02-30')],
    ['a title with a colon', lines(fine, 'title: ', 'title: Taps: ')],
    ['front matter that is never closed', lines(fine, '\n---\n', '\n')],
    ['an empty first line', `\n${fine}`],
    ['a control character', lines(fine, 'title: ', 'title: \u0001')],
    ['bytes that are no text', Buffer.from(fine.replace('title: ', 'title: \u00e4'), 'latin1')],
  ])('%s', async (_, text) => {
    write('broken.md', text)
    const path = typeof text === 'string' && 'a-tap'
    write('b.md', post({}, `[a](./broken.md#drip) [b](/articles/${path || 'broken'}/#drip) [c](/tag/taps/)\n`))
    write('_redirects.yml', '- { from: /old/, to: /tag/taps/ }\n')
    const { told } = await loaded()
    expect(told).toEqual([expect.stringMatching(/^broken\.md:.* error/)])
  })

  test.each([
    [
      'one that names old paths',
      'broken.md',
      lines(fine, 'title:', 'titel: x\ntitle:'),
      '[a](/articles/spout/) [b](/spigot/)',
    ],
    ['one whose name makes no slug', '\u65e5\u672c.md', post({}, '## Drip\n'), '[a](./\u65e5\u672c.md#drip)'],
    ['two with one slug', 'tap.md', post({ slug: 'a-valve' }), '[a](./a-valve.md#water) [b](/articles/a-valve/#water)'],
  ])('%s', async (_, name, text, links) => {
    write(name, text)
    write('z.md', post({}, `${links}\n`))
    const { told } = await loaded()
    expect(told).toEqual([expect.stringMatching(new RegExp(`^${name}.* error`))])
  })

  it('a link where a file should be', async () => {
    symlinkSync('/etc/hostname', path.join(posts, 'broken.md'))
    write('b.md', post({}, '[a](./broken.md#x) [b](/articles/broken/)\n'))
    expect((await loaded()).told).toEqual(['broken.md:1:1 error not-a-file'])
  })

  it('and what is wrong by itself is named beside it', async () => {
    write('broken.md', lines(fine, 'title:', 'titel: x\ntitle:'))
    write('b.md', post({}, '[a](./broken.md#dripp) [b](/articles/nope/) [c](./nope.md) [d](/category/nope/)\n'))
    expect((await loaded()).told.map((one) => one.replace(/^b\.md:\d+:\d+ /, ''))).toEqual([
      'error unknown-anchor',
      'error broken-link',
      'error broken-link',
      'error broken-link',
      expect.stringMatching(/^broken\.md.* error unknown-field/),
    ])
  })
})

it('takes a link to a file that is published as it is, and to a picture', async () => {
  write('b.md', post({}, '[icon](/favicon.svg) [![v](./_pictures/open.png)](./_pictures/open.png)\n'))
  const { told, htmlOf, pictures } = await loaded()
  expect(told).toEqual([])
  expect(htmlOf('b')).toMatch(/href="\/favicon\.svg".*href="\/pictures\/open\.[0-9a-f]+\.png"/)
  const addresses = [...htmlOf('b').matchAll(/\/pictures\/[\w.-]+/g)].map(([address]) => address)
  expect(pictures.map(({ src }) => src)).toEqual(expect.arrayContaining(addresses))
  // The picture itself is published for the link to it; where there is none, only what pages show.
  expect(pictures.filter(({ src }) => src.endsWith('.png'))).toHaveLength(1)
})

it('lets a redirect to what is withheld pass, and names one that leads nowhere', async () => {
  write('draft.md', post({ draft: 'true' }))
  write(
    '_redirects.yml',
    '- { from: /old/, to: /articles/draft/ }\n- { from: /older/, to: /nope/ }\n- { from: /x/, to: /articles/a-valve/ }\n',
  )
  const { told, library } = await loaded()
  expect(told).toEqual(['_redirects.yml:1:3 warning redirect', '_redirects.yml:2:3 error redirect'])
  expect(library.redirects.map(({ from }) => from)).toEqual(['/x/'])
})

it('reads the about page as carefully as a post', async () => {
  symlinkSync('/etc/hostname', path.join(posts, '_about.md'))
  const linked = await loaded()
  expect(linked.told).toEqual(['_about.md:1:1 error unreadable'])
  expect(linked.about.headings).toEqual([])
  rmSync(path.join(posts, '_about.md'))
  write('_about.md', 'See [water](/articles/a-valve/#wather).\n')
  expect((await loaded()).told).toEqual(['_about.md:1:5 error unknown-anchor'])
})

describe('pictures of authors', () => {
  it.each([
    ['missing', 'missing', 'picture-missing', 'picture-missing'],
    ['missing', 'broken', 'picture-missing', 'unreadable-picture'],
    ['broken', 'missing', 'unreadable-picture', 'picture-missing'],
    ['broken', 'broken', 'unreadable-picture', 'unreadable-picture'],
  ])('that are %s and %s are told, each at its place', async (first, second, ...rules) => {
    write('_pictures/broken.png', 'no picture')
    const profile = (name: string, file: string) => `- name: ${name}\n  picture: ./_pictures/${file}.png\n`
    write('_authors.yml', profile('Ada Lovelace', first) + profile('Mary Somerville', second))
    expect((await loaded()).told).toEqual([
      `_authors.yml:2:12 error ${rules[0]}`,
      `_authors.yml:4:12 error ${rules[1]}`,
    ])
  })
})

describe('a picture of another site', () => {
  const url = 'https://x.example/lamp.png'
  const naming = () => write('b.md', post({ imageUrl: url, imageCredit: 'NASA' }, `![A lamp](${url})\n`))

  it('is named with its place in every post until it is fetched, and costs no article its page', async () => {
    naming()
    write('_authors.yml', `- name: Ada Lovelace\n  picture: ${url}\n`)
    const { told, library, htmlOf } = await loaded()
    expect(told).toEqual([
      '_authors.yml:2:12 warning picture-not-fetched',
      'b.md:7:11 warning picture-not-fetched',
      'b.md:10:1 warning picture-not-fetched',
    ])
    expect(library.bySlug.get('b')).not.toHaveProperty('picture')
    expect(htmlOf('b')).toContain(`<a href="${url}" rel="external">A lamp</a>`)
  })

  it('is shown once it is fetched, with the words kept of it where a post has none', async () => {
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'green' } })
      .png()
      .toBuffer()
    const hash = createHash('sha256').update(bytes).digest('hex')
    const file = `lamp.${hash.slice(0, 10)}.png`
    write(`_pictures/${file}`, bytes)
    const entry = {
      file,
      type: 'image/png',
      width: 400,
      height: 300,
      bytes: bytes.length,
      hash,
      credit: 'ESA',
      alt: 'Lamp',
    }
    write('_pictures/lock.json', JSON.stringify({ [url]: entry }))
    naming()
    write('c.md', post({ imageUrl: url }))
    write('draft.md', post({ draft: 'true', imageUrl: url }))
    const { told, library, htmlOf, pictures } = await loaded()
    expect(told).toEqual([])
    expect(library.bySlug.get('c')?.picture).toMatchObject({ width: 400, height: 300, credit: 'ESA', alt: 'Lamp' })
    expect(htmlOf('b')).toMatch(/<figure class="figure"><picture>.*alt="A lamp" width="400" height="300"/)
    expect(htmlOf('b')).not.toContain('x.example')
    expect(pictures.map(({ src }) => src)).toContain(library.bySlug.get('c')?.picture?.src)
  })

  it('is an error where the record of what was fetched is damaged', async () => {
    naming()
    write('_pictures/lock.json', '{}\n<<<<<<< HEAD\n')
    expect((await loaded()).told).toContain('lock.json:2:1 error picture-lock')
  })
})
