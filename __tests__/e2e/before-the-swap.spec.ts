import { readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from './builds'
import { openDesk, settingsOf } from './edits/desk'
import { newMagazine } from './edits/magazine'
import { changesBetween, treeOf } from './tree'
import { workingCopy } from './working-copy'

test.describe.configure({ mode: 'serial', timeout: 300_000 })

// As a search index would: it reads each page that is new or changed, and has one that it cannot take.
const step = `
  const pages = [...fresh].filter((file) => file.endsWith('.html'))
  const { appendFileSync, readFileSync } = await import('node:fs')
  appendFileSync('indexed.txt', JSON.stringify(pages) + '\\n')
  const bad = pages.find((page) => readFileSync(path.join(folder, page), 'utf8').includes('Unindexable'))
  if (bad) throw new Error('The index cannot take ' + bad)
`
const magazine = newMagazine()
let copy: string

const buildIt = () => build(copy, settingsOf(copy, magazine))
const out = () => treeOf(path.join(copy, 'out'))
const indexed = () => readFileSync(path.join(copy, 'indexed.txt'), 'utf8').trim().split('\n')
const lastIndexed = (): string[] => JSON.parse(indexed().at(-1) ?? '')

test.beforeAll(async () => {
  copy = await workingCopy('before-the-swap')
  await openDesk(copy, magazine)
  const file = path.join(copy, 'lib/publish/prepare.ts')
  const code = readFileSync(file, 'utf8')
  writeFileSync(file, code.replace(/(Promise<void> \{\n)/, `$1${step}`))
  const { code: ended, words } = await buildIt()
  expect(ended, words).toBe(0)
})
test.afterAll(() => rm(copy, { recursive: true, force: true }))

test('a step before the swap is given every page of a new site', () => {
  const pages = [...out().keys()].filter((name) => name.endsWith('.html'))
  expect(lastIndexed().sort()).toEqual(pages.map((name) => `/${name}`).sort())
})

test('it is given what has changed, and nothing else', async () => {
  const before = out()
  add('\nA paragraph more.\n')
  const { code, words } = await buildIt()
  expect(code, words).toBe(0)
  const { added, changed } = changesBetween(before, out())
  const pages = [...added, ...changed].filter((name) => name.endsWith('.html'))
  expect(lastIndexed().sort()).toEqual(pages.map((name) => `/${name}`).sort())
  expect(pages.length).toBeLessThan(5)
})

test('it stops a release by throwing, and the next build needs no help', async () => {
  const before = out()
  const take = add('\nUnindexable.\n')
  const stopped = await buildIt()
  expect(stopped.code).toBe(1)
  expect(stopped.words).toContain('The index cannot take /articles/')
  expect(changesBetween(before, out())).toEqual({ added: [], removed: [], changed: [] })
  take()
  const mended = await buildIt()
  expect(mended.code, mended.words).toBe(0)
  expect(changesBetween(before, out())).toEqual({ added: [], removed: [], changed: [] })
})

/** Adds to the body of a post that is shown; returns what takes it back. */
function add(text: string): () => void {
  const post = magazine.posts.find(({ draft, date }) => !draft && date <= magazine.now.slice(0, 10))
  if (!post) throw new Error('The magazine shows no post')
  const file = path.join(copy, 'posts', post.file)
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before + text)
  return () => writeFileSync(file, before)
}
