import { cpSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { readCacheJson } from '@/lib/cache-file.mjs'
import type { Manifest } from '@/lib/publish/release/manifest'
import { build } from '../builds'
import { openDesk, settingsOf } from '../edits/desk'
import { newMagazine } from '../edits/magazine'
import { changeFile, followRecipe } from '../follow-recipe'
import { workingCopy } from '../working-copy'

const magazine = { ...newMagazine(), flags: ['--compress'] }
let copy: string

const inCopy = (name: string) => path.join(copy, name)

/** The files of the step, as they are published by a build with these flags. */
async function filesOfBuild(...flags: string[]): Promise<Map<string, Buffer>> {
  const settings = settingsOf(copy, magazine)
  const { code, words } = await build(copy, { ...settings, flags: flags.length ? flags : settings.flags })
  expect(code, words).toBe(0)
  const folder = inCopy('out/words')
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]))
}

const pagesOf = (word: string, files: Map<string, Buffer>) =>
  new Map<string, string[]>(JSON.parse(`${files.get(`${word.charAt(0)}.json`)}`)).get(word)

test.beforeAll(async () => {
  copy = await workingCopy('before-publish-long')
  await openDesk(copy, magazine)
  await followRecipe(copy, 'A step before publishing')
})
test.afterAll(() => rm(copy, { recursive: true, force: true }))

test('steps run as well where Next renders all pages, and where these are published as it does', async () => {
  const wanted = await filesOfBuild()
  expect([...wanted.keys()]).toContain('v.json')
  cpSync('__tests__/fixtures/interactive', copy, { recursive: true })
  await changeFile(copy, 'app/counter/page.tsx', [['href="/"', 'href="/magazine/"']])
  expect(await filesOfBuild()).toEqual(wanted)
  const manifest = readCacheJson(`${realpathSync(inCopy('out'))}.json`) as Pick<Manifest, 'added'>
  expect(Object.values(manifest.added).flatMap((files) => Object.keys(files))).toContain('/words/v.json')
  expect(pagesOf('valve', await filesOfBuild('--plain'))).toContain('/magazine/')
})
