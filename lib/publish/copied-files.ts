import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { site } from '../site'
import type { OwnFile } from './own-files'
import { assetsDirectory } from './scripts'

/** What is published as it lies there: `public/`, and the scripts and fonts, whose names say what is in them. */
export function* copiedFiles(): Iterable<OwnFile> {
  const root = path.resolve('public')
  for (const name of filesBelow(root)) {
    const copyOf = path.join(root, name)
    const { mtimeMs, size, ino } = statSync(copyOf)
    yield { path: `${site.basePath}/${name}`, key: `${mtimeMs} ${size} ${ino}`, copyOf }
  }
  for (const name of filesBelow(assetsDirectory))
    yield { path: `${site.basePath}/assets/${name}`, copyOf: path.join(assetsDirectory, name) }
}

/** Relative, with POSIX slashes; links are followed. */
function filesBelow(folder: string, under = ''): string[] {
  return namesIn(path.join(folder, under)).flatMap((entry) => {
    const name = path.posix.join(under, entry)
    return statSync(path.join(folder, name)).isDirectory() ? filesBelow(folder, name) : [name]
  })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
