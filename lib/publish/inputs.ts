import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { dayAt } from '../content/days'
import { type Stamp, type StampAt, stampAt, stampOf } from '../content/stamps'
import { digestOf } from '../digest'
import { now, site } from '../site'

/** What a build reads besides the code, as far as it can be told without opening a file. */
export type Inputs = {
  digest: string
  /** Whether no file is so young that it could change again within what its times tell apart. */
  isSettled: boolean
  /** What was seen of a file. */
  stampAt: StampAt
}

/** Changes when a post, a picture, a file of `public/` or the day has changed; of each file its times, size and number. */
export function inputsOf(madeWith: string): Inputs {
  const folders = [...new Set([site.postsDirectory, site.fallbackDirectory, path.resolve('public')])]
  const files = folders.flatMap((folder) => filesBelow(folder))
  const settled = files.reduce((latest, { stamp }) => Math.max(latest, stamp.settled), 0)
  const stamps = new Map(files.map(({ file, stamp }) => [file, stamp]))
  const day = dayAt(now(), site.timeZone)
  return {
    digest: digestOf(madeWith, day, files.map(({ file, stamp }) => `${file} ${stamp.text}`).join('\n')),
    // The disk's clock, not the site's.
    isSettled: settled < Date.now(),
    stampAt: (file) => stamps.get(file) ?? stampAt(file),
  }
}

type Seen = { file: string; stamp: Stamp }

function filesBelow(folder: string): Seen[] {
  return namesIn(folder).flatMap((name) => {
    const file = path.join(folder, name)
    const status = lstatSync(file, { throwIfNoEntry: false })
    if (!status) return []
    if (status.isDirectory()) return filesBelow(file)
    return [{ file, stamp: stampOf(status) }]
  })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    // What is not there, or cannot be read, is told by the loader.
    return []
  }
}
