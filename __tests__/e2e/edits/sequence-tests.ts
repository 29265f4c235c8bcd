import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from '../builds'
import { differences } from '../tree'
import { setAside, workingCopy } from '../working-copy'
import { type Desk, follow, openDesk, settingsOf } from './desk'
import { faultsOf, type Magazine, newMagazine } from './magazine'
import { afterStep, type Step, sequences } from './sequences'

// Both are for repeating what failed: `EDITS_SEED=… EDITS_SEQUENCE=2 npx playwright test --project=browser incremental`
const seed = Number(process.env.EDITS_SEED ?? Date.now() % 1_000_000_000)
const only = process.env.EDITS_SEQUENCE

/** Tests of so many random sequences of edits, each going on where the one before ended. */
export function sequenceTests({ count, copyName, isLong }: { count: number; copyName: string; isLong: boolean }): void {
  test.describe.configure({ mode: 'serial', timeout: 900_000 })
  const all = sequences(seed, count)
  let desk: Desk

  test.beforeAll(async () => {
    test.setTimeout(600_000)
    const magazine = magazineAfter(only ? all.slice(0, Number(only) - 1).flat() : [])
    desk = await openDesk(await workingCopy(copyName), magazine)
    const { code, words } = await build(desk.copy, settingsOf(desk.copy, magazine))
    expect(code, words).toBe(0)
  })
  test.afterAll(() => rm(desk.copy, { recursive: true, force: true }))

  for (let number = 1; number <= count; number++) {
    if (only && number !== Number(only)) continue
    test(`after sequence ${number} of random edits the site equals one that is built from nothing`, async () => {
      await follow(desk, all[number - 1] ?? [], `To repeat: EDITS_SEED=${seed} EDITS_SEQUENCE=${number}`)
    })
  }

  if (isLong)
    test('a build with --clean equals one that finds nothing', async () => {
      const { copy, magazine } = desk
      const settings = settingsOf(copy, magazine)
      const fromNothing = await setAside(copy, 'from-nothing')
      const { code, words } = await build(copy, { ...settings, flags: [...settings.flags, '--clean'] })
      expect(code, words).toBe(0)
      expect(differences(path.join(copy, 'out'), fromNothing).join('\n')).toBe('')
    })
}

function magazineAfter(steps: Step[]): Magazine {
  const magazine = steps.reduce((before, step) => afterStep(before, step).magazine, newMagazine())
  return faultsOf(magazine).length ? afterStep(magazine, []).magazine : magazine
}
