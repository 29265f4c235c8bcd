import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { dayAt } from '../days'
import { digestOf } from '../digest'
import { type FileStat, type FileStatAt, fileStatAt, fileStatOf } from '../file-stat'
import { formatProblem } from '../problem'
import { readPublicFolder } from '../public-folder'
import { now, site } from '../site'

/** What a build reads besides the code, as far as it can be told without opening a file. */
export type Inputs = {
  digest: string
  /** Whether no file is so young that it could change again within what its times tell apart. */
  isSettled: boolean
  /** What was seen of a file. */
  fileStatAt: FileStatAt
}

/**
 * Changes when a post, a picture, a file of `public/`, the day or the project's place has changed; of each file its times,
 * size, number and mode.
 */
export function readInputs(fingerprint: string): Inputs {
  const folders = [...new Set([site.postsDirectory, site.fallbackDirectory])]
  const published = readPublicFolder()
  const files = [...folders.flatMap((folder) => filesBelow(folder)), ...published.files]
  const settled = files.reduce((latest, { fileStat }) => Math.max(latest, fileStat.settled), 0)
  const fileStats = new Map(files.map(({ file, fileStat }) => [file, fileStat]))
  const day = dayAt(now(), site.timeZone)
  return {
    digest: digestOf(
      fingerprint,
      day,
      path.resolve(),
      [...files.map(textOf), ...published.problems.map(formatProblem)].join('\n'),
    ),
    // The disk's clock, not the site's.
    isSettled: settled < Date.now(),
    fileStatAt: (file) => fileStats.get(file) ?? fileStatAt(file),
  }
}

type Seen = { file: string; fileStat: FileStat; path?: string }

// What lies at one path of `public/` may lead to another file tomorrow.
const textOf = ({ file, fileStat, path = '' }: Seen) => `${path} ${file} ${fileStat.text}`

function filesBelow(folder: string): Seen[] {
  return namesIn(folder).flatMap((name) => {
    const file = path.join(folder, name)
    const status = lstatSync(file, { throwIfNoEntry: false })
    if (!status) return []
    if (status.isDirectory()) return filesBelow(file)
    // A build writes it itself.
    if (file === site.ledgerFile) return []
    return [{ file, fileStat: fileStatOf(status) }]
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
