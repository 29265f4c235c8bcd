import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import path from 'node:path'
import type { Inputs } from '@/lib/fingerprint/inputs'
import { inEmptyFolder } from '../publish/folder'

const { write } = inEmptyFolder()

const environment = { ...process.env }
afterEach(() => {
  process.env = { ...environment }
})
beforeEach(() => {
  process.env.SITE_NOW = '2026-04-17T08:00:00Z'
  write('posts/a.md', 'one')
  write('posts/pictures/a.png', 'pixels')
  write('public/robots.txt', 'all')
  write('public/deep/file.txt', 'all')
  mkdirSync('public/empty')
  write('beside/own.txt', '')
  symlinkSync('deep', 'public/linked')
  age()
})

/** As the next process sees them. */
async function inputs(fingerprint = 'code'): Promise<Inputs> {
  jest.resetModules()
  return (await import('@/lib/fingerprint/inputs')).readInputs(fingerprint)
}

const digest = async (fingerprint?: string) => (await inputs(fingerprint)).digest

function relink(target: string): void {
  rmSync('public/linked')
  symlinkSync(target, 'public/linked')
}

const long = new Date('2026-01-01T00:00:00Z')
/** Makes every file as old as the others; only the time at which that was done is young. */
function age(): void {
  for (const name of readdirSync('.', { recursive: true, encoding: 'utf8' })) utimesSync(name, long, long)
}

describe('what a build is given is another', () => {
  test.each<[string, () => void]>([
    ['an edit', () => void write('posts/a.md', 'longer')],
    ['an edit that keeps the size', () => void write('posts/a.md', 'two')],
    [
      'an edit that keeps size and time',
      () => {
        write('posts/a.md', 'two')
        utimesSync('posts/a.md', long, long)
      },
    ],
    [
      'a file put in the place of another, of the same size and time',
      () => {
        write('elsewhere.md', 'two')
        utimesSync('elsewhere.md', long, long)
        renameSync('elsewhere.md', 'posts/a.md')
      },
    ],
    ['another name', () => renameSync('posts/a.md', 'posts/b.md')],
    ['a file of configuration', () => void write('posts/_authors.yml', '')],
    ['a new post', () => void write('posts/b.md', 'two')],
    ['a new picture', () => void write('posts/pictures/b.png', 'pixels')],
    ['another picture', () => void write('posts/pictures/a.png', 'piksel')],
    ['a post less', () => rmSync('posts/a.md')],
    ['a file in public/', () => void write('public/deep/down/a.txt', '')],
    ['another file in public/', () => void write('public/robots.txt', 'nil')],
    ['leave to read', () => chmodSync('posts/a.md', 0o600)],
    ['leave to read a file in public/', () => chmodSync('public/robots.txt', 0o600)],
    ['leave to run a file in public/', () => chmodSync('public/robots.txt', 0o755)],
    ['another file behind a link in public/', () => void write('public/deep/file.txt', 'nil')],
    ['a file more behind a link in public/', () => void write('public/deep/more.txt', '')],
    ['a link in public/ that leads elsewhere', () => relink('empty')],
    ['a link in public/ that leads to nothing', () => relink('none')],
    ['a link in public/ that leads out of it', () => relink('../beside')],
    ['a link', () => symlinkSync('a.md', 'posts/b.md')],
    ['no posts at all', () => rmSync('posts', { recursive: true })],
    [
      'the next day',
      () => {
        process.env.SITE_NOW = '2026-04-18T08:00:00Z'
      },
    ],
    [
      'the next day where the site is at home, though not yet in UTC',
      () => {
        process.env.SITE_NOW = '2026-04-17T23:30:00Z'
      },
    ],
  ])('with %s', async (_, change) => {
    const before = await digest()
    // The disk may tell times apart by no less.
    await new Promise((done) => setTimeout(done, 20))
    change()
    expect(await digest()).not.toBe(before)
  })

  it('with other code', async () => {
    expect(await digest('other code')).not.toBe(await digest('code'))
  })

  it('with posts elsewhere, and with the files that stand in where those have none', async () => {
    const before = await digest()
    write('elsewhere/a.md', 'one')
    process.env.POSTS_DIR = 'elsewhere'
    const moved = await digest()
    expect(moved).not.toBe(before)
    write('posts/_categories.yml', '')
    expect(await digest()).not.toBe(moved)
  })
})

describe('what a build is given is the same', () => {
  test.each<[string, () => void]>([
    ['nothing at all', () => {}],
    [
      'another hour of the day',
      () => {
        process.env.SITE_NOW = '2026-04-17T20:00:00Z'
      },
    ],
    ['a file elsewhere', () => void write('notes.md', 'new')],
    [
      'what builds make',
      () => {
        write('.cache/posts.json', '{}')
        write('.releases/1/index.html', 'front')
      },
    ],
    ['an empty folder', () => mkdirSync('posts/drafts')],
    ['the lock of an editor in public/', () => symlinkSync('me@host.1:2', 'public/.#robots.txt')],
    ['what a system leaves in public/', () => void write('public/.DS_Store', '')],
  ])('with %s', async (_, change) => {
    const before = await digest()
    change()
    expect(await digest()).toBe(before)
  })

  it('where nothing is there to be read', async () => {
    for (const folder of ['posts', 'public']) rmSync(folder, { recursive: true })
    expect(await digest()).toBe(await digest())
  })
})

describe('what a build is given is settled', () => {
  // Just so late that the files there are have been left alone long enough, and what comes now has not.
  beforeEach(async () => {
    const settled = statSync('public/robots.txt').ctimeMs + 55
    await new Promise((done) => setTimeout(done, 60))
    later(settled)
    expect((await inputs()).isSettled).toBe(true)
  })
  afterEach(() => jest.restoreAllMocks())

  /** Sets the disk's clock. */
  const later = (instant: number) => jest.spyOn(Date, 'now').mockReturnValue(instant)

  test.each<[string, () => void]>([
    ['has just been written', () => void write('posts/b.md', '')],
    ['has just been written over', () => void write('posts/a.md', 'two')],
    ['in public/ has just been written', () => void write('public/deep/b.txt', '')],
    [
      'has just been put there with an old time',
      () => {
        write('posts/b.md', '')
        utimesSync('posts/b.md', long, long)
      },
    ],
  ])('not when one %s', async (_, change) => {
    change()
    expect((await inputs()).isSettled).toBe(false)
    later(Date.now() + 10_000)
    expect((await inputs()).isSettled).toBe(true)
  })

  it('not when one is dated in the future', async () => {
    const future = new Date(Date.now() + 60_000)
    utimesSync('posts/a.md', future, future)
    later(Date.now() + 10_000)
    expect((await inputs()).isSettled).toBe(false)
  })

  it('never when a post is a link, of whose end nothing is known', async () => {
    symlinkSync(path.resolve('posts/a.md'), 'posts/b.md')
    later(Date.now() + 1_000_000)
    expect((await inputs()).isSettled).toBe(false)
  })

  it('as soon as what a link in public/ leads to is', async () => {
    write('public/deep/file.txt', 'nil')
    expect((await inputs()).isSettled).toBe(false)
    later(Date.now() + 10_000)
    expect((await inputs()).isSettled).toBe(true)
  })

  it('whatever day the site is told', async () => {
    process.env.SITE_NOW = '2020-01-01T00:00:00Z'
    expect((await inputs()).isSettled).toBe(true)
  })
})
