import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

let temporaryFiles = 0

/**
 * Puts a file in its place in one step, also where the machine loses its power: whoever looks finds the old one, or the new
 * one whole. Its folder is made where it is missing. For what cannot be made again; a cache has `writeCacheFile`.
 */
export async function writeFileAtomic(file: string, content: string | Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}-${temporaryFiles++}`
  const folder = path.dirname(file)
  try {
    // An ended process may have had the same id.
    await rm(temporary, { force: true })
    await inFolder(folder, async () => {
      await writeThrough(temporary, content)
      await rename(temporary, file)
    })
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** Until the disk has it: before, a name may be kept and the content not. */
async function writeThrough(file: string, content: string | Buffer): Promise<void> {
  // Were something there already, a link that leads elsewhere for instance, it would not be written through.
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes into a folder. One that is not there, or that another process has taken away meanwhile, is made. */
async function inFolder(folder: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await mkdir(folder, { recursive: true })
    await write()
  }
}

/** The new name, too. Some systems open no folder, and need none to be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
