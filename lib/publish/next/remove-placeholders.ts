import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { placeholder } from '../views/view-store'
import { nextInternals } from './next-internals'

/**
 * Removes from Next's export what is no page: stand-ins for empty lists, second copies of the 404 page, and the folder of
 * numbered pages where there is none.
 */
export async function removePlaceholders(directory: string): Promise<void> {
  for (const file of await readdir(directory, { recursive: true, withFileTypes: true }))
    if (file.isDirectory() && file.name === placeholder)
      await rm(path.join(file.parentPath, file.name), { recursive: true, force: true })
  for (const folder of [...nextInternals.notFound.copies, 'articles/page'])
    await removeUnlessPages(path.join(directory, folder))
}

async function removeUnlessPages(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  if (!names.some((name) => /^\d+$/.test(name))) await rm(folder, { recursive: true, force: true })
}
