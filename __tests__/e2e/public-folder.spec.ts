import { chmodSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from './builds'
import { openDesk, settingsOf } from './edits/desk'
import { newMagazine } from './edits/magazine'
import { treeOf } from './tree'
import { workingCopy } from './working-copy'

test.describe.configure({ mode: 'serial', timeout: 300_000 })

const magazine = newMagazine()
let copy: string

const inPublic = (name: string) => path.join(copy, 'public', name)
const publishes = async (...flags: string[]) => {
  const { code, words } = await build(copy, { ...settingsOf(copy, magazine), flags })
  expect(code, words).toBe(0)
  expect(words).toContain('public/dangling.txt:1:1: warning public-file')
  return [...treeOf(path.join(copy, 'out')).keys()]
}
const here = ['.nojekyll', '.well-known/security.txt', 'maps/latest/plan.txt', 'maps/v2/plan.txt', 'beside/own.txt']
const left = ['.DS_Store', '.#robots.txt', 'maps/v2/plan.txt~', 'dangling.txt']

async function publishesWhatIsMeant(...flags: string[]): Promise<void> {
  const files = await publishes(...flags)
  expect(files).toEqual(expect.arrayContaining(here))
  expect(files.filter((file) => left.includes(file))).toEqual([])
}

test.beforeAll(async () => {
  copy = await workingCopy('public-folder')
  await openDesk(copy, magazine)
  for (const folder of ['.well-known', 'maps/v2']) mkdirSync(inPublic(folder), { recursive: true })
  for (const name of [here[0], here[1], here[3], left[0], left[2]]) writeFileSync(inPublic(name ?? ''), 'A file.\n')
  symlinkSync('v2', inPublic('maps/latest'))
  mkdirSync(path.join(copy, 'beside'))
  writeFileSync(path.join(copy, 'beside/own.txt'), 'A file.\n')
  symlinkSync('../beside', inPublic('beside'))
  symlinkSync('me@host.1:2', inPublic('.#robots.txt'))
  symlinkSync('none', inPublic('dangling.txt'))
})
test.afterAll(() => rm(copy, { recursive: true, force: true }))

test('what is behind links is published, and nothing that was left behind', () => publishesWhatIsMeant())

test('what may be run is published as such, also when nothing else has changed', async () => {
  const mode = () => statSync(path.join(copy, 'out/maps/latest/plan.txt')).mode & 0o777
  expect(mode()).toBe(0o644)
  chmodSync(inPublic('maps/v2/plan.txt'), 0o755)
  await publishes()
  expect(mode()).toBe(0o755)
})

test('a build --plain publishes the same', () => publishesWhatIsMeant('--plain'))

test('a link that leads round in a circle stops a build', async () => {
  symlinkSync('..', inPublic('maps/round'))
  const { code, words } = await build(copy, settingsOf(copy, magazine))
  expect(words).toContain('public/maps/round:1:1: error public-file')
  expect(code).toBe(1)
  rmSync(inPublic('maps/round'))
})
