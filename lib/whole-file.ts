import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

let temporaryFiles = 0

/** Puts a file in its place in one step: whoever looks finds the old one, or the new one whole. Its folder is made where it is missing. */
export async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}-${temporaryFiles++}`
  try {
    // An ended process may have had the same id.
    await rm(temporary, { force: true })
    await inFolder(path.dirname(file), async () => {
      // Were something there already, a link that leads elsewhere for instance, it would not be written through.
      await writeFile(temporary, content, { flag: 'wx' })
      await rename(temporary, file)
    })
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Writes into a folder. One that is not there, or that another process has taken away meanwhile, is made. */
export async function inFolder(folder: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await mkdir(folder, { recursive: true })
    await write()
  }
}
