import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Ended = { code: number | null; out: string; err: string }

export type Project = {
  folder: string
  write(name: string, text: string): void
  /** Runs a command there as npm would, and returns how it ended. */
  run(command: string, words?: string[], environment?: Record<string, string>): Promise<Ended>
  remove(): void
}

const shared = [
  'app',
  'browser',
  'cli',
  'components',
  'lib',
  'node_modules',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const category = '- slug: insight\n  name: Insight\n  description: What changes.\n  hue: blue\n'

/** The code of this project beside posts of its own, in a folder whose `.cache` and `out` belong to nobody else. */
export function newProject(): Project {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'project-')))
  for (const name of shared) symlinkSync(path.resolve(name), path.join(folder, name))
  mkdirSync(path.join(folder, 'posts'))
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  write('posts/_categories.yml', category)
  write('posts/_about.md', 'We write.\n')
  return {
    folder,
    write,
    run: (command, words = [], environment = {}) => run(folder, command, words, environment),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function run(
  folder: string,
  command: string,
  words: string[],
  environment: Record<string, string>,
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', `cli/${command}.ts`, ...words], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', SITE_NOW: '2024-06-01T12:00:00Z', ...environment },
  })
  const ended = { out: '', err: '' }
  child.stdout.on('data', (data) => {
    ended.out += data
  })
  child.stderr.on('data', (data) => {
    ended.err += data
  })
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  return { code, ...ended }
}
