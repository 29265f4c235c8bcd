import { lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checksumOf } from '../../cache-file.mjs'

/**
 * Size, time and checksum of each file of a release as it was published, and its path in it: they tell what was damaged
 * since. One text and no object for each file, since a build of few changes only carries it on.
 */
export type ReleaseStats = string

// No path holds two slashes in a row, and JSON escapes none.
const divider = '//'

const linesOf = (stats: ReleaseStats) => (stats === '' ? [] : stats.split(divider))

/** `size time checksum/the/path` */
const fileIn = (line: string) => line.slice(line.indexOf('/'))

const lineOf = (folder: string, file: string) =>
  `${statAt(folder + file)} ${checksumOf(readFileSync(folder + file))}${file}`

export const releaseStats = (folder: string, files: Iterable<string>): ReleaseStats =>
  Array.from(files, (file) => lineOf(folder, file)).join(divider)

export const filesWithStats = (stats: ReleaseStats): string[] => linesOf(stats).map(fileIn)

export function withoutStats(stats: ReleaseStats, files: ReadonlySet<string>): ReleaseStats {
  const rest = linesOf(stats).filter((line) => !files.has(fileIn(line)))
  return rest.join(divider)
}

/** Those of two lists that have no file in common. */
export const joinedStats = (...lists: ReleaseStats[]): ReleaseStats => lists.filter(Boolean).join(divider)

/** The files that are not as they were published, and what tells the same of all others next time. */
export type CheckedFiles = { damaged: string[]; stats: ReleaseStats }

/**
 * Compares files with what they were, each in a folder of its own. Read are those alone that have their size and another
 * time, as in a folder that was copied. Any other takes 3 µs.
 */
export function checkFiles(stats: ReleaseStats, folderOf: (file: string) => string): CheckedFiles {
  const damaged: string[] = []
  const lines = linesOf(stats).flatMap((line) => {
    const file = fileIn(line)
    const folder = folderOf(file)
    const stat = statAt(folder + file)
    if (line.startsWith(`${stat} `)) return [line]
    const [size, , checksum] = line.slice(0, -file.length).split(' ')
    if (stat.split(' ')[0] === size && checksumOf(readFileSync(folder + file)) === checksum)
      return [`${stat} ${checksum}${file}`]
    damaged.push(file)
    return []
  })
  return { damaged, stats: lines.join(divider) }
}

/** The first file that is not as it was published. */
export const damagedFile = (folder: string, stats: ReleaseStats): string | undefined =>
  checkFiles(stats, () => folder).damaged[0]

export const damageWords = (file: string) => `${file} is not as it was published`

function statAt(place: string): string {
  try {
    const status = lstatSync(place)
    return status.isFile() ? `${status.size} ${status.mtimeMs}` : 'none'
  } catch {
    return 'none'
  }
}

const mostOfKind = 500

/** Those of all files of a small release; of a large one of 500 of each kind, by its top folder and ending: they take 20 ms. */
export function someStats(stats: ReleaseStats): ReleaseStats {
  const counts = new Map<string, number>()
  const some = linesOf(stats).filter((line) => {
    const file = fileIn(line)
    const kind = file.slice(0, file.indexOf('/', 1) + 1) + path.extname(file)
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count <= mostOfKind
  })
  return some.join(divider)
}
