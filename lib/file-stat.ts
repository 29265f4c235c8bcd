import { lstatSync, type Stats } from 'node:fs'

/** What tells that a file has changed without opening it, and the time in milliseconds from which that is certain. */
export type FileStat = { text: string; settled: number }

// As long as two changes may bear one time: the tick of the kernel, or on old disks two seconds.
const [tick, coarseTick] = [50, 2000]

/** The stamp of what lies at a path, if anything does. */
export type FileStatAt = (file: string) => FileStat | undefined

export function fileStatAt(file: string): FileStat | undefined {
  const status = lstatSync(file, { throwIfNoEntry: false })
  return status && fileStatOf(status)
}

export function fileStatOf(status: Stats): FileStat {
  const { size, mtimeMs, ctimeMs, ino, mode } = status
  // Of what a link leads to nothing is known here.
  const time = status.isSymbolicLink() ? Number.POSITIVE_INFINITY : Math.max(mtimeMs, ctimeMs)
  const isFine = mtimeMs % 1000 !== 0 || ctimeMs % 1000 !== 0
  return { text: `${size} ${mtimeMs} ${ctimeMs} ${ino} ${mode}`, settled: time + (isFine ? tick : coarseTick) }
}
