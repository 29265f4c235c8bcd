import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Progress } from '../../load/loaded-site'
import { hashedFolders } from '../release-file'
import { contentTypeOf, isText } from './content-types'
import { hostFileNames } from './host-files'

/** A reader gains nothing by less: it fits into one packet either way. */
const smallest = 1024

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** What stands beside a text once it is compressed. */
export const compressedEndings = ['.br', '.gz']

/** Puts `.br` and `.gz` beside each text of these files of a release. Pages change often and are done fast; the rest is done once, well. */
export async function compressFiles(release: string, all: string[], onProgress: Progress): Promise<void> {
  const files = all.filter((file) => !hostFileNames.includes(path.basename(file)) && isTextFile(file))
  const total = files.length
  let done = 0
  const worker = async () => {
    for (let file = files.pop(); file; file = files.pop()) {
      await compressFile(
        file,
        hashedFolders.some((folder) => file?.startsWith(path.join(release, folder))),
      )
      onProgress('Compressing', ++done, total)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

const isTextFile = (name: string) => isText(contentTypeOf(name).replace(/;.*/, ''))

/** Node compresses with four threads of its own. */
const atOnce = 8

async function compressFile(file: string, isHashed: boolean): Promise<void> {
  const content = await readFile(file)
  if (content.length < smallest) return
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: isHashed ? 11 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  const [br, gz] = await Promise.all([brotli(content, { params }), zip(content, { level: isHashed ? 9 : 6 })])
  if (br.length < content.length) await writeFile(`${file}.br`, br)
  if (gz.length < content.length) await writeFile(`${file}.gz`, gz)
}
