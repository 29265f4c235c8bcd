import { readFileSync, writeFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { corpusNow, fileOf, writeCorpus } from '../../../bench/corpus'
import { build, startBuild } from '../builds'
import { differences } from '../tree'
import { clear, setAside, workingCopy } from '../working-copy'

test.describe.configure({ mode: 'serial', timeout: 900_000 })

// From 2,000 on Next compiles while posts are read and rendered.
const count = 2010
let copy: string
let posts: string

const settings = () => ({
  environment: { POSTS_DIR: posts, SITE_URL: 'https://magazine.example', SITE_NOW: corpusNow(count) },
})

/** Changes a text for the time that something takes. */
async function withText(file: string, change: (text: string) => string, during: () => Promise<void>): Promise<void> {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, change(text))
  await during().finally(() => writeFileSync(file, text))
}

async function fails(words: RegExp): Promise<void> {
  const ended = await build(copy, settings())
  expect(ended.code, ended.words).toBe(1)
  expect(ended.words).toMatch(words)
  expect(await readdir(copy)).not.toContain('out')
}

async function publishes(): Promise<void> {
  const { code, words } = await build(copy, settings())
  expect(code, words).toBe(0)
  const articles = await readdir(path.join(copy, 'out/articles'))
  expect(articles.filter((name) => name.startsWith('the-') && !name.endsWith('.md'))).toHaveLength(count)
}

test.beforeAll(async () => {
  copy = await workingCopy('thousands')
  posts = path.join(copy, 'posts')
  writeCorpus(posts, count)
})
test.afterAll(async () => {
  // Their social cards stay for the next time.
  for (const name of ['.next', '.releases', 'out', 'posts', 'unkilled'])
    await rm(path.join(copy, name), { recursive: true, force: true })
})

test('a mistake in one of thousands of posts is told, and nothing is published', async () => {
  const file = fileOf(posts, 1000)
  await withText(
    file,
    (text) => text.replace(/^title:.*$/m, 'title: ['),
    () => fails(new RegExp(`${path.basename(file)}:\\d+:\\d+`)),
  )
  await publishes()
  await setAside(copy, 'unkilled')
})

test('code that Next cannot compile is told, and nothing is published', async () => {
  await clear(copy)
  await withText(
    path.join(copy, 'app/page.tsx'),
    // A parser takes it: what none does is told before Next begins.
    (text) => `${text}\nexport const getServerSideProps = () => {}\n`,
    () => fails(/Next could not render the pages.*app\/page\.tsx/s),
  )
})

for (const after of [3_000, 8_000, 16_000])
  test(`killed ${after} ms after it began with nothing, a build leaves nothing that disturbs the next`, async () => {
    await clear(copy)
    const { pid, ended } = startBuild(copy, { ...settings(), group: true })
    await wait(after)
    process.kill(-pid, 'SIGKILL')
    expect((await ended).signal).toBe('SIGKILL')
    await publishes()
    expect(differences(path.join(copy, 'unkilled'), path.join(copy, 'out'))).toEqual([])
  })
