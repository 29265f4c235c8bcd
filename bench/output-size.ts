import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

export type OutputSize = { files: number; bytes: number }

/** How many files a finished site holds, and their bytes; links are followed. */
export function outputSize(folder: string): OutputSize {
  const files = readdirSync(`${folder}/`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0)
  return { files: files.length, bytes }
}
