import { readRedirects } from '@/lib/content/redirects'
import { sourceOf } from '@/lib/source'
import { articleOf, errorsOf, placeOf, post } from './valid-post'

const redirectsOf = (text: string) => readRedirects(sourceOf('posts/_redirects.yml', text))

// Whoever finds such a file does something with it, or does not find it.
const refused: [path: string, message: RegExp, hint?: RegExp][] = [
  ...['/index.html.gz', '/articles/index.html.gz', '/index.html.br', '/index.html.zst', '/index.html.GZ/'].map(
    (path): [string, RegExp] => [path, /^A server would send "index\.html\.\w+" in place of "index\.html"\.$/],
  ),
  ['/feed.xml.br', /in place of "feed\.xml"/],
  ['/old.gz/more/', /in place of "old"/],
  ...['/_headers', '/_redirects', '/_worker.js', '/_next/x/', '/old/_posts/', '/__proto__/'].map(
    (path): [string, RegExp] => [path, /begins with _/],
  ),
  ...['/.htaccess', '/.nojekyll/', '/.well-known/security.txt', '/old/.git/', '/...'].map((path): [string, RegExp] => [
    path,
    /begins with a dot/,
  ]),
  ...['/package.json', '/Package.JSON', '/package.json/', '/package-lock.json', '/vercel.json', '/now.json'].map(
    (path): [string, RegExp] => [path, /as settings/],
  ),
  ...['/netlify.toml', '/wrangler.toml', '/wrangler.jsonc', '/web.config', '/old/web.config', '/pnpm-lock.yaml'].map(
    (path): [string, RegExp] => [path, /as settings/],
  ),
  ...['/yarn.lock', '/bun.lockb', '/php.ini', '/global.asax', '/requirements.txt', '/go.mod'].map(
    (path): [string, RegExp] => [path, /as settings/],
  ),
  ['/node_modules/next/', /leave "node_modules" out/],
  ['/sw.js', /as a program/, /ends in a slash: {2}\/sw\.js\//],
  ...['/service-worker.mjs', '/middleware.ts', '/api/old.py', '/cgi-bin/old.cgi', '/old.wasm'].map(
    (path): [string, RegExp, RegExp] => [path, /as a program/, /ends in a slash/],
  ),
  ['/index.php', /in place of "index\.html"/, /Write the folder: {2}\/$/],
  ['/blog/index.htm', /in place of "index\.html"/, /Write the folder: {2}\/blog\/$/],
  ['/blog/default.aspx', /in place of "index\.html"/, /Write the folder: {2}\/blog\/$/],
  ['/old/404.html', /whatever is missing/],
  ['/200.html', /whatever is missing/],
  ...['/con/', '/old/AUX', '/nul.html', '/com1.old/', '/name./'].map((path): [string, RegExp] => [path, /Windows/]),
]

const allowed = [
  ...[
    '/articles/old-name/',
    '/old',
    '/old.html',
    '/old.php',
    '/blog/index.html',
    '/rss.xml',
    '/index.xml',
    '/blog/2010/05/17/a-post/',
  ],
  ...['/~ada/', '/v1.0/', '/tag/node.js/', '/index.php/2010/a-post/', '/config/', '/console/', '/com/', '/a_b/'],
  ...['/1/2/3/4/5/6/7/8/9/10/', `/${'a'.repeat(100)}/`, `/${'a'.repeat(95)}.html`],
]

const long: [what: string, path: string, message: RegExp][] = [
  ['more than ten names', '/1/2/3/4/5/6/7/8/9/10/11/', /11 names.*10 are the most/],
  ['a page eleven names deep', '/1/2/3/4/5/6/7/8/9/10/11.html', /11 names/],
  ['a name of 101 characters', `/${'a'.repeat(101)}/`, /101 characters.*100 are the most/],
  ['a long name deep inside', `/old/${'a'.repeat(300)}/x/`, /300 characters/],
  ['forty thousand characters of names', '/a'.repeat(20_000), /20000 names/],
]

const odd = [
  ...['old', '/', '//', '/old//new/', '/../x/', '/a/./b/', '/%2e%2e/x/', '/a b/', '/a%2fb/', '/a%5cb/', '/a?b', '/a#b'],
  ...['/a\\b/', '/a*/', '/:a/', '/a$b/', '/<a>/', '/a"b/', '/%zz/', '/%00/', '/%20a/', '/a%20/', '/a%0ab/'],
]

/** As other programs write their addresses, and how they are read. */
const foreign = [
  ['/é/', '/é/'],
  ['/e\u0301/', '/é/'],
  ['/%C3%A9/', '/é/'],
  ['/%e6%97%a5%e6%9c%ac/', '/日本/'],
  ['/قهوة/', '/قهوة/'],
  ['/My%20page.html', '/My page.html'],
  ['/c++/', '/c++/'],
  ['/@ada/a,b(c)!/', '/@ada/a,b(c)!/'],
]

describe('an alias', () => {
  const refusalOf = (alias: string) => errorsOf(post({ aliases: `[/fine/, ${JSON.stringify(alias)}]` }))

  test.each(refused)('cannot be %s', (alias, message, hint = /Delete it, or write/) => {
    const [problem, ...rest] = refusalOf(alias)
    expect(rest).toEqual([])
    expect(problem).toMatchObject({ rule: 'reserved-path', message: expect.stringMatching(message) })
    expect(problem?.hint).toMatch(hint)
    expect(problem && placeOf(problem)).toBe('7:19')
  })

  test.each(long)('cannot have %s', (_, alias, message) => {
    const problems = refusalOf(alias)
    expect(problems).toMatchObject([{ rule: 'path', message: expect.stringMatching(message) }])
    expect(problems.map(placeOf)).toEqual(['7:19'])
    expect(problems[0]?.message.length).toBeLessThan(200)
  })

  test.each(odd)('is no path of this site as %s', (alias) => {
    expect(refusalOf(alias)).toMatchObject([
      { rule: 'path', message: expect.stringMatching(/not a path of this site/) },
    ])
  })

  test.each(foreign)('is read from %s', (alias, path) => {
    expect(articleOf(post({ aliases: `[${JSON.stringify(alias)}]` })).aliases).toEqual([path])
  })

  test.each(allowed)('can be %s', (alias) => {
    expect(articleOf(post({ aliases: `[${JSON.stringify(alias)}]` })).aliases).toHaveLength(1)
  })
})

describe('a redirect', () => {
  const rules = (text: string) => redirectsOf(text).problems.map(({ rule }) => rule)

  test.each(refused)('has no page of its own at %s, and says so', (from, message) => {
    const { read, problems } = redirectsOf(`- { from: "${from}", to: /about/ }\n`)
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'reserved-path', line: 1, column: 11 }])
    const [reason = '', ...rest] = problems[0]?.message.split(/(?<=\.) (?=No page)/) ?? []
    expect(reason).toMatch(message)
    expect(rest).toEqual(['No page is put there: only hosts that know redirects lead on from it.'])
    expect(read.redirects).toMatchObject([{ to: '/about/', withoutPage: true }])
  })

  test.each([
    ['/?p=12', '/', [['p', '12']]],
    [
      '/index.php?option=content&id=7',
      '/index.php',
      [
        ['option', 'content'],
        ['id', '7'],
      ],
    ],
    ['/blog?page_id=a-b', '/blog/', [['page_id', 'a-b']]],
  ])('may begin where %s is asked for', (from, path, query) => {
    expect(redirectsOf(`- { from: "${from}", to: /about/ }\n- gone: "${from}0"\n`)).toMatchObject({
      problems: [],
      read: { redirects: [{ from: path, query, to: '/about/' }, { from: path }] },
    })
  })

  test.each(['/?', '/?p', '/?p=', '/?=1', '/?p=1&', '/?p=a b', '/?p=1#x', '/?p[]=1', '/?p=%41'])(
    'asks for names and values, and not for %s',
    (from) => {
      expect(rules(`- { from: "${from}", to: /about/ }\n`)).toEqual([expect.stringMatching(/^(?:query|path)$/)])
    },
  )

  test.each(['/', '/feed.xml', '/about/#part', '/#part', '/paper.pdf', '/ber%C3%BChmt.pdf'])('may lead to %s', (to) => {
    const { read, problems } = redirectsOf(`- { from: /old/, to: "${to}" }\n`)
    expect(problems).toEqual([])
    expect(read.redirects.map(({ to }) => to)).toEqual([decodeURI(to)])
  })

  it('may say of a place that it is gone', () => {
    expect(redirectsOf('- gone: /about/#part\n').read).toEqual({ redirects: [], gonePlaces: ['/about/#part'] })
    expect(rules('- gone: /about/#\n')).toEqual(['path'])
  })

  it('is written once for each address', () => {
    const text = '- { from: "/?p=1", to: /about/ }\n- { from: "/?p=2", to: /about/ }\n- gone: "/?p=1"\n'
    expect(rules(text)).toEqual(['repeated'])
  })

  test.each(long)('can neither begin nor end at %s, nor be gone from there', (_, path) => {
    expect(rules(`- { from: "${path}", to: /about/ }\n- { from: /old/, to: "${path}" }\n- gone: "${path}"\n`)).toEqual([
      ...['path', 'path', 'path'],
    ])
  })

  it('may say of any name that it is gone: then there is no file', () => {
    expect(redirectsOf('- gone: /data.csv.gz\n- gone: /sw.js\n- gone: /wp.json\n')).toMatchObject({
      read: { redirects: [{ from: '/data.csv.gz' }, { from: '/sw.js' }, { from: '/wp.json' }] },
      problems: [],
    })
  })

  test.each(allowed)('can begin at %s', (from) => {
    expect(rules(`- { from: "${from}", to: /about/ }\n`)).toEqual([])
  })
})
