import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

let temporaryFiles = 0

/** Puts a file in its place in one step: whoever looks finds the old one, or the new one whole. */
export async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}-${temporaryFiles++}`
  await mkdir(path.dirname(file), { recursive: true })
  try {
    // Were something there already, a link that leads elsewhere for instance, it would not be written through.
    await writeFile(temporary, content, { flag: 'wx' })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
