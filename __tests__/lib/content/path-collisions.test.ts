import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readRedirects } from '@/lib/content/redirects'
import { pathCollisions } from '@/lib/library/path-collisions'
import { readPublicFolder } from '@/lib/public-folder'
import { sourceOf } from '@/lib/source'
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
  publicFolder: readPublicFolder(publicDirectory),
  categories: [{ slug: 'insight' }, { slug: 'research' }],
  profiles: [{ name: 'Ada Lovelace', slug: 'ada' }],
})

const article = (aliases?: string) =>
  articleOf(post({ tags: '[Edge]', series: 'A node', aliases: aliases && `[${aliases}]` }))
const redirectsOf = (text: string) => readRedirects(sourceOf('posts/_redirects.yml', text)).read.redirects
const withAlias = (alias: string) => pathCollisions([article(alias)], [], grounds())
const withRedirect = (from: string) =>
  pathCollisions([article()], redirectsOf(`- { from: ${from}, to: /elsewhere/ }\n`), grounds())

const taken: [path: string, message: RegExp][] = [
  ...[
    ...['/about/', '/articles/', '/archive/', '/archive/2024/', '/search/', '/index.html', '/feed.xml'],
    ...[
      '/category/insight/',
      '/category/research/',
      '/tag/edge/',
      '/author/ada/',
      '/series/a-node/',
      '/tag/edge/feed.xml',
    ],
    ...['/robots.txt', '/llms.txt', '/manifest.webmanifest', '/icon-512.png', '/sitemap-2.xml', '/cards/a.jpg'],
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

// On the disks of most laptops these are one name, and whoever is written last replaces the other.
const twins: [path: string, names: RegExp][] = [
  ['/Articles/old/', /^"\/Articles\/" and "\/articles\/" of posts\/a-valve\.md are one name/],
  ['/ARTICLES/', /^"\/ARTICLES\/" and "\/articles\/" of the site itself are one name/],
  ['/Tag/Edge/', /^"\/Tag\/Edge\/" and "\/tag\/edge\/" of/],
  ['/tag/Edge/', /^"\/tag\/Edge\/" and "\/tag\/edge\/" of/],
  ['/Feed.xml', /^"\/Feed\.xml" and "\/feed\.xml" of/],
  ['/Feed.xml/more/', /^"\/Feed\.xml\/" and "\/feed\.xml" of/],
  ['/Maps/new/', /^"\/Maps\/" and "\/maps\/" of public\/maps\/index\.html are one name/],
  ['/maps/OLD.html', /^"\/maps\/OLD\.html" and "\/maps\/old\.html" of public\/maps\/old\.html/],
]

describe('an alias', () => {
  test.each(twins)('cannot be %s, which another disk takes for something else', (alias, message) => {
    expect(withAlias(alias)).toMatchObject([
      { severity: 'error', rule: 'alias-taken', line: 9, column: 11, message: expect.stringMatching(message) },
    ])
  })

  test.each(['/Art/insight/a.svg', '/Cards/a.jpg', '/SEARCH/', '/Articles/Page/7/'])(
    'cannot be %s, which the site keeps in any spelling',
    (alias) => expect(withAlias(alias)).toMatchObject([{ rule: 'alias-taken' }]),
  )

  it('cannot be the address of an article in capitals, or another alias in capitals', () => {
    const problems = withAlias('/articles/A-Valve/, /Old/a/, /old/b/, /other/, /Other/')
    expect(problems.map(({ message }) => message)).toEqual([
      '"/articles/A-Valve/" and "/articles/a-valve/" of posts/a-valve.md are one name on many disks.',
      '"/old/" and "/Old/" of posts/a-valve.md are one name on many disks.',
      '"/Other/" and "/other/" of posts/a-valve.md are one name on many disks.',
    ])
    expect(problems.map(placeOf)).toEqual(['9:11', '9:40', '9:58'])
  })

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
    const problems = pathCollisions([article('/articles/a-valve/, /old/, /lost/, /new/')], redirects, grounds())
    expect(problems.map(({ message }) => message)).toEqual([
      '/articles/a-valve/ leads here already.',
      '/old/ belongs to _redirects.yml.',
      '/lost/ belongs to _redirects.yml.',
    ])
  })
})

describe('a redirect', () => {
  test.each(twins)('cannot begin at %s, which another disk takes for something else', (from, message) => {
    expect(withRedirect(from)).toMatchObject([{ rule: 'redirect-taken', message: expect.stringMatching(message) }])
  })

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
    expect(pathCollisions([], twice, grounds())).toEqual([])
  })
})

it('knows the files of public/ and the pages of the articles when nobody says more', () => {
  const problems = pathCollisions([article('/favicon.svg, /author/ada-lovelace/, /category/insight/, /old/')], [])
  expect(problems.map(placeOf)).toEqual(['9:11', '9:25', '9:48'])
})
