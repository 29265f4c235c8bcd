import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
// Not our own `test`: `next dev` talks to the console, and a page with a problem answers 500.
import { expect, test } from '@playwright/test'
import { type Dev, startDev } from './dev-process'
import { workingCopy } from './working-copy'

test.describe.configure({ mode: 'serial' })

let copy: string
let dev: Dev
let heard = 0

const at = (name: string) => path.join(copy, name)
const post = (category: string, body: string) =>
  `---\ntitle: A valve\nexcerpt: It.\ncategory: ${category}\nauthor: Ada Example\ndate: 2026-04-11\n---\n\n${body}\n`
const edit = (name: string, from: string | RegExp, to: string) => {
  const text = readFileSync(at(name), 'utf8')
  expect(text).toMatch(from)
  writeFileSync(at(name), text.replace(from, to))
}
/** What it has said since this was last called, once that holds what is waited for. */
async function hears(words: RegExp): Promise<string> {
  await expect(() => expect(dev.said().slice(heard)).toMatch(words)).toPass()
  const news = dev.said().slice(heard)
  heard += news.length
  return news
}
const get = async (address: string) =>
  (await fetch(new URL(address, dev.url), { headers: { accept: 'text/html' } })).text()
const shows = (address: string, words: string | RegExp) =>
  expect(async () => expect(await get(address)).toMatch(words)).toPass()
/** The text of the asset that the front page names so. */
async function asset(name: RegExp): Promise<string> {
  const [address = 'none'] = (await get('/')).match(name) ?? []
  return get(address)
}

test.beforeAll(async () => {
  copy = await workingCopy('dev-changes')
  mkdirSync(at('own'))
  writeFileSync(at('own/a-valve.md'), post('insight', 'It is shut.'))
  dev = await startDev(copy, at('own'))
  await hears(/ is live at /)
})
test.afterAll(async () => {
  await dev.end()
  await rm(copy, { recursive: true, force: true })
})

test('pages and components are shown by Next, and nothing is said of them', async () => {
  edit('components/SiteFooter.tsx', '{words.noTrackers}', "{'Nobody follows'}")
  edit('app/about/page.tsx', /$/, '\n// It is edited.\n')
  await shows('/', 'Nobody follows')
  edit('lib/digest.ts', /$/, '\n// It is edited.\n')
  expect(await hears(/again to see/)).toBe('\nlib/digest.ts was changed: begin `npm run dev` again to see it.\n')
})

for (const [name, from, to] of [
  ['lib/markdown/limits.ts', /$/, '\n// It is edited.\n'],
  ['lib/load/load-entry.ts', /$/, '\n// It is edited.\n'],
  ['lib/library/related.ts', /$/, '\n// It is edited.\n'],
  ['lib/publish/dev/dev.ts', /$/, '\n// It is edited.\n'],
  ['cli/dev.ts', /$/, '\n// It is edited.\n'],
] as const)
  test(`${name}, which it has loaded, it asks to be begun again for, in one sentence`, async () => {
    edit(name, from, to)
    expect(await hears(/again to see it/)).toBe(`\n${name} was changed: begin \`npm run dev\` again to see it.\n`)
  })

test('with other settings it begins again by itself, and says so', async () => {
  edit('posts/_site.yml', /timeZone: .*/, 'timeZone: Europe/Berln')
  await hears(/posts\/_site\.yml:\d+:11: error not-a-time-zone/)
  await shows('/', 'not-a-time-zone')
  edit('posts/_site.yml', /timeZone: .*/, 'timeZone: Europe/Lisbon')
  await hears(/beginning again(?:.*\n)*.* is live at /)
  // In one step, or it may begin again twice.
  const text = readFileSync(at('posts/_site.yml'), 'utf8')
  writeFileSync(
    at('posts/_site.yml'),
    text.replace(/name: .*/, 'name: The Second').replace(/paper: \['#\w+'/, "paper: ['#ffeedd'"),
  )
  await hears(/beginning again(?:.*\n)*.*The Second is live at /)
  await shows('/', 'The Second')
  await shows('/', 'content="#ffeedd"')
})

test('a new file of variables it asks to be begun again for', async () => {
  writeFileSync(at('.env.local'), 'SITE_MOTTO=Begin\n')
  expect(await hears(/again to see it/)).toBe('\n.env.local was changed: begin `npm run dev` again to see it.\n')
})

test('many files that change at once it tells of in one sentence', async () => {
  for (const name of ['lib/days.ts', 'lib/words/dates.ts', 'lib/routes.ts']) edit(name, /$/, '\n// It is edited.\n')
  expect(await hears(/again to see/)).toMatch(
    /^\nlib\/[\w/]+\.ts and 2 more files were changed: begin `npm run dev` again to see them\.\n$/,
  )
})

test('scripts and late styles are bundled again, and what is wrong with them is told', async () => {
  const page = /\/assets\/page\.\w+\.js/
  edit('browser/theme.ts', /$/, "\ndocument.documentElement.dataset.edited = ''\n")
  expect(await hears(/changed/)).toBe('\nbrowser/theme.ts changed.\n')
  expect(await asset(page)).toContain('edited')
  edit('app/late.css', /$/, '\n.edited { color: #123 }\n')
  expect(await hears(/changed/)).toBe('\napp/late.css changed.\n')
  expect(await asset(/\/assets\/late\.\w+\.css/)).toContain('.edited')
  edit('browser/page.ts', /$/, '\n)\n')
  // The bundler itself says the same, in its own time.
  await hears(/(?=.*browser\/page\.ts changed\.\n).*\nbrowser\/page\.ts:\d+:\d+: ERROR/s)
  expect(await asset(page)).toContain('edited')
  edit('browser/page.ts', /\n\)\n$/, '')
  await hears(/browser\/page\.ts changed\.\n/)
})

test('what is put into public/, and what is wrong there, is read at once', async () => {
  appendFileSync(at('own/a-valve.md'), '\nSee [the plan](/maps/v2/plan.txt).\n')
  await hears(/error broken-link/)
  mkdirSync(at('public/maps/v1'), { recursive: true })
  writeFileSync(at('public/maps/v1/plan.txt'), 'A plan.\n')
  symlinkSync('v1', at('public/maps/v2'))
  await hears(/No problems in 1 post\./)
  await shows('/maps/v2/plan.txt', 'A plan.')
  writeFileSync(at('public/.DS_Store'), '')
  symlinkSync('me@host.1:2', at('public/.#robots.txt'))
  symlinkSync('none', at('public/dangling.txt'))
  symlinkSync('..', at('public/maps/round'))
  expect(await hears(/public\/maps\/round:1:1: error public-file/)).toMatch(
    /public\/dangling\.txt:1:1: warning public-file/,
  )
  await shows('/articles/a-valve/', /public\/maps\/round:1:1: error public-file/)
  rmSync(at('public/maps/round'))
  expect(await hears(/1 warning in 1 file\./)).not.toMatch(/DS_Store|robots/)
  await shows('/articles/a-valve/', 'It is shut.')
})

test('categories that are borrowed from posts/ are read again, too', async () => {
  writeFileSync(at('own/a-valve.md'), post('field-notes', 'It is shut.'))
  await hears(/error unknown-category/)
  appendFileSync(
    at('posts/_categories.yml'),
    '\n- slug: field-notes\n  name: Field notes\n  description: Seen.\n  hue: blue\n',
  )
  await hears(/posts\/_categories\.yml changed\.\n(?:.*\n)*(?:1 warning|No problems) in 1 /)
})
