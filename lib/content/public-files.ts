import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** The paths at which the files of `public/` are served, as `/favicon.ico`. */
export function publicFiles(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(
      ({ parentPath, name }) => `/${path.relative(directory, path.join(parentPath, name)).split(path.sep).join('/')}`,
    )
    .sort()
}
