import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { build, type Ended } from '../builds'
import { changesBetween, differences, timeFaults, treeOf } from '../tree'
import { clear, setAside } from '../working-copy'
import { faultsOf, type Magazine } from './magazine'
import { writeMagazine } from './magazine-files'
import { afterStep, type Step } from './sequences'

/** A working copy, and the magazine that lies in it. */
export type Desk = { copy: string; magazine: Magazine }

/** Lays a magazine into a working copy in place of the posts of the project. */
export async function openDesk(copy: string, magazine: Magazine): Promise<Desk> {
  await rm(path.join(copy, 'posts'), { recursive: true })
  await writeMagazine(copy, magazine)
  return { copy, magazine }
}

/** What a build of a magazine has to be told. */
export const settingsOf = (copy: string, { url, now, flags }: Magazine) => ({
  environment: { POSTS_DIR: path.join(copy, 'posts'), SITE_URL: url, SITE_NOW: now },
  flags,
})

/**
 * Builds after each step, and in the end once more from nothing: the two sites have to be equal. A magazine with a fault
 * publishes nothing. The desk stays as the last step left it. `name` is what a failure begins with.
 */
export async function follow(desk: Desk, steps: Step[], name: string): Promise<void> {
  const told: string[] = []
  const message = (words: string) => [name, ...told, words].join('\n')
  for (const step of steps) await take(step)
  // What is still wrong is mended by a step that does nothing else.
  if (faultsOf(desk.magazine).length) await take([])
  const incremental = await setAside(desk.copy, 'incremental')
  await clear(desk.copy)
  const { code, words } = await run(desk)
  expect(code, message(words)).toBe(0)
  const found = differences(incremental, path.join(desk.copy, 'out'))
  expect(found.join('\n'), message('It differs from a site built from nothing:')).toBe('')

  async function take(step: Step): Promise<void> {
    const { magazine, words } = afterStep(desk.magazine, step)
    told.push(`- ${words.join('; ') || 'nothing'}`)
    await writeMagazine(desk.copy, magazine, desk.magazine)
    desk.magazine = magazine
    const out = path.join(desk.copy, 'out')
    const before = treeOf(out)
    const faults = faultsOf(magazine)
    const { code, words: said } = await run(desk)
    expect(code, message(`Its faults: ${faults.join('; ') || 'none'}\n${said}`)).toBe(faults.length ? 1 : 0)
    expect(said, message('A build of changes gave up, and one of everything hid it:')).not.toContain('made alone')
    const after = treeOf(out)
    expect(timeFaults(before, after).join('\n'), message('A time is wrong:')).toBe('')
    if (!faults.length) return
    const changes = changesBetween(before, after)
    expect(changes, message('Nothing was to be published.')).toEqual({ added: [], removed: [], changed: [] })
  }
}

const run = ({ copy, magazine }: Desk): Promise<Ended> => build(copy, settingsOf(copy, magazine))
