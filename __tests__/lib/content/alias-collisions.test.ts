import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { aliasCollisions } from '@/lib/content/collisions'
import { readRedirects } from '@/lib/content/redirects'
import { sourceOf } from '@/lib/content/source'
import { articleOf, placeOf, post } from './valid-post'

let publicDirectory: string
beforeEach(() => {
  publicDirectory = mkdtempSync(path.join(tmpdir(), 'public-'))
  mkdirSync(path.join(publicDirectory, 'maps'))
  for (const name of ['favicon.ico', 'maps/old.html', 'maps/index.html'])
    writeFileSync(path.join(publicDirectory, name), '')
})
afterEach(() => rmSync(publicDirectory, { recursive: true }))

const grounds = () => ({
  publicDirectory,
  categories: [{ slug: 'insight' }, { slug: 'research' }],
  profiles: [{ name: 'Ada Lovelace', slug: 'ada' }],
})

const article = (aliases?: string) =>
  articleOf(post({ tags: '[Edge]', series: 'A node', aliases: aliases && `[${aliases}]` }))
const redirectsOf = (text: string) => readRedirects(sourceOf('posts/_redirects.yml', text)).read
const withAlias = (alias: string) => aliasCollisions([article(alias)], [], grounds())
const withRedirect = (from: string) =>
  aliasCollisions([article()], redirectsOf(`- { from: ${from}, to: /elsewhere/ }\n`), grounds())

const taken: [path: string, message: RegExp][] = [
  ...[
    ...['/about/', '/articles/', '/archive/', '/archive/2024/', '/search/', '/404.html', '/index.html', '/feed.xml'],
    ...[
      '/category/insight/',
      '/category/research/',
      '/tag/edge/',
      '/author/ada/',
      '/series/a-node/',
      '/tag/edge/feed.xml',
    ],
    ...['/robots.txt', '/llms.txt', '/manifest.webmanifest', '/icon-512.png', '/sitemap-2.xml', '/cards/a.jpg'],
    ...['/vercel.json', '/_headers', '/_headers/more/', '/category/insight/feed.json'],
    ...['/category/research/atom.xml', '/articles/page/7/', '/tag/edge/page/1/', '/art/insight/a.svg', '/sitemap.xml'],
  ].map((path): [string, RegExp] => [path, /belongs to the site itself/]),
  ['/favicon.ico', /belongs to public\/favicon\.ico/],
  ['/favicon.ico/', /belongs to public\/favicon\.ico/],
  ['/favicon.ico/more/', /belongs to public\/favicon\.ico/],
  ['/maps/', /belongs to public\/maps\/index\.html/],
  ['/maps/old.html', /belongs to public\/maps\/old\.html/],
]

const free = [
  ...['/old/', '/old.html', '/maps/new/', '/tag/gone/', '/category/old/page/2/', '/articles/feed.xml', '/art/'],
  ...['/author/ada-lovelace/', '/about/us/', '/archive/2023/', '/series/another/', '/articles/a-valve-before/'],
]

describe('an alias', () => {
  test.each(taken)('cannot be %s', (alias, message) => {
    const [problem, ...rest] = withAlias(alias)
    expect(rest).toEqual([])
    expect(problem).toMatchObject({ severity: 'error', rule: 'alias-taken', message: expect.stringMatching(message) })
    expect(problem && placeOf(problem)).toBe('9:11')
  })

  test.each(free)('can be %s', (alias) => {
    expect(withAlias(alias)).toEqual([])
  })

  it('cannot lie in a file that another makes', () => {
    expect(withAlias('/old.html, /old.html/more/, /old.html/').map(placeOf)).toEqual(['9:22', '9:39'])
  })

  it("cannot be the article's own address, or an old path of another file", () => {
    const redirects = redirectsOf('- { from: /old/, to: /archive/ }\n- gone: /lost/\n')
    const problems = aliasCollisions([article('/articles/a-valve/, /old/, /lost/, /new/')], redirects, grounds())
    expect(problems.map(({ message }) => message)).toEqual([
      '/articles/a-valve/ leads here already.',
      '/old/ belongs to _redirects.yml.',
      '/lost/ belongs to _redirects.yml.',
    ])
  })
})

describe('a redirect', () => {
  test.each([...taken, ['/articles/a-valve/', /belongs to posts\/a-valve\.md/] as const])(
    'cannot begin at %s',
    (from, message) => {
      expect(withRedirect(from)).toMatchObject([
        {
          ...{ file: 'posts/_redirects.yml', line: 1, column: 3, severity: 'error', rule: 'redirect-taken' },
          message: expect.stringMatching(message),
        },
      ])
    },
  )

  test.each(free)('can begin at %s', (from) => {
    expect(withRedirect(from)).toEqual([])
  })

  it('that is written twice is not named here again', () => {
    const twice = redirectsOf('- { from: /old/, to: /archive/ }\n- { from: /old/, to: /about/ }\n')
    expect(aliasCollisions([], twice, grounds())).toEqual([])
  })
})

it('knows the files of public/ and the pages of the articles when nobody says more', () => {
  const problems = aliasCollisions([article('/favicon.svg, /author/ada-lovelace/, /category/insight/, /old/')], [])
  expect(problems.map(placeOf)).toEqual(['9:11', '9:25', '9:48'])
})
