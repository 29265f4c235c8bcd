import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Manifest } from '@/lib/publish/release/manifest'

export const manifest = (contents: Partial<Manifest> = {}): Manifest => ({
  ...{
    fingerprint: 'code',
    pages: new Map(),
    files: new Map(),
    added: {},
    stepInputs: '',
    targets: new Map(),
    stats: '',
    styles: {},
    others: [],
    routes: [],
  },
  onlyByNext: false,
  postsDirectory: '/posts',
  ...contents,
})

/** A finished release of files that say their keys, and what is known of it. */
export async function finished(name: string, files: Record<string, string>): Promise<string> {
  mkdirSync(path.join('.releases', name), { recursive: true })
  const release = path.resolve('.releases', name)
  for (const [file, key] of Object.entries(files)) {
    mkdirSync(path.dirname(release + file), { recursive: true })
    writeFileSync(release + file, key)
  }
  const { writeManifest } = await import('@/lib/publish/release/manifest')
  await writeManifest(release, manifest({ files: new Map(Object.entries(files)) }))
  return release
}

/** Every file of a folder by its text. */
export function textsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map(({ parentPath, name }) => path.join(parentPath, name)).sort()
  return Object.fromEntries(names.map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')]))
}
