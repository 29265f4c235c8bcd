import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { startBuild } from './builds'
import { openDesk, settingsOf } from './edits/desk'
import { newMagazine } from './edits/magazine'
import { changeText, workingCopy } from './working-copy'

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
  changeText(copy, 'lib/feeds/robots.ts', 'Allow: /', 'Disallow: /drafts/')
  expect(await first.ended).toMatchObject({ code: 1, words: expect.stringContaining('The code was changed while') })
  const { code, words } = await second.ended
  expect(code, words).toBe(0)
  expect(words).toContain('beginning again')
  expect(robots()).toContain('Disallow: /drafts/')
})
