import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { build, startBuild } from '../builds'
import { openDesk, settingsOf } from '../edits/desk'
import { newMagazine } from '../edits/magazine'
import { changeText, workingCopy } from '../working-copy'

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
