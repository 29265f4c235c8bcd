import { readFileSync, type Stats, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { newestNumber } from './manifest'

// Earlier versions of this code made times of content, all of them before this one.
const firstTrue = Date.UTC(2024, 0) / 1000

/**
 * The time of the next release, in seconds: later than that of every release before, though two are made in one second
 * or the clock was set back.
 */
export async function nextReleaseTime(): Promise<number> {
  return Math.max(Math.floor(Date.now() / 1000), Math.floor((await newestNumber()) / 1000) + 1)
}

/**
 * Gives files of a folder their times. What is in `published` with the same bytes keeps its time; all else gets that of
 * the release. So a time at one path grows with every change: an ETag of time and size is exact, and so is a date.
 */
export function setFileTimes(folder: string, files: Iterable<string>, published: string, releaseTime: number): void {
  for (const file of files) {
    const [place, old] = [path.join(folder, file), path.join(published, file)]
    const [now, before] = [statSync(place), fileAt(old)]
    // One file at two places: it has not changed, and its time is that of both.
    if (before?.ino === now.ino && before.dev === now.dev) continue
    const known = before && Math.floor(before.mtimeMs / 1000)
    const isKept = known && known >= firstTrue && before.size === now.size && isEqual(place, old)
    const time = isKept ? known : Math.max(releaseTime, (known ?? 0) + 1)
    utimesSync(place, time, time)
  }
}

const isEqual = (one: string, other: string) => readFileSync(one).equals(readFileSync(other))

function fileAt(place: string): Stats | undefined {
  try {
    const found = statSync(place)
    return found.isFile() ? found : undefined
  } catch {
    // Nothing is there, or a file where a folder would have to be.
    return undefined
  }
}
