import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { build } from '../builds'
import { differences } from '../tree'
import { clearAllButCompiled, setAside, workingCopy } from '../working-copy'
import { openDesk, settingsOf } from './desk'
import { type Magazine, newMagazine } from './magazine'
import { writeMagazine } from './magazine-files'
import { afterStep } from './sequences'

/** A magazine, and the folder of its site as it is when it is built from nothing. */
export type KnownSite = { magazine: Magazine; folder: string }

/** A working copy in which the site of the first of some magazines stands in `out/`, and the sites of all are known. */
export type Bench = { copy: string; sites: KnownSite[] }

const fewPosts = ['title', 'body', 'renameWithAlias', 'add', 'addTag', 'draft', 'deleteAsGone']

/** A magazine, and the same with a few posts changed. */
export function twoMagazines(): [Magazine, Magazine] {
  const first = newMagazine()
  const edits = fewPosts.map((name, index) => ({ name, number: 31 + 2 * index }))
  return [first, afterStep(first, edits).magazine]
}

/** These, and the second with a change of the code, so that every page is another. */
export function threeMagazines(): Magazine[] {
  const [first, second] = twoMagazines()
  return [first, second, afterStep(second, [{ name: 'tagline', number: 7 }]).magazine]
}

/** Builds each of the magazines from nothing, the first of them last. */
export async function openBench(copyName: string, magazines: Magazine[]): Promise<Bench> {
  const copy = await workingCopy(copyName)
  const sites: KnownSite[] = []
  let before: Magazine | undefined
  for (const magazine of magazines.toReversed()) {
    if (before) await writeMagazine(copy, magazine, before)
    else await openDesk(copy, magazine)
    before = magazine
    await clearAllButCompiled(copy)
    await publish(copy, magazine)
    sites.unshift({ magazine, folder: await setAside(copy, `site-${sites.length}`) })
  }
  return { copy, sites }
}

/** A build without any help, which has to succeed. Returns how many milliseconds it took. */
export async function publish(copy: string, magazine: Magazine): Promise<number> {
  const started = performance.now()
  const { code, words } = await build(copy, settingsOf(copy, magazine))
  expect(code, words).toBe(0)
  return performance.now() - started
}

/** Which of two sites `out/` is, whole; or what tells it apart from both. */
export function whichSite(copy: string, old: KnownSite, next: KnownSite): 'old' | 'new' | string {
  const out = path.join(copy, 'out')
  if (!existsSync(out)) return 'There is no site: out/ leads nowhere.'
  const [fromOld, fromNext] = [differences(out, old.folder), differences(out, next.folder)]
  if (!fromNext.length) return 'new'
  if (!fromOld.length) return 'old'
  return `Not the old site:\n${fromOld.join('\n')}\nNot the new one:\n${fromNext.join('\n')}`
}
