import { readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { rm, watch } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { type Build, startBuild } from '../builds'
import { clear } from '../working-copy'
import { settingsOf } from './desk'
import { writeMagazine } from './magazine-files'
import { type Bench, type KnownSite, openBench, publish, threeMagazines, twoMagazines, whichSite } from './sites'

type Options = { moments: number; swaps: number; copyName: string; isLong: boolean }

/** Tests that kill builds: at so many moments of their whole length, and so many times just when `out` turns. */
export function killTests({ moments, swaps, copyName, isLong }: Options): void {
  test.describe.configure({ mode: 'serial', timeout: 600_000 + 60_000 * (moments + swaps) })
  let bench: Bench
  let current: KnownSite
  /** How many milliseconds it takes to build each site after the one before. */
  const lengths = new Map<KnownSite, number>()

  test.beforeAll(async () => {
    test.setTimeout(600_000)
    bench = await openBench(copyName, isLong ? threeMagazines() : twoMagazines())
    current = bench.sites[0] as KnownSite
  })
  test.afterAll(() => rm(bench.copy, { recursive: true, force: true }))

  test('killed at any moment, a build leaves the old site or the new one, and the next needs no help', async () => {
    for (const _ of bench.sites) {
      const next = await turnPage()
      lengths.set(next, await publish(bench.copy, next.magazine))
      expect(whichSite(bench.copy, current, next), 'A build that nobody killed:').toBe('new')
      current = next
    }
    let killed = 0
    for (let moment = 0; moment < moments; moment++) {
      const length = lengths.get(nextSite()) ?? 0
      // In the earlier half of each part: the next build may take half the time of the one that was timed.
      const after = (length * (moment + Math.random() / 2)) / moments
      killed += await killOnce(`${Math.round(after)} of ${Math.round(length)} ms`, (signal) =>
        wait(after, undefined, { signal }),
      )
    }
    expect(killed, 'builds that had not ended before').toBeGreaterThan(0)
  })

  test('of two builds at once the second waits and says so', async () => {
    const next = await turnPage()
    const settings = settingsOf(bench.copy, next.magazine)
    const ends = await Promise.all([startBuild(bench.copy, settings), startBuild(bench.copy, settings)].map(ended))
    const words = ends.map((end) => end.words)
    expect(
      ends.map(({ code }) => code),
      words.join('\n'),
    ).toEqual([0, 0])
    expect(words.filter((text) => /another build is running.*wait/i.test(text))).toHaveLength(1)
    expect(whichSite(bench.copy, current, next)).toBe('new')
    current = next
  })

  test('where a file does not fit on the disk the old site stays, and the next build needs no help', async () => {
    const next = nextSite()
    const large = { ...next.magazine.publicFiles, 'large.txt': 'No room.\n'.repeat(1_000_000) }
    const magazine = { ...next.magazine, publicFiles: large }
    await writeMagazine(bench.copy, magazine, current.magazine)
    const { code, words } = await startBuild(bench.copy, {
      ...settingsOf(bench.copy, magazine),
      mostKilobytes: 4_000,
    }).ended
    expect(code, words).toBe(1)
    expect(whichSite(bench.copy, current, next), words).toBe('old')
    await writeMagazine(bench.copy, next.magazine, magazine)
    await publish(bench.copy, next.magazine)
    expect(whichSite(bench.copy, current, next)).toBe('new')
    current = next
  })

  // Half a minute each.
  if (isLong) {
    test('killed while `out` turns, it leaves the old site or the new one, and the next needs no help', async () => {
      let killed = 0
      // What is left to do then takes so little that a build may be faster.
      for (let turn = 0; killed < swaps && turn < 5 * swaps; turn++) {
        killed += await killOnce(`${killed} ms after the first sign of a swap`, async (signal) => {
          await nameChanged(bench.copy, /^out/, signal)
          await wait(killed)
        })
      }
      expect(killed, 'builds that had not ended before').toBeGreaterThan(0)
    })

    test('killed alone while Next compiles, it takes Next with it', async () => {
      const next = await turnPage()
      await clear(bench.copy)
      const { pid, ended } = startBuild(bench.copy, settingsOf(bench.copy, next.magazine))
      await nameChanged(path.join(bench.copy, '.cache'), /^next\.log$/)
      await wait(1_000)
      const isLinux = process.platform === 'linux'
      if (isLinux) expect(processesIn(bench.copy).length).toBeGreaterThan(1)
      // As a machine without memory does: nobody tells what the build has started.
      process.kill(pid, 'SIGKILL')
      await ended
      if (isLinux) await expect.poll(() => processesIn(bench.copy)).toEqual([])
      // It may have been writing any of them.
      for (const file of filesIn(path.join(bench.copy, '.next'))) writeFileSync(file, '')
      await publish(bench.copy, next.magazine)
      expect(whichSite(bench.copy, current, next)).toBe('new')
      current = next
    })

    test('a killed build is nothing to go back to', async () => {
      const before = current
      await killOnce('half of its length', (signal) => wait((lengths.get(nextSite()) ?? 0) / 2, undefined, { signal }))
      const settings = settingsOf(bench.copy, current.magazine)
      const { code, words } = await startBuild(bench.copy, { ...settings, flags: ['--rollback'] }).ended
      expect(code, words).toBe(0)
      expect(whichSite(bench.copy, before, current), words).toBe('old')
      await publish(bench.copy, current.magazine)
      expect(whichSite(bench.copy, before, current)).toBe('new')
    })
  }

  /** The site whose magazine comes after the one that is published. */
  function nextSite(): KnownSite {
    const index = bench.sites.indexOf(current)
    return bench.sites[(index + 1) % bench.sites.length] as KnownSite
  }

  async function turnPage(): Promise<KnownSite> {
    const next = nextSite()
    await writeMagazine(bench.copy, next.magazine, current.magazine)
    return next
  }

  /** Returns 1 if the build had not ended before. */
  async function killOnce(when: string, moment: (signal: AbortSignal) => Promise<unknown>): Promise<0 | 1> {
    const next = await turnPage()
    const started = startBuild(bench.copy, { ...settingsOf(bench.copy, next.magazine), group: true })
    const giveUp = new AbortController()
    await Promise.race([moment(giveUp.signal).catch(() => {}), started.ended])
    giveUp.abort()
    const { signal } = await kill(started)
    expect(whichSite(bench.copy, current, next), `Killed after ${when}:`).toMatch(/^(?:old|new)$/)
    await publish(bench.copy, next.magazine)
    expect(whichSite(bench.copy, current, next), `The build after one that was killed after ${when}:`).toBe('new')
    current = next
    return signal === 'SIGKILL' ? 1 : 0
  }
}

const ended = (one: Build) => one.ended

/** Kills a build and all that it has started. */
function kill({ pid, ended }: Build) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
  return ended
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name))
}

/** The processes that work in a folder, as Linux tells. */
const processesIn = (folder: string) =>
  readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === folder
    } catch {
      // It has ended meanwhile.
      return false
    }
  })

/** Waits until something of a name is made, moved or removed in a folder. */
async function nameChanged(folder: string, name: RegExp, signal?: AbortSignal): Promise<void> {
  for await (const { filename } of watch(folder, signal ? { signal } : {})) if (filename && name.test(filename)) return
}
