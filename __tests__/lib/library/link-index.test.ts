import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readContent } from '@/lib/content/loader'
import type { Resolution } from '@/lib/markdown/rendered'
import { post } from '../content/valid-post'

let posts: string
const url = process.env.SITE_URL

beforeEach(() => {
  posts = mkdtempSync(path.join(tmpdir(), 'links-'))
  const write = (name: string, text: string) => writeFileSync(path.join(posts, name), text)
  write('_categories.yml', '- slug: insight\n  name: Insight\n  description: What changes.\n  hue: blue\n')
  const redirects = [
    '{ from: /articles/old/, to: /articles/a-valve/ }',
    '{ from: /articles/older/, to: /articles/old/ }',
    '{ from: /round/, to: /about-turn/ }',
    '{ from: /about-turn/, to: /round/ }',
    '{ from: /lost/, to: /articles/nobody/ }',
    'gone: /articles/burnt/',
  ]
  write('_redirects.yml', redirects.map((one) => `- ${one}\n`).join(''))
  write('08-a-valve.md', post({ tags: '[Edge Cases]', series: 'Pipes', aliases: '[/articles/a-tap/]' }))
  write('a lamp.md', post({ slug: 'a-lamp' }))
  write('draft.md', post({ draft: 'true', title: 'A secret', aliases: '[/articles/whisper/]' }))
  write('later.md', post({ date: '2030-01-01', title: 'A promise' }))
})
afterEach(() => {
  rmSync(posts, { recursive: true, force: true })
  if (url === undefined) delete process.env.SITE_URL
  else process.env.SITE_URL = url
})

/** What a link means on a site that lives at an address. */
async function resolve(link: string, siteUrl = 'https://example.org'): Promise<Resolution> {
  process.env.SITE_URL = siteUrl
  jest.resetModules()
  const { createLinkIndex } = await import('@/lib/library/link-index')
  return createLinkIndex(readContent({ directory: posts, now: new Date('2024-06-01'), timeZone: 'UTC' }))(link)
}

describe('a link in a post', () => {
  test.each([
    ['./08-a-valve.md', '/articles/a-valve/'],
    ['08-a-valve.md', '/articles/a-valve/'],
    ['../posts/08-a-valve.md', '/articles/a-valve/'],
    ['./a%20lamp.md', '/articles/a-lamp/'],
    ['/articles/a-valve', '/articles/a-valve/'],
    ['/articles/a-valve/', '/articles/a-valve/'],
    ['/articles/a-tap/', '/articles/a-valve/'],
    ['/articles/old', '/articles/a-valve/'],
    ['/articles/older/', '/articles/a-valve/'],
    ['/', '/'],
    ['/articles/', '/articles/'],
    ['/about', '/about/'],
    ['/archive/2024/', '/archive/2024/'],
    ['/category/insight/', '/category/insight/'],
    ['/tag/edge-cases/', '/tag/edge-cases/'],
    ['/series/pipes/', '/series/pipes/'],
    ['/author/ada-lovelace/', '/author/ada-lovelace/'],
    ['/feed.xml', '/feed.xml'],
    ['/category/insight/feed.json', '/category/insight/feed.json'],
    ['/tag/edge-cases/feed.xml', '/tag/edge-cases/feed.xml'],
    ['/articles/a-valve.md', '/articles/a-valve.md'],
    ['/art/insight/a-valve.svg', '/art/insight/a-valve.svg'],
    ['/sitemap.xml', '/sitemap.xml'],
    ['/llms.txt', '/llms.txt'],
  ])('to %s leads to %s, wherever the site lives', async (link, href) => {
    expect(await resolve(link)).toEqual({ href })
    expect(await resolve(link, 'https://example.org/magazine')).toEqual({ href: `/magazine${href}` })
  })

  test.each([
    ['./draft.md', /“A secret” is withheld/],
    ['/articles/draft/', /“A secret” is withheld/],
    ['/articles/draft.md', /“A secret” is withheld/],
    ['/articles/whisper/', /“A secret” is withheld/],
    ['./later.md', /“A promise” is withheld/],
    ['/articles/later', /“A promise” is withheld/],
    ['/articles/burnt/', /gone/],
  ])('to %s is shown as text, with a warning', async (link, warning) => {
    expect(await resolve(link)).toEqual({ asText: true, warning: expect.stringMatching(warning) })
  })

  test.each([
    ['./08-a-valva.md', /08-a-valve\.md/],
    ['/articles/a-valva/', /\/articles\/a-valve\//],
    ['/category/insigth/', /\/category\/insight\//],
    ['/nothing/like/anything/here/', /\.\/its-file\.md/],
    ['/lost/', /\.\/its-file\.md|mean/],
    ['/round/', /./],
    ['/tag/edge-cases/atom.xml', /\/tag\/edge-cases\/feed\.xml/],
    ['/articles/a-valva.md', /\/articles\/a-valve\.md/],
    ['/archive/1999/', /\/archive\/2024\//],
    ['./%E0%A4%A.md', /./],
    ['_categories.yml', /./],
  ])('to %s leads nowhere, and says what was meant', async (link, hint) => {
    expect(await resolve(link)).toEqual({
      missing: true,
      message: expect.stringMatching(/no article or page/),
      hint: expect.stringMatching(hint),
    })
  })

  it('follows a redirect through however many others', async () => {
    const steps = Array.from({ length: 50_000 }, (_, step) => ({ from: `/step-${step}/`, to: `/step-${step + 1}/` }))
    const content = readContent({ directory: posts, now: new Date('2024-06-01'), timeZone: 'UTC' })
    const redirects = [...steps, { from: '/step-50000/', to: '/articles/a-valve/' }]
    const { createLinkIndex } = await import('@/lib/library/link-index')
    const links = createLinkIndex({ ...content, redirects })
    expect(new Set(redirects.map(({ from }) => JSON.stringify(links(from))))).toEqual(
      new Set([JSON.stringify({ href: '/articles/a-valve/' })]),
    )
  })
})
