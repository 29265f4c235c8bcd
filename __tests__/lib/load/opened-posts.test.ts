import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileStatAt } from '@/lib/file-stat'
import { post } from '../content/valid-post'

let posts: string
const write = (name: string, text: string) => writeFileSync(path.join(posts, name), text)

beforeEach(() => {
  posts = mkdtempSync(path.join(tmpdir(), 'opened-'))
  mkdirSync(path.join(posts, '_pictures'))
  write('_pictures/broken.png', 'no picture')
  write('_categories.yml', '- slug: insight\n  name: Insight\n  description: What changes.\n  hue: blue\n')
  write('a-valve.md', post({}, '## Water\n'))
  write('edited.md', post({}, 'One.\n'))
})
afterEach(() => {
  rmSync(posts, { recursive: true, force: true })
  jest.restoreAllMocks()
  delete process.env.POSTS_DIR
  delete process.env.SITE_NOW
})

// Old enough for the times of a file to be trusted.
const settled = (file: string) => {
  const found = fileStatAt(file)
  return found && { ...found, settled: 0 }
}

/** Reads all posts, edits one, and reads again: the posts that are opened then, and what is told both times. */
async function editOne() {
  process.env.POSTS_DIR = posts
  process.env.SITE_NOW = '2024-06-01T12:00:00Z'
  jest.resetModules()
  const { createReader } = await import('@/lib/load/loaded-site')
  const reader = createReader({ fileStatAt: settled })
  try {
    const before = await reader.read()
    write('edited.md', post({}, 'Two.\n'))
    const open = jest.spyOn(fs, 'openSync')
    const after = await reader.read()
    const files = open.mock.calls.map(([file]) => path.basename(String(file)))
    const opened = new Set(files.filter((name) => /^[^_].*\.md$/.test(name)))
    return { opened: [...opened], told: [before.problems, after.problems] }
  } finally {
    await reader.close()
  }
}

type Texts = Record<string, string>
const remote = 'https://x.example/lamp.png'

const rows: [rule: string, what: string, texts: Texts][] = [
  ['picture-not-fetched', 'a picture of another site', { 'b.md': post({ imageUrl: remote }) }],
  ['picture-not-fetched', 'one in a text', { 'b.md': post({}, `![A lamp](${remote})\n`) }],
  ['picture-missing', 'a picture that is not there', { 'b.md': post({ draft: 'true', imageUrl: './none.png' }) }],
  ['unreadable-picture', 'no picture', { 'b.md': post({ draft: 'true', imageUrl: './_pictures/broken.png' }) }],
  ['unreadable-picture', 'no picture for readers', { 'b.md': post({ imageUrl: './_pictures/broken.png' }) }],
  ['updated-in-future', 'a day to come', { 'b.md': post({ updated: '2030-01-01' }) }],
  ['updated-before-date', 'a day before the first', { 'b.md': post({ updated: '2020-01-01' }) }],
  ['repeated', 'a tag that stands twice', { 'b.md': post({ tags: '[Edge, edge]' }) }],
  ['unfamiliar-name', 'a name that is nearly another', { 'b.md': post({ author: '[Jo, Ada Lovelacé]' }) }],
  [
    'unfamiliar-name',
    'a tag that is nearly another',
    {
      'b.md': post({ tags: '[Greenhouse]' }),
      'c.md': post({ tags: '[Greenhouse]' }),
      'd.md': post({ tags: '[A, Greenhuse]' }),
    },
  ],
  ['author-slug', 'a name without an address', { 'b.md': post({ author: '[Ada Lovelace, 王小明]' }) }],
  ['slug-taken', 'a slug of another post', { 'b.md': post({ slug: 'a-valve', draft: 'true' }) }],
  ['alias-taken', 'an old path of another', { 'b.md': post({ aliases: '[/x/, /articles/a-valve/]' }) }],
  ['unknown-anchor', 'a place that is not there', { 'b.md': post({ draft: 'true' }, '[x](./a-valve.md#wather)\n') }],
  ['broken-link', 'a link to nothing', { 'b.md': post({ draft: 'true' }, '[x](./none.md)\n') }],
  ['withheld-link', 'a link to a draft', { 'b.md': post({}, '[x](./c.md)\n'), 'c.md': post({ draft: 'true' }) }],
]

it.each(rows)('opens only the post that was edited, though another has a %s: %s', async (rule, _, texts) => {
  for (const [name, text] of Object.entries(texts)) write(name, text)
  const { opened, told } = await editOne()
  const [before = [], after = []] = told
  expect(before.map((problem) => problem.rule)).toContain(rule)
  // With their places and excerpts, which the second reading has from what was kept.
  expect(after).toEqual(before)
  expect(opened).toEqual(['edited.md'])
})
