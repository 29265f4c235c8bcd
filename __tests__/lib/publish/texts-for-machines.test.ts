import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { post } from '../content/valid-post'

let posts: string
const write = (name: string, text: string) => writeFileSync(path.join(posts, name), text)

beforeEach(() => {
  posts = mkdtempSync(path.join(tmpdir(), 'texts-'))
  write('_categories.yml', '- slug: insight\n  name: Insight\n  description: What changes.\n  hue: blue\n')
})
afterEach(() => {
  rmSync(posts, { recursive: true, force: true })
  delete process.env.POSTS_DIR
  delete process.env.SITE_NOW
})

/** Every text of a release that Next does not render, by its path. */
async function texts(): Promise<Map<string, string>> {
  process.env.POSTS_DIR = posts
  process.env.SITE_NOW = '2024-06-01T12:00:00Z'
  jest.resetModules()
  const { loadSite } = await import('@/lib/load/loaded-site')
  const { releaseFiles } = await import('@/lib/publish/plan/release-files')
  const loaded = await loadSite()
  expect(loaded.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return new Map(
    [...releaseFiles(loaded, () => false)].flatMap((file) => ('text' in file ? [[file.path, file.text()]] : [])),
  )
}

it('gives machines the articles, and nothing of what is withheld', async () => {
  const secret = { title: 'About quillwort', excerpt: 'Quillwort', tags: '[quillwort]', author: 'Q. Quillwort' }
  write('quillwort.md', post({ ...secret, draft: 'true' }, 'Quillwort.\n'))
  write('quillwort-later.md', post({ ...secret, date: '2030-01-01', series: 'Quillwort' }, 'Quillwort.\n'))
  const links = [
    '[a](./quillwort.md "quillwort"), [b](/articles/quillwort-later/), [c][q], [d](/articles/quillwort.md)',
    '[](./quillwort.md) <a href="./quillwort.md">e</a> [f](/articles/quillwort/#quillwort) [g]',
    '<!-- quillwort -->',
    '[q]: ./quillwort.md\n[g]: ./quillwort-later.md "quillwort"\n[unused]: ./quillwort.md\n[//]: # (quillwort)',
  ]
  write('open.md', post({}, links.join('\n\n')))
  const found = await texts()
  const written = [...found].map(([name, text]) => `${name}\n${text}`)
  expect(written.filter((text) => text.toLowerCase().includes('quillwort'))).toEqual([])
  expect(found.get('/articles/open.md')).toMatch(/\n\na, b, c, d\n\n e f g\n/)
  expect(found.get('/feed.xml')).toContain('/articles/open/')
})

it('has a Markdown alternate of each article from the cache as from a first reading', async () => {
  write('a.md', post({}, 'See [b](./b.md) and [c](/category/insight/feed.xml).\n'))
  write('b.md', post({}, 'See [a](/articles/a.md).\n'))
  const first = await texts()
  expect(await texts()).toEqual(first)
  const site = 'https://salt-and-light.example'
  expect(first.get('/articles/a.md')).toContain(
    `See [b](${site}/articles/b/) and [c](${site}/category/insight/feed.xml).`,
  )
  expect(first.get('/articles/b.md')).toContain(`See [a](${site}/articles/a.md).`)
})
