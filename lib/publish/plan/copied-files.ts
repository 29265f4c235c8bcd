import { readdirSync } from 'node:fs'
import path from 'node:path'
import { readPublicFolder } from '../../public-folder'
import { site } from '../../site'
import { assetsDirectory } from '../page-assets/scripts'
import type { ReleaseFile } from '../release-file'

/** What is published as it lies there: `public/`, and the scripts and fonts, whose names say what is in them. */
export function* copiedFiles(): Iterable<ReleaseFile> {
  // The key holds the mode, too: what may be run may be run as it is published.
  for (const { path, file, fileStat } of readPublicFolder().files)
    yield { path: `${site.basePath}${path}`, key: fileStat.text, copyOf: file }
  for (const name of namesIn(assetsDirectory))
    yield { path: `${site.basePath}/assets/${name}`, copyOf: path.join(assetsDirectory, name) }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
