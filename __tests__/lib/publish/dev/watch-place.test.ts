import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { watchPlace } from '@/lib/publish/dev/watch-place'

const home = process.cwd()
let folder: string
let told: string[]
let close: () => Promise<unknown>

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'watch-')))
  process.chdir(folder)
  told = []
})
afterEach(async () => {
  await close()
  process.chdir(home)
  rmSync(folder, { recursive: true, force: true })
})

async function watching(place: string): Promise<void> {
  const watcher = watchPlace(place, {
    onChange: (file) => told.push(file),
    onError: (error) => told.push(error.message),
  })
  close = watcher.close
  await watcher.ready
}

async function hears(file: string): Promise<void> {
  while (!told.includes(file)) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('a place that is not there yet', () => {
  it('is told of when it appears, and nothing beside it is', async () => {
    mkdirSync('packages')
    symlinkSync('packages', 'node_modules')
    await watching('.env.local')
    mkdirSync('.next')
    writeFileSync('other.txt', 'words')
    writeFileSync('.env.local', 'A=1\n')
    await hears('.env.local')
    writeFileSync('other.txt', 'more words')
    writeFileSync('.env.local', 'A=2\n')
    rmSync('.env.local')
    await hears('.env.local')
    expect([...new Set(told)]).toEqual(['.env.local'])
  })

  it('may be a folder in a folder that is not there either', async () => {
    await watching('content/posts')
    mkdirSync('content/posts', { recursive: true })
    mkdirSync('content/others')
    writeFileSync('content/others/a.md', 'words')
    await hears('content/posts')
    writeFileSync('content/posts/a.md', 'words')
    await hears('content/posts/a.md')
    expect(told.filter((file) => !file.startsWith('content/posts'))).toEqual([])
  })
})

it('what editors keep beside a file is none of its changes', async () => {
  mkdirSync('posts')
  await watching('posts')
  writeFileSync('posts/.#a.md', '')
  writeFileSync('posts/a.md~', '')
  writeFileSync('posts/a.md', 'words')
  await hears('posts/a.md')
  expect([...new Set(told)]).toEqual(['posts/a.md'])
})
