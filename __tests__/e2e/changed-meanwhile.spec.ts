import { readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { build, startBuild } from './builds'
import { openDesk, settingsOf } from './edits/desk'
import { newMagazine, pathOf } from './edits/magazine'
import { workingCopy } from './working-copy'

test.describe.configure({ mode: 'serial' })

const magazine = newMagazine()
let copy: string

const settings = () => settingsOf(copy, magazine)
const robots = () => readFileSync(path.join(copy, 'out/robots.txt'), 'utf8')

test.beforeAll(async () => {
  copy = await workingCopy('changed-code')
  await openDesk(copy, magazine)
})
test.afterAll(() => rm(copy, { recursive: true, force: true }))

test('code that is changed while a site is built is not published half, and a build that waited takes it whole', async () => {
  const first = startBuild(copy, settings())
  await expect.poll(first.said).toContain('Compiling')
  const second = startBuild(copy, settings())
  await expect.poll(second.said).toContain('waiting')
  change('lib/feeds/robots.ts', 'Allow: /', 'Disallow: /drafts/')
  expect(await first.ended).toMatchObject({ code: 1, words: expect.stringContaining('The code was changed while') })
  const { code, words } = await second.ended
  expect(code, words).toBe(0)
  expect(words).toContain('beginning again')
  expect(robots()).toContain('Disallow: /drafts/')
})

test('code that is changed and changed back meanwhile is not published either', async () => {
  change('lib/feeds/robots.ts', 'Disallow: /drafts/', 'Allow: /')
  const taken = startBuild(copy, settings())
  await expect.poll(taken.said).toContain('Compiling')
  const takeBack = change('components/SiteFooter.tsx', /<footer[^>]*>/, '$&Not yet.')
  await wait(1_000)
  takeBack()
  expect((await taken.ended).code).toBe(1)
  const { code, words } = await build(copy, settings())
  expect(code, words).toBe(0)
  expect(readFileSync(path.join(copy, 'out/index.html'), 'utf8')).not.toContain('Not yet.')
})

test('a post that is saved while a site is built is read again', async () => {
  change('lib/feeds/robots.ts', 'Allow: /', 'Allow: /articles/')
  const post = magazine.posts.find(({ draft, date }) => !draft && date <= magazine.now.slice(0, 10))
  const building = startBuild(copy, settings())
  await expect.poll(building.said).toContain('Compiling')
  change(path.join('posts', post?.file ?? ''), /$/, '\nSaved meanwhile.\n')
  const { code, words } = await building.ended
  expect(code, words).toBe(0)
  expect(words).toContain('was saved while it was being read. Everything is read again.')
  expect(readFileSync(path.join(copy, 'out', post ? pathOf(post) : '', 'index.html'), 'utf8')).toContain(
    'Saved meanwhile.',
  )
})

/** Returns what takes it back, byte for byte. */
function change(file: string, from: string | RegExp, to: string): () => void {
  const place = path.join(copy, file)
  const before = readFileSync(place, 'utf8')
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  writeFileSync(place, after)
  return () => writeFileSync(place, before)
}
