import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'yaml'

type Job = { steps: { run?: string; env?: Record<string, string> }[]; permissions?: Record<string, string> }

const { jobs } = parse(readFileSync('.github/workflows/publish.yml', 'utf8')) as { jobs: Record<string, Job> }
const steps = jobs.addresses?.steps ?? []
const { run: script = '', env } = steps.find(({ run }) => run?.includes('git commit')) ?? {}

let folder: string
let clone: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'workflow-'))
  clone = path.join(folder, 'clone')
  mkdirSync(path.join(folder, 'temp'))
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', path.join(folder, 'origin')])
  pushed('first', { '.gitattributes': readFileSync('.gitattributes', 'utf8'), 'posts/_addresses.txt': '/a/\n/c/\n' })
  git(folder, 'clone', '--quiet', 'origin', 'clone')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const git = (at: string, ...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    cwd: at,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

/** What somebody else pushes. */
function pushed(name: string, files: Record<string, string>): void {
  git(folder, 'clone', '--quiet', 'origin', name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name, file)), { recursive: true })
    writeFileSync(path.join(folder, name, file), text)
  }
  git(path.join(folder, name), 'add', '.')
  git(path.join(folder, name), 'commit', '--quiet', '--message', name)
  git(path.join(folder, name), 'push', '--quiet', 'origin', 'HEAD:main')
}

function keep(published: string) {
  writeFileSync(path.join(folder, 'temp', '_addresses.txt'), published)
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
    cwd: clone,
    env: { ...process.env, ...env, RUNNER_TEMP: path.join(folder, 'temp') },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr, kept: git(folder, '--git-dir=origin', 'show', 'main:posts/_addresses.txt') }
}

describe('the job that keeps published addresses', () => {
  it('may write, and no other may', () => {
    const writers = Object.entries(jobs).filter(([, { permissions }]) => permissions?.contents === 'write')
    expect(writers.map(([name]) => name)).toEqual(['addresses'])
  })

  it('commits the one file, with every line of both', () => {
    writeFileSync(path.join(clone, 'posts', 'a.md'), 'Not this.')
    expect(keep('/b/\n/c/\n')).toMatchObject({ status: 0, kept: '/a/\n/b/\n/c/\n' })
    expect(git(clone, 'show', '--name-only', '--format=%s', 'HEAD').trim().split(/\n+/)).toEqual([
      'Keep the addresses that were published',
      'posts/_addresses.txt',
    ])
  })

  it('commits nothing where nothing is new', () => {
    const before = git(folder, '--git-dir=origin', 'rev-parse', 'main')
    expect(keep('/a/\n')).toMatchObject({ status: 0, kept: '/a/\n/c/\n' })
    expect(git(folder, '--git-dir=origin', 'rev-parse', 'main')).toBe(before)
  })

  it('keeps what another has pushed meanwhile', () => {
    pushed('other', { 'posts/_addresses.txt': '/a/\n/b2/\n/c/\n' })
    const { status, kept } = keep('/b1/\n')
    expect(status).toBe(0)
    expect(kept.trim().split('\n').sort()).toEqual(['/a/', '/b1/', '/b2/', '/c/'])
  })

  it('makes the file where there is none', () => {
    rmSync(path.join(clone, 'posts'), { recursive: true })
    mkdirSync(path.join(clone, 'posts'))
    git(clone, 'commit', '--quiet', '--all', '--message', 'None')
    git(clone, 'push', '--quiet')
    expect(keep('/b/\n')).toMatchObject({ status: 0, kept: '/b/\n' })
  })

  it('says what to do where it may not push', () => {
    const hook = path.join(folder, 'origin', 'hooks', 'pre-receive')
    mkdirSync(path.dirname(hook), { recursive: true })
    writeFileSync(hook, '#!/bin/sh\nexit 1\n')
    chmodSync(hook, 0o755)
    expect(keep('/b/\n')).toMatchObject({
      status: 0,
      said: expect.stringContaining('::warning file=posts/_addresses.txt::'),
      kept: '/a/\n/c/\n',
    })
  })
})
