import { lstatSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from '../builds'
import { clear } from '../working-copy'
import { filesBelow, flipUnseen, gone, halfGone, keptFiles, type Way, waysFor } from './damage'
import { settingsOf } from './desk'
import { writeMagazine } from './magazine-files'
import { type Bench, type KnownSite, openBench, publish, twoMagazines, whichSite } from './sites'

/** What is damaged, in which way, and the build that follows. `of` is a folder, or a kind of files: one of them it is. */
type Damage = { of: string; way: Way; next: 'after an edit' | 'without an edit' | 'of everything' }

// For repeating what failed.
const seed = Number(process.env.DAMAGE_SEED ?? Date.now() % 1_000_000)

// All would be three thousand builds: hours. From run to run it is others.
const longOfKind = 2

/** Tests that damage what builds have left: each kind of file in a few of the ways there are, or a single one in one. */
export function damageTests({ copyName, isLong }: { copyName: string; isLong: boolean }): void {
  test.describe.configure({ mode: 'serial', timeout: 7_200_000 })
  let bench: Bench
  let current: KnownSite
  let turn = seed

  test.beforeAll(async () => {
    test.setTimeout(600_000)
    bench = await openBench(copyName, twoMagazines())
    current = bench.sites[0] as KnownSite
    await edit()
    // So that there is a release which was made of another.
    await publish(bench.copy, current.magazine)
  })
  test.afterAll(() => rm(bench.copy, { recursive: true, force: true }))

  test('no file of a release is one of a cache', () => {
    const numbers = (folder: string) => filesBelow(path.join(bench.copy, folder)).map((file) => lstatSync(file).ino)
    const ofReleases = new Set(numbers('.releases'))
    expect(ofReleases.size).toBeGreaterThan(0)
    expect([...numbers('.cache'), ...numbers('.next')].filter((number) => ofReleases.has(number))).toEqual([])
  })

  test('whatever becomes of a cache, the next build needs no help', () =>
    heals(ofEach(kinds('caches'), waysFor, ['after an edit', 'of everything'])))

  test('nor does it where what is published was damaged', () =>
    heals(ofEach(kinds('releases'), waysFor, ['after an edit', 'without an edit'])))

  test('nor where a folder is gone, or half of it', () => {
    const caches = ['assets', 'bodies', 'cards', 'commands', 'export', 'icons', 'pictures', 'posts', 'workers']
    const folders = ['.next', '.next/cache', '.next/server', '.cache', ...caches.map((name) => `.cache/${name}`)]
    return heals(ofEach(folders, () => [gone, halfGone], ['after an edit', 'of everything']))
  })

  if (isLong)
    test('nor, where everything is built, for what neither size nor time tells', () =>
      heals(ofEach(kinds('caches'), () => [flipUnseen], ['of everything'])))

  const kinds = (of: 'caches' | 'releases') =>
    [...keptFiles(bench.copy).keys()].filter((kind) => kind.startsWith('.releases') === (of === 'releases'))

  /** Damages one thing after the other, and builds after each. What did not heal is told in the end. */
  async function heals(damages: Damage[]): Promise<void> {
    const failures: string[] = []
    for (const { of, way, next } of chosen(damages)) {
      const place = way.ofFolders ? path.join(bench.copy, of) : await oneOf(of)
      // What no build reads, as a log, none makes again.
      if (place === undefined) continue
      way.damage(place)
      if (next === 'after an edit') await edit()
      if (next === 'of everything') await rm(path.join(bench.copy, 'out'))
      const failure = await failureOfBuild()
      if (failure === undefined) continue
      failures.push(`A build ${next}, where ${path.relative(bench.copy, place)} is ${way.name}: ${failure}`)
      await clear(bench.copy)
      await rm(path.join(bench.copy, '.cache/cards'), { recursive: true, force: true })
      await publish(bench.copy, current.magazine)
    }
    expect(failures.join('\n\n'), `To repeat: DAMAGE_SEED=${seed}`).toBe('')
  }

  function chosen(damages: Damage[]): Damage[] {
    if (!isLong) return some(damages, 1)
    const kinds = [...new Set(damages.map(({ of }) => of))]
    return kinds.flatMap((kind) =>
      some(
        damages.filter(({ of }) => of === kind),
        longOfKind,
      ),
    )
  }

  /** So many of a list, or all. */
  function some<Item>(list: readonly Item[], count: number): Item[] {
    if (list.length <= count) return [...list]
    // A prime: no two of them are one.
    const [first, step] = [turn++ * 7919, 104_729]
    return Array.from({ length: count }, (_, index) => list[(first + index * step) % list.length] as Item)
  }

  /** A file of a kind. One that was damaged a build of everything makes again; one of changes makes what it needs. */
  async function oneOf(kind: string): Promise<string | undefined> {
    if (!keptFiles(bench.copy).has(kind)) {
      await rm(path.join(bench.copy, 'out'))
      await publish(bench.copy, current.magazine)
    }
    return some(keptFiles(bench.copy).get(kind) ?? [], 1)[0]
  }

  async function edit(): Promise<void> {
    const next = other()
    await writeMagazine(bench.copy, next.magazine, current.magazine)
    current = next
  }

  async function failureOfBuild(): Promise<string | undefined> {
    const { code, words } = await build(bench.copy, settingsOf(bench.copy, current.magazine))
    if (code !== 0) return `it ended with ${code}:\n${words.slice(-1000)}`
    const site = whichSite(bench.copy, other(), current)
    return site === 'new' ? undefined : `it published another site: ${site.slice(0, 1000)}`
  }

  const other = () => bench.sites.find((site) => site !== current) as KnownSite
}

const ofEach = (kinds: string[], waysOf: (kind: string) => Way[], builds: Damage['next'][]): Damage[] =>
  kinds.flatMap((of) => waysOf(of).flatMap((way) => builds.map((next) => ({ of, way, next }))))
