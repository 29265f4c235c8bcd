import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import type { Built } from '@/lib/publish/build/build-context'
import { inEmptyFolder } from '../folder'
import { finished } from '../some-release'

const { write } = inEmptyFolder()

const built: Built = {
  report: 'posts/a.md:2:8: It is long.\n1 warning in 1 file.',
  withheld: [{ file: 'posts/b.md', slug: 'b', title: 'B', aliases: [], reason: 'scheduled', due: '2030-01-01' }],
  published: { articles: 1, pages: 12, rendered: 12 },
}
const files = { '/index.html': 'front', '/a/index.html': 'a', '/assets/a.js': 'script' }
const inputs = { digest: 'inputs', isSettled: true }

async function publish(name: string): Promise<void> {
  await finished(name, existsSync(`.releases/${name}`) ? {} : files)
  rmSync('out', { force: true })
  symlinkSync(`.releases/${name}`, 'out')
}

beforeEach(async () => {
  mkdirSync('.cache')
  await publish('1')
})

/** What is remembered in another process. */
async function remembered(given = inputs) {
  jest.resetModules()
  return (await import('@/lib/publish/build/build-cache')).cachedBuild(given)
}

async function note(what = built, given = inputs) {
  const { releaseStats } = await import('@/lib/publish/release/release-stats')
  const stats = releaseStats('out', existsSync('out') ? Object.keys(files) : [])
  await (await import('@/lib/publish/build/build-cache')).cacheBuild(
    given,
    what.published ? { ...what, published: { ...what.published, stats } } : what,
  )
}

describe('the last build', () => {
  it('is told again as it was, but that nothing is rendered now', async () => {
    await note()
    expect(await remembered()).toEqual({ ...built, published: { articles: 1, pages: 12, rendered: 0 } })
  })

  it('is told again as often as it is asked for', async () => {
    await note()
    const first = await remembered()
    expect(await remembered()).toEqual(first)
  })

  it('leaves one file behind', async () => {
    await note()
    expect(readdirSync('.cache')).toEqual(['last-build.json'])
  })

  it('is not told of one that was given something else', async () => {
    await note()
    expect(await remembered({ ...inputs, digest: 'others' })).toBeUndefined()
  })

  test.each<[string, () => unknown]>([
    ['another release has been published since', () => publish('2')],
    ['out/ points nowhere', () => rmSync('.releases/1', { recursive: true })],
    ['out/ is gone', () => rmSync('out')],
    [
      'out/ is a folder',
      () => {
        rmSync('out')
        mkdirSync('out')
      },
    ],
    [
      'out/ leads elsewhere, to a folder of the same name',
      () => {
        mkdirSync('elsewhere/1', { recursive: true })
        rmSync('out')
        symlinkSync('elsewhere/1', 'out')
      },
    ],
    ['what is known of the release is gone', () => rmSync('.releases/1.json')],
    ['a page is gone', () => rmSync('out/a/index.html')],
    ['a page is empty', () => truncateSync('out/a/index.html')],
    ['an asset is another', () => appendFileSync('out/assets/a.js', ' ')],
    [
      'a folder stands in place of a page',
      () => {
        rmSync('out/index.html')
        mkdirSync('out/index.html')
      },
    ],
    ['what was noted is damaged', () => void write('.cache/last-build.json', '{"inputs":"inp')],
    ['what was noted is gone', () => rmSync('.cache/last-build.json')],
    ['what was noted is nothing', () => void write('.cache/last-build.json', 'null')],
    ['what was noted is a list', () => void write('.cache/last-build.json', '[]')],
    ['what was noted is of another shape', () => void write('.cache/last-build.json', '{"inputs":"inputs"}')],
  ])('is not known when %s', async (_, change) => {
    await note()
    expect(await remembered()).toBeDefined()
    await change()
    expect(await remembered()).toBeUndefined()
  })

  it('is known again when out/ has gone back to its release', async () => {
    await note()
    await publish('2')
    await publish('1')
    expect(await remembered()).toBeDefined()
  })

  const { published: _, ...failed } = built
  test.each<[string, Built, typeof inputs, () => void]>([
    ['published nothing', failed, inputs, () => {}],
    ['read what could still change unseen', built, { ...inputs, isSettled: false }, () => {}],
    ['left nothing published', built, inputs, () => rmSync('out')],
  ])('is forgotten after one that %s', async (_, what, given, change) => {
    await note()
    change()
    await note(what, given)
    expect(existsSync('.cache/last-build.json')).toBe(false)
    if (!existsSync('out')) await publish('1')
    expect(await remembered()).toBeUndefined()
  })
})
