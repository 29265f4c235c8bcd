import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

const run = promisify(execFile)
const folder = path.resolve('.cache/e2e/own-magazine')
const hour = 3_600_000

/** Runs a program there as somebody would who knows nothing of this run. Throws with all that it said when it fails. */
async function there(program: string, words: string[]): Promise<string> {
  const foreign = /^(?:SITE_|POSTS_DIR|E2E_|NODE_OPTIONS|TEST_|PW_|PLAYWRIGHT_|npm_|FORCE_COLOR|DEBUG_COLORS)/
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
  const options = { cwd: folder, env: own as NodeJS.ProcessEnv, maxBuffer: 2 ** 30 }
  return run(program, words, options).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }) => {
      throw new Error(`${[program, ...words].join(' ')} failed:\n${stdout}\n${stderr}`)
    },
  )
}

const git = (...words: string[]) =>
  there('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@nordlicht.example', ...words])
const commit = async (what: string, message: string) => {
  await git('add', '--all', what)
  await git('commit', '--quiet', '--message', message)
}

test('a magazine of somebody else passes every test: another name, address, language, zone and one post', async () => {
  test.setTimeout(2 * hour)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const made = ['.git', '.cache', '.next', '.releases', 'out', 'node_modules', 'tsconfig.tsbuildinfo']
  for (const name of await readdir('.'))
    if (!made.includes(name)) await cp(name, path.join(folder, name), { recursive: true })
  await git('init', '--quiet')
  await commit('.', 'Ours')
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  const answers = [
    ...['--name', 'Nordlicht', '--language', 'de', '--zone', 'Europe/Berlin', '--url', 'https://nordlicht.example'],
    ...['--categories', 'Küste, Meer', '--author', 'Ada Öz'],
  ]
  await there('node', ['cli/run.mjs', 'new', '--magazine', ...answers])
  await commit('posts', 'Theirs')
  expect((await readdir(path.join(folder, 'posts'))).filter((name) => /^[^_].*\.md$/.test(name))).toHaveLength(1)
  await there('npx', ['next', 'typegen'])
  await there('npx', ['jest', '--silent'])
  await there('node', ['cli/run.mjs', 'build'])
  await there('npx', ['playwright', 'test', '--project=browser', '--reporter=line'])
})
