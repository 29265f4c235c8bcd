import type { Redirect } from '@/lib/content/redirects'
import { liveRedirects } from '@/lib/library/live-redirects'
import { some } from './some-redirect-targets'

/** What is told of redirects on a site with the articles a and b, of which b was called c. */
function told(redirects: Redirect[]) {
  const { live, problems, longWays } = liveRedirects(redirects, some(redirects))
  return {
    live: live.map(({ from }) => from),
    told: problems.map(({ severity, message, hint }) => [severity, message, hint]),
    longWays,
  }
}

describe('a redirect', () => {
  test.each(['/articles/a/', '/', '/feed.xml', '/paper.pdf', '/articles/a/#part', '/articles/unknown/#x'])(
    'may lead to %s',
    (to) => {
      expect(told([{ from: '/old/', to }])).toEqual({ live: ['/old/'], told: [], longWays: [] })
    },
  )

  it('through another is an error that names the end, and is mended', () => {
    const redirects = [
      { from: '/one/', to: '/two/', file: 'posts/_redirects.yml' },
      { from: '/two/', to: '/articles/a/' },
    ]
    expect(told(redirects)).toEqual({
      live: ['/two/'],
      told: [['error', '/two/ leads on to /articles/a/ itself.', 'Write  to: /articles/a/']],
      longWays: [{ file: 'posts/_redirects.yml', from: '/two/', to: '/articles/a/' }],
    })
  })

  it('through an alias is one, too, and keeps its place', () => {
    const { told: words, longWays } = told([{ from: '/one/', to: '/articles/c/#part' }])
    expect(words).toEqual([['error', '/articles/c/ leads on to /articles/b/ itself.', 'Write  to: /articles/b/#part']])
    expect(longWays).toMatchObject([{ from: '/articles/c/#part', to: '/articles/b/#part' }])
  })

  it('in a circle is told with its steps', () => {
    const circle = [
      { from: '/one/', to: '/two/' },
      { from: '/two/', to: '/three/' },
      { from: '/three/', to: '/one/' },
    ]
    const { live, told: words } = told([...circle, { from: '/into/', to: '/one/' }])
    expect(live).toEqual([])
    expect(words.map(([severity, message]) => [severity, message])).toEqual([
      ['error', '/two/ → /three/ → /one/ → /two/ leads round in a circle.'],
      ['error', '/three/ → /one/ → /two/ → /three/ leads round in a circle.'],
      ['error', '/one/ → /two/ → /three/ → /one/ leads round in a circle.'],
      ['error', '/one/ → /two/ → /three/ → /one/ leads round in a circle.'],
    ])
  })

  test.each([
    ['/nowhere/', 'error', 'There is no page at /nowhere/ to lead to.'],
    ['/articles/draft/', 'warning', '/articles/draft/ is withheld, so nothing leads there for now.'],
    ['/articles/a/#nope', 'error', 'The page at /articles/a/ has no place called #nope.'],
  ])('does not lead to %s', (to, severity, message) => {
    const { live, told: words } = told([{ from: '/old/', to }])
    expect(live).toEqual([])
    expect(words).toEqual([[severity, message, severity === 'error' ? expect.any(String) : undefined]])
  })

  it('to what is gone is a dead end', () => {
    const { live, told: words } = told([{ from: '/old/', to: '/burnt/' }, { from: '/burnt/' }])
    expect(live).toEqual(['/burnt/'])
    expect(words).toEqual([['error', '/burnt/ is gone itself.', 'Name another page, or write  gone: /old/']])
  })

  it('that is asked for with a query is no step of another', () => {
    const redirects: Redirect[] = [
      { from: '/', query: [['p', '1']], to: '/articles/a/' },
      { from: '/old/', to: '/' },
    ]
    expect(told(redirects)).toEqual({ live: ['/', '/old/'], told: [], longWays: [] })
  })
})
