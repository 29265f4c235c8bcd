import { existsSync } from 'node:fs'
import os from 'node:os'
import type { Progress } from './edition'
import type { OwnFile } from './own-files'

/** One more than there are cores: while one is prepared on the main thread, no core waits for work. */
export const madeAtOnce = os.availableParallelism() + 1

/** Makes what a release copies and no earlier build has made. */
export async function makeFiles(files: OwnFile[], onProgress: Progress): Promise<void> {
  const waiting = files.flatMap((file) => ('make' in file && file.make && !existsSync(file.copyOf) ? [file.make] : []))
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
