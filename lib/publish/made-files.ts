import { existsSync } from 'node:fs'
import os from 'node:os'
import type { Progress } from './edition'
import type { OwnFile } from './own-files'

/** Makes what a release copies and no earlier build has made, as many at once as there are cores. */
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
  await Promise.all(Array.from({ length: os.availableParallelism() }, worker))
}
