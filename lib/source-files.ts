import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The files of our code below a folder, in one order. What an editor keeps beside a file begins with a dot. */
export function sourceFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  return files.map(({ parentPath, name }) => path.join(parentPath, name)).sort()
}
