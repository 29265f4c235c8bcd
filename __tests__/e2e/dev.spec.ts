import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
// Not our own `test`: `next dev` talks to the console, and a page with a problem answers 500.
import { expect, test } from '@playwright/test'
import { type Dev, startDev } from './dev-process'
import { baseFolder } from './working-copy'

test.describe.configure({ mode: 'serial' })

let posts: string
let dev: Dev
let url: string

const post = (title: string, body: string, more = '') =>
  `---\ntitle: ${title}\nexcerpt: What it says.\ncategory: insight\nauthor: Ada Example\ndate: 2026-04-11\n${more}---\n\n${body}\n`
const save = (name: string, text: string) => writeFile(path.join(posts, name), text)

test.beforeAll(async () => {
  posts = await mkdtemp(path.join(tmpdir(), 'dev-'))
  await cp(baseFolder, posts, { recursive: true })
  await save('a-valve.md', post('A valve', 'It is shut.'))
  await save('a-draft.md', post('A draft', 'Not yet.', 'draft: true\n'))
  await save('a-plan.md', post('A plan', 'Later.').replace('2026-04-11', '2026-09-01'))
  dev = await startDev('.', posts)
  url = dev.url
})

test.afterAll(async () => {
  await dev.end()
  await rm(posts, { recursive: true, force: true })
})

test('it names on the terminal what is withheld, and when it is due', () => {
  expect(dev.said()).toMatch(/a-draft\.md is withheld: it is a draft\./)
  expect(dev.said()).toMatch(/a-plan\.md is withheld: it is due on 1 September 2026\./)
})

test('a draft is shown, marked as not published', async ({ page }) => {
  await page.goto(`${url}/articles/a-draft/`)
  await expect(page.getByText('Not yet.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/draft.*not published|not published.*draft/i)
  await page.goto(`${url}/articles/a-valve/`)
  await expect(page.getByRole('main')).not.toContainText(/not published/i)
})

test('an open article shows what is saved', async ({ page }) => {
  await page.goto(`${url}/articles/a-valve/`)
  await expect(page.getByText('It is shut.')).toBeVisible()
  await save('a-valve.md', post('A valve', 'It is open.'))
  await expect(page.getByText('It is open.')).toBeVisible()
  await expect(page.getByText('It is shut.')).toHaveCount(0)
  expect(dev.said()).toMatch(/a-valve\.md changed\./)
})

test('an open list shows what is added, renamed and removed', async ({ page }) => {
  await page.goto(`${url}/articles/`)
  const titled = page.getByRole('main').getByRole('link', { name: 'A pump' })
  await expect(page.getByRole('main').getByRole('link', { name: 'A valve' })).toBeVisible()
  await expect(titled).toHaveCount(0)
  await save('a-pump.md', post('A pump', 'It runs.'))
  await expect(titled).toHaveAttribute('href', /\/articles\/a-pump\/$/)
  await rename(path.join(posts, 'a-pump.md'), path.join(posts, 'our-pump.md'))
  await expect(titled).toHaveAttribute('href', /\/articles\/our-pump\/$/)
  await rm(path.join(posts, 'our-pump.md'))
  await expect(titled).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('link', { name: 'A valve' })).toBeVisible()
})

test('nothing on the terminal is about our own style sheets, whichever page is open and whatever is saved', async ({
  page,
}) => {
  for (const path of ['articles/a-draft', 'articles', 'category/insight', 'author/ada-example', 'archive', 'about', ''])
    await page.goto(`${url}/${path}/`.replace(/\/+$/, '/'))
  await page.goto(`${url}/articles/a-valve/`)
  await save('a-valve.md', post('A valve', 'It leaks.'))
  await expect(page.getByText('It leaks.')).toBeVisible()
  expect(dev.said()).not.toMatch(/warn|\.css\b/i)
})

test('an error stands on the page in the words of `check`, until it is mended', async ({ page }) => {
  await page.goto(`${url}/articles/a-valve/`)
  await save('a-valve.md', post('A valve: opened', 'It is open.'))
  await expect(page.locator('pre')).toContainText(
    /a-valve\.md:2:8: error colon-in-value {2}\S.*\n.*title: A valve: opened/,
  )
  expect(dev.said()).toMatch(/a-valve\.md:2:8: error colon-in-value/)
  await save('a-valve.md', post('A mended valve', 'It is open.'))
  await expect(page.getByRole('heading', { level: 1, name: 'A mended valve' })).toBeVisible()
})

test('what goes wrong in the engine is shown, and the next save is read all the same', async ({ page }) => {
  await page.goto(`${url}/articles/a-valve/`)
  const inTheWay = path.resolve('.cache/dev/views/+articles+a-flood+.json')
  await mkdir(inTheWay, { recursive: true })
  try {
    await save('a-flood.md', post('A flood', 'It rises.'))
    await expect(page.locator('pre')).toContainText(/EISDIR/)
    expect(dev.said()).toMatch(/a-flood\.md changed\.\n.*EISDIR/)
  } finally {
    await rm(inTheWay, { recursive: true })
  }
  await save('a-flood.md', post('A flood', 'It falls.'))
  await expect(page.getByText('It is open.')).toBeVisible()
  await page.goto(`${url}/articles/a-flood/`)
  await expect(page.getByText('It falls.')).toBeVisible()
})

test('Next ends with it, also when it is killed', async () => {
  for (const [signal, end] of [
    ['SIGTERM', 0],
    ['SIGKILL', null],
  ] as const) {
    if (dev.process.exitCode !== null) dev = await startDev('.', posts)
    let pid = 0
    // Next writes it when it has begun to answer.
    const findNext = async () => {
      pid = (JSON.parse(await readFile('.next/dev/lock', 'utf8')) as { pid: number }).pid
      process.kill(pid, 0)
    }
    await expect(findNext).toPass({ timeout: 60_000 })
    expect(await dev.end(signal)).toBe(end)
    await expect(() => expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)).toPass({ timeout: 60_000 })
  }
})
