import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type SourceFile = { file: string; text: string; imports: Import[] }
type Import = { from: string; isType: boolean }

/** Every file of our own below a folder whose name ends like this, with what it imports. */
export function sourceFiles(folder: string, ending = /\.tsx?$/): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => readSource(path.join(entry.parentPath, entry.name)))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

export function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8')
  return { file: file.split(path.sep).join('/'), text, imports: importsOf(file, text) }
}

// Ours are named from the project's root: `lib/site`. Others keep their name.
function importsOf(file: string, text: string): Import[] {
  const statements = text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]*?\s+from\s+)?'([^']+)'/g)
  const calls = text.matchAll(/\b(?:import|require|tsImport)\(\s*'([^']+)'/g)
  return [
    ...[...statements].map(([, type, from = '']) => ({ from: rooted(file, from), isType: Boolean(type) })),
    ...[...calls].map(([, from = '']) => ({ from: rooted(file, from), isType: false })),
  ]
}

function rooted(file: string, from: string): string {
  if (from.startsWith('@/')) return from.slice(2)
  return from.startsWith('.') ? path.posix.join(path.posix.dirname(file.split(path.sep).join('/')), from) : from
}
