import { lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checksumOf } from '../../cache-file.mjs'

/** Size, time and checksum of each file of a release as it was published, by its path in it: they tell what was damaged since. */
export type ReleaseStats = Map<string, string>

export const releaseStats = (folder: string, files: Iterable<string>): ReleaseStats =>
  new Map(Array.from(files, (file) => [file, `${statAt(folder + file)} ${checksumOf(readFileSync(folder + file))}`]))

/**
 * The first file that is not as it was published. Read are those alone that have their size and another time, as in a folder
 * that was copied; where they are the same, the time is noted. Any other takes 2 µs.
 */
export function damagedFile(folder: string, stats: ReleaseStats): string | undefined {
  for (const [file, known] of stats) {
    const stat = statAt(folder + file)
    if (known.startsWith(`${stat} `)) continue
    const [size, , checksum = ''] = known.split(' ')
    if (stat.split(' ')[0] !== size || checksumOf(readFileSync(folder + file)) !== checksum) return file
    stats.set(file, `${stat} ${checksum}`)
  }
  return undefined
}

export function throwIfDamaged(folder: string, stats: ReleaseStats): void {
  const damaged = damagedFile(folder, stats)
  if (damaged !== undefined) throw new Error(damageWords(damaged))
}

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

/** All files of a small release; of a large one 500 of each kind, by its top folder and ending: they take 20 ms. */
export function someStats(stats: ReleaseStats): [file: string, stat: string][] {
  const counts = new Map<string, number>()
  return [...stats].filter(([file]) => {
    const kind = file.slice(0, file.indexOf('/', 1) + 1) + path.extname(file)
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count <= mostOfKind
  })
}
