import { existsSync } from 'node:fs'
import path from 'node:path'
import { compressedEndings, compressFiles } from '../host/compress'
import { nextReleaseTime, setFileTimes } from '../release/file-times'
import { outLink } from '../release/manifest'
import { type ReleaseStats, releaseStats } from '../release/release-stats'
import type { BuildContext } from './build-context'

/**
 * Puts `.br` and `.gz` beside those files of a folder that are new in it, where that is asked for, and gives all of them their times.
 * Returns what tells whether one of them is damaged later.
 */
export async function compressAndDate(
  folder: string,
  fresh: Iterable<string>,
  { compress, onProgress }: Pick<BuildContext, 'compress' | 'onProgress'>,
): Promise<ReleaseStats> {
  const files = [...fresh]
  const inFolder = (file: string) => path.join(folder, file)
  if (compress) await compressFiles(folder, files.map(inFolder), onProgress)
  const beside = compress ? files.flatMap((file) => compressedEndings.map((ending) => file + ending)) : []
  const written = [...files, ...beside.filter((file) => existsSync(inFolder(file)))]
  setFileTimes(folder, written, outLink, await nextReleaseTime())
  return releaseStats(folder, written)
}
