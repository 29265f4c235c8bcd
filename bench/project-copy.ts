import { appendFile, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What of the project a copy of it holds: the code, not what was built and not the tests. */
export async function projectEntries(): Promise<string[]> {
  const elsewhere = ['node_modules', 'out', 'site', '__tests__', 'tsconfig.tsbuildinfo']
  return (await readdir('.')).filter((name) => !name.startsWith('.') && !elsewhere.includes(name)).sort()
}

/**
 * Copies the project into another folder, so that `.next`, `.cache` and `out` of a build there are its own. The folder has
 * to be below the project: Turbopack follows no link (`node_modules`) that leaves the folder of the topmost lockfile.
 */
export async function copyProject(copy: string): Promise<void> {
  await mkdir(copy, { recursive: true })
  for (const entry of await projectEntries()) await cp(entry, path.join(copy, entry), { recursive: true })
  await symlink(path.resolve('node_modules'), path.join(copy, 'node_modules'))
  // Types are checked once, for the project itself. Next would add those of its own, and to change the settings is to build anew.
  const include = ['next-env.d.ts', '.next/types/**/*.ts', '.next/dev/types/**/*.ts']
  const settings = JSON.parse(await readFile('tsconfig.json', 'utf8'))
  await writeFile(path.join(copy, 'tsconfig.json'), `${JSON.stringify({ ...settings, include }, null, 2)}\n`)
}

/** Takes everything that builds have left in a copy, but for these folders of `.cache` and `.next`. */
export async function clearBuilds(copy: string, kept: string[]): Promise<void> {
  const left = ['.releases', 'out']
  for (const folder of ['.cache', '.next'])
    for (const name of await readdir(path.join(copy, folder)).catch(() => [])) left.push(path.join(folder, name))
  for (const name of left) if (!kept.includes(name)) await rm(path.join(copy, name), { recursive: true, force: true })
}

/** Changes a file that every page is made with, so that everything is built anew. */
export const changeCode = (copy: string) => appendFile(path.join(copy, 'app', 'layout.tsx'), '\n// Changed.\n')
