import os from 'node:os'
import { readCacheFile } from '../../cache-file.mjs'
import type { Progress } from '../../load/loaded-site'
import type { ReleaseFile } from '../release-file'

/** One more than there are cores: while one is prepared on the main thread, no core waits for work. */
export const madeAtOnce = os.availableParallelism() + 1

/** Makes what a release takes from caches and no earlier build has left there whole. */
export async function makeFiles(files: ReleaseFile[], onProgress: Progress): Promise<void> {
  const waiting = files.flatMap((file) =>
    'make' in file && file.make && !readCacheFile(file.copyOf) ? [file.make] : [],
  )
  const total = waiting.length
  let done = 0
  const worker = async () => {
    for (let make = waiting.shift(); make; make = waiting.shift()) {
      await make()
      onProgress('Making pictures', ++done, total)
    }
  }
  await Promise.all(Array.from({ length: madeAtOnce }, worker))
}
