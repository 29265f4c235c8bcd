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

async function edition() {
  process.env.POSTS_DIR = posts
  process.env.SITE_NOW = '2024-06-01T12:00:00Z'
  jest.resetModules()
  const { readEdition } = await import('@/lib/publish/edition')
  const read = await readEdition()
  const told = read.problems.map(
    ({ file, line, column, severity, rule }) => `${path.basename(file)}:${line}:${column} ${severity} ${rule}`,
  )
  return { ...read, told }
}

it('publishes no picture that only a withheld post shows', async () => {
  write('draft.md', post({ draft: 'true' }, '![Plans](./_pictures/secret.png)\n'))
  write('later.md', post({ date: '2030-01-01', imageUrl: './_pictures/secret.png' }))
  const { pictures, told } = await edition()
  expect(told).toEqual([])
  expect(pictures.map(({ file }) => path.basename(file))).toEqual(['open.png'])
}, 60_000)

it('holds a scheduled post to the rules today, and a draft to none yet', async () => {
  write('later.md', post({ date: '2030-01-01' }, '[x](./a-valve.md#wather)\n'))
  write('draft.md', post({ draft: 'true' }, '[x](./a-valve.md#wather) [y](./nope.md)\n'))
  expect((await edition()).told).toEqual([
    'draft.md:9:1 warning unknown-anchor',
    'draft.md:9:26 warning broken-link',
    'later.md:8:1 error unknown-anchor',
  ])
}, 60_000)

it('takes a link to a file that is published as it is, and to a picture', async () => {
  write('b.md', post({}, '[icon](/favicon.svg) [![v](./_pictures/open.png)](./_pictures/open.png)\n'))
  const { told, bodyOf } = await edition()
  expect(told).toEqual([])
  expect(bodyOf('b').html).toMatch(/href="\/favicon\.svg".*href="\/pictures\/open\.[0-9a-f]+\.png"/)
}, 60_000)

it('lets a redirect to what is withheld pass, and names one that leads nowhere', async () => {
  write('draft.md', post({ draft: 'true' }))
  write(
    '_redirects.yml',
    '- { from: /old/, to: /articles/draft/ }\n- { from: /older/, to: /nope/ }\n- { from: /x/, to: /articles/a-valve/ }\n',
  )
  const { told, library } = await edition()
  expect(told).toEqual(['_redirects.yml:1:3 warning redirect', '_redirects.yml:2:3 error redirect'])
  expect(library.redirects.map(({ from }) => from)).toEqual(['/x/'])
}, 60_000)

it('reads the about page as carefully as a post', async () => {
  symlinkSync('/etc/hostname', path.join(posts, '_about.md'))
  const linked = await edition()
  expect(linked.told).toEqual(['_about.md:1:1 error unreadable'])
  expect(linked.about.html).toBe('')
  rmSync(path.join(posts, '_about.md'))
  write('_about.md', 'See [water](/articles/a-valve/#wather).\n')
  expect((await edition()).told).toEqual(['_about.md:1:5 error unknown-anchor'])
}, 60_000)
