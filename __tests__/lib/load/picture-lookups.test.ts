import { createHash } from 'node:crypto'
import fs, { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { post } from '../content/valid-post'

let posts: string
const write = (name: string, text: string | Buffer) => writeFileSync(path.join(posts, name), text)
const fetched = 'https://x.example/fan.png'

beforeEach(async () => {
  posts = realpathSync(mkdtempSync(path.join(tmpdir(), 'lookups-')))
  mkdirSync(path.join(posts, '_pictures'))
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } })
    .png()
    .toBuffer()
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = `fan.${hash.slice(0, 10)}.png`
  write('open.png', bytes)
  write(`_pictures/${file}`, bytes)
  const entry = { file, type: 'image/png', width: 40, height: 30, bytes: bytes.length, hash }
  write('_pictures/lock.json', JSON.stringify({ [fetched]: entry }))
  write('_categories.yml', '- slug: insight\n  name: Insight\n  description: What changes.\n  hue: blue\n')
})
afterEach(() => {
  rmSync(posts, { recursive: true, force: true })
  jest.restoreAllMocks()
  delete process.env.POSTS_DIR
  delete process.env.SITE_NOW
})

/** How often a run asks the disk for anything of these names. */
async function lookups(names: RegExp): Promise<number> {
  process.env.POSTS_DIR = posts
  process.env.SITE_NOW = '2024-06-01T12:00:00Z'
  jest.resetModules()
  const { loadSite } = await import('@/lib/load/loaded-site')
  const asked = [
    ...[jest.spyOn(fs, 'lstatSync'), jest.spyOn(fs.realpathSync, 'native')],
    ...[jest.spyOn(promises, 'lstat'), jest.spyOn(promises, 'stat'), jest.spyOn(promises, 'realpath')],
  ]
  await loadSite()
  const named = asked.flatMap(({ mock }) => mock.calls as unknown[][]).filter(([what]) => names.test(String(what)))
  jest.restoreAllMocks()
  return named.length
}

type State = Record<string, string>
const kinds: [what: string, names: RegExp, text: (state: State) => string][] = [
  [
    'beside the posts',
    /open\.png$/,
    (state) => post({ ...state, imageUrl: './open.png' }, '![A](./open.png) [b](./open.png)\n'),
  ],
  ['under public', /favicon\.svg$/, (state) => post(state, '[icon](/favicon.svg)\n')],
  [
    'that is not there',
    /none\.png$/,
    (state) => post({ ...state, imageUrl: './none.png' }, '![A](./none.png) [b](/none.png)\n'),
  ],
  ['that was fetched', /fan\.\w+\.png$/, (state) => post({ ...state, imageUrl: fetched }, `![A](${fetched})\n`)],
]

it.each(kinds)('looks up a picture %s no more often for many posts than for one', async (_, names, text) => {
  // Every other one is withheld, whose pictures are checked and not published.
  const writePost = (number: number) => write(`post-${number}.md`, text(number % 2 ? { draft: 'true' } : {}))
  for (let number = 0; number < 2; number++) writePost(number)
  const few = await lookups(names)
  for (let number = 2; number < 12; number++) writePost(number)
  expect(few).toBeGreaterThan(0)
  expect(await lookups(names)).toBe(few)
})
