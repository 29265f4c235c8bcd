import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { nextInternals } from './next-internals'

/**
 * Removes those of Next's files that no page of the release asks for. Their names carry hashes, so a file is asked for
 * where its name is written: in a page that hydrates, or in another file that is asked for.
 */
export async function removeUnusedAssets(release: string, hydrating: Iterable<string>): Promise<void> {
  const folder = path.join(release, path.basename(nextInternals.assets))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name))
  const unused = new Set(files)
  const reading = [...hydrating].map((page) => path.join(release, page))
  for (let file = reading.pop(); file; file = reading.pop()) {
    const text = await readFile(file, 'utf8')
    for (const asset of unused) {
      if (!text.includes(path.basename(asset))) continue
      unused.delete(asset)
      reading.push(asset)
    }
  }
  if (unused.size === files.length) return rm(folder, { recursive: true, force: true })
  for (const asset of unused) await rm(asset)
}
