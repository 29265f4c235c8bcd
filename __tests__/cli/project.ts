import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { settingsFile } from '../lib/content/valid-settings'

export type Ended = { code: number | null; out: string; err: string }

export type Project = {
  folder: string
  write(name: string, text: string | Buffer): void
  /** Runs a command there as npm would, and returns how it ended. */
  run(
    command: string,
    words?: string[],
    environment?: Record<string, string>,
    /** Told all that it has said of errors so far, each time it says more. */
    onError?: (told: string) => void,
  ): Promise<Ended>
  remove(): void
}

/** Who runs the commands of a project: whoever runs the tests, unless told. */
type User = { uid?: number; gid?: number }

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
  'next.config.js',
]
const category = '- slug: insight\n  name: Insight\n  description: What changes.\n  hue: blue\n'

/** The code of this project beside posts of its own, in a folder whose `.cache` and `out` belong to nobody else. */
export function newProject(user: User = {}): Project {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'project-')))
  if (user.uid !== undefined) chmodSync(folder, 0o777)
  for (const name of shared) symlinkSync(path.resolve(name), path.join(folder, name))
  mkdirSync(path.join(folder, 'posts'))
  const write = (name: string, text: string | Buffer) => writeFileSync(path.join(folder, name), text)
  write('posts/_site.yml', settingsFile)
  write('posts/_categories.yml', category)
  write('posts/_about.md', 'We write.\n')
  return {
    folder,
    write,
    run: (command, words = [], environment = {}, onError = () => {}) =>
      run(folder, user, { command, words, environment, onError }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * Someone to whom a file can be closed. Root may read every file, so a project of root's is run by nobody; undefined where
 * nobody may not even read the code.
 */
export function ordinaryUser(): User | undefined {
  if (process.geteuid?.() !== 0) return {}
  const nobody = { uid: 65_534, gid: 65_534 }
  const reads = `
    fs.accessSync(os.tmpdir(), fs.constants.X_OK)
    for (const file of ['cli/check.ts', 'lib/markdown/worker/render-worker.ts', require.resolve('esbuild')]) fs.readFileSync(file)`
  const env = { ...process.env, NODE_OPTIONS: '' }
  return spawnSync(process.execPath, ['--eval', reads], { ...nobody, env }).status === 0 ? nobody : undefined
}

type Run = {
  command: string
  words: string[]
  environment: Record<string, string>
  onError(told: string): void
}

async function run(folder: string, user: User, { command, words, environment, onError }: Run): Promise<Ended> {
  const child = spawn(process.execPath, ['cli/run.mjs', command, ...words], {
    ...user,
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', SITE_NOW: '2024-06-01T12:00:00Z', ...environment },
  })
  const ended = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    ended.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    ended.err += text
    onError(ended.err)
  })
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  return { code, ...ended }
}
