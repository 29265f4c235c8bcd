import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { build, startBuild } from '../builds'
import { openDesk, settingsOf } from '../edits/desk'
import { newMagazine, pathOf } from '../edits/magazine'
import { changeText, workingCopy } from '../working-copy'

test.describe.configure({ mode: 'serial' })

const magazine = newMagazine()
let copy: string

test.beforeAll(async () => {
  copy = await workingCopy('changed-back')
  await openDesk(copy, magazine)
})
test.afterAll(() => rm(copy, { recursive: true, force: true }))

test('code that is changed and changed back while a site is built is not published', async () => {
  const settings = settingsOf(copy, magazine)
  const taken = startBuild(copy, settings)
  await expect.poll(taken.said).toContain('Compiling')
  const takeBack = changeText(copy, 'components/SiteFooter.tsx', /<footer[^>]*>/, '$&Not yet.')
  await wait(1_000)
  takeBack()
  expect((await taken.ended).code).toBe(1)
  const { code, words } = await build(copy, settings)
  expect(code, words).toBe(0)
  expect(readFileSync(path.join(copy, 'out/index.html'), 'utf8')).not.toContain('Not yet.')
})

test('settings that are saved while a build waits are those of the site, and a post that is saved while it builds is read again', async () => {
  changeText(copy, 'lib/feeds/robots.ts', 'Allow: /', 'Allow: /articles/')
  const post = magazine.posts.find(({ draft, date }) => !draft && date <= magazine.now.slice(0, 10))
  const other = path.join(copy, `.cache/locks/build/${process.pid}`)
  mkdirSync(path.dirname(other), { recursive: true })
  writeFileSync(other, '')
  const building = startBuild(copy, settingsOf(copy, magazine))
  await expect.poll(building.said).toContain('waiting')
  changeText(copy, 'posts/_site.yml', /tagline: .*/, 'tagline: Said meanwhile')
  rmSync(other)
  await expect.poll(building.said).toContain('Compiling')
  changeText(copy, path.join('posts', post?.file ?? ''), /$/, '\nSaved meanwhile.\n')
  const { code, words } = await building.ended
  expect(code, words).toBe(0)
  expect(words).toContain('beginning again')
  for (const file of ['index.html', 'archive/index.html'])
    expect(readFileSync(path.join(copy, 'out', file), 'utf8')).toContain('Said meanwhile')
  expect(words).toContain('was saved while it was being read. Everything is read again.')
  expect(readFileSync(path.join(copy, 'out', post ? pathOf(post) : '', 'index.html'), 'utf8')).toContain(
    'Saved meanwhile.',
  )
})
