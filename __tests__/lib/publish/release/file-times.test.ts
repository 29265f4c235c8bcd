import { once } from 'node:events'
import { linkSync, mkdirSync, readlinkSync, statSync, symlinkSync, unlinkSync, utimesSync } from 'node:fs'
import { inEmptyFolder } from '../folder'
import { textsIn } from '../some-release'
import { datedReleases, type Files } from './dated-releases'
import { keepingBrowser, plainServer } from './plain-server'

const { write } = inEmptyFolder()
const long = (word: string) => `${word} `.repeat(1000)

const first: Files = {
  '/index.html': 'front 1',
  '/a/index.html': 'a 1',
  '/b/index.html': long('b 1'),
  '/feed.xml': 'feed 1',
}
/** Each is as long as the one before, and one page comes back. */
const sites: Files[] = [
  first,
  { ...first, '/index.html': 'front 2', '/b/index.html': long('b 2') },
  { ...first, '/index.html': 'front 3', '/b/index.html': long('b 2'), '/c/index.html': 'c 1' },
  { ...first, '/b/index.html': long('b 1'), '/feed.xml': 'feed 2' },
  { ...first, '/index.html': 'front 2', '/a/index.html': 'a 2', '/c/index.html': 'c 2' },
  first,
]

type Seen = { text: string; time: number }

/** Every file that is served, with its time. */
const served = (): Record<string, Seen> =>
  Object.fromEntries(
    Object.entries(textsIn(readlinkSync('out'))).map(([file, text]) => {
      return [file, { text, time: statSync(`out${file}`).mtimeMs }]
    }),
  )

const ways = ['full', 'partial', 'in turns'] as const

/** Holds two of them against each other, given the last time of every file that was ever served. */
function expectGrowth(before: Record<string, Seen>, last: Map<string, number>): Record<string, Seen> {
  const now = served()
  for (const [file, { text, time }] of Object.entries(now)) {
    expect(time % 1000).toBe(0)
    if (before[file]?.text === text) expect({ file, time }).toEqual({ file, time: before[file].time })
    else expect({ file, isLater: time > (last.get(file) ?? 0) }).toEqual({ file, isLater: true })
    last.set(file, time)
  }
  return now
}

describe.each([false, true])('the times of files (compressed: %s)', (compress) => {
  test.each(ways)(
    'grow with every change, though it is of the same second, and with nothing else (%s)',
    async (way) => {
      const releases = datedReleases(write, { compress })
      const last = new Map<string, number>()
      let before: Record<string, Seen> = {}
      for (const [index, site] of sites.entries()) {
        const isFull = index === 0 || way === 'full' || (way === 'in turns' && index % 2 === 1)
        await (isFull ? releases.full(site) : releases.partial(site))
        before = expectGrowth(before, last)
      }
      expect([...last.keys()].some((file) => file.endsWith('.gz'))).toBe(compress)
    },
  )

  it('grow where a release is published again, and where one follows that', async () => {
    const releases = datedReleases(write, { compress })
    const last = new Map<string, number>()
    const [one = first, two = first, three = first] = sites
    await releases.full(one)
    let before = expectGrowth({}, last)
    await releases.partial(two)
    before = expectGrowth(before, last)
    for (const site of [one, two, one]) {
      await releases.back(site)
      before = expectGrowth(before, last)
      expect(before['/index.html']?.text).toBe(site['/index.html'])
    }
    await releases.partial(three)
    before = expectGrowth(before, last)
    await releases.back(one)
    before = expectGrowth(before, last)
    expect(before['/index.html']?.text).toBe(one['/index.html'])
  })
})

describe('the time of a release', () => {
  const shown = () => statSync('out/index.html').mtimeMs

  it('is that of the clock', async () => {
    const started = Math.floor(Date.now() / 1000) * 1000
    await datedReleases(write).full(first)
    expect(shown()).toBeGreaterThanOrEqual(started)
    expect(shown()).toBeLessThanOrEqual(Date.now())
  })

  it('is later than the last one where the clock was set back since', async () => {
    const then = Date.now() + 24 * 60 * 60 * 1000
    write(`.releases/${then}/index.html`, 'front 0')
    utimesSync(`.releases/${then}/index.html`, then / 1000, then / 1000)
    symlinkSync(`.releases/${then}`, 'out')
    const releases = datedReleases(write)
    await releases.full(first)
    const time = shown()
    expect(time).toBeGreaterThan(then)
    await releases.partial({ ...first, '/index.html': 'front 2' })
    expect(shown()).toBeGreaterThan(time)
  })

  it('is later than the times of a folder that no build has made', async () => {
    const file = write('out/index.html', 'front 0')
    const then = Math.floor(Date.now() / 1000) + 1000.5
    utimesSync(file, then, then)
    await datedReleases(write).full(first)
    expect(shown()).toBeGreaterThan(then * 1000)
  })

  it('takes the place of a time that was made of content', async () => {
    const file = write('out/index.html', 'front 1')
    utimesSync(file, Date.UTC(2014, 7) / 1000, Date.UTC(2014, 7) / 1000)
    const started = Math.floor(Date.now() / 1000) * 1000
    await datedReleases(write).full(first)
    expect(shown()).toBeGreaterThanOrEqual(started)
  })

  it('is given to a file where a folder was, and to one in a folder where a file was', async () => {
    const releases = datedReleases(write)
    await releases.full({ '/a.x': 'file', '/b.x/index.html': 'page' })
    await releases.full({ '/a.x/index.html': 'page', '/b.x': 'file' })
    expect(Object.keys(served())).toEqual(['/a.x/index.html', '/b.x'])
  })

  it('is not given to what the published release has as the same file', async () => {
    const kept = write('.cache/cards/a.jpg', 'pixels')
    const releases = datedReleases(write)
    await releases.full({ ...first, '/cards/a.jpg': 'pixels' })
    unlinkSync('out/cards/a.jpg')
    linkSync(kept, 'out/cards/a.jpg')
    const { setFileTimes } = await import('@/lib/publish/release/file-times')
    mkdirSync('next/cards', { recursive: true })
    linkSync(kept, 'next/cards/a.jpg')
    const before = statSync(kept).mtimeMs
    setFileTimes('next', ['/cards/a.jpg'], 'out', 4_000_000_000)
    expect(statSync(kept).mtimeMs).toBe(before)
  })
})

describe('a server that knows nothing but times', () => {
  const server = plainServer()
  beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
  afterAll(() => once(server.close(), 'close'))

  test.each(ways)('never keeps an edit from a browser, nor has it keep the front page for long (%s)', async (way) => {
    const releases = datedReleases(write)
    const open = keepingBrowser(server)
    for (const [index, site] of sites.entries()) {
      const isFull = index === 0 || way === 'full' || (way === 'in turns' && index % 2 === 1)
      await (isFull ? releases.full(site) : releases.partial(site))
      for (const [file, text] of Object.entries(site)) {
        const answer = await open(file.replace(/index\.html$/, ''))
        expect({ file, text: answer.text }).toEqual({ file, text })
        expect(answer.seconds).toBeLessThan(60)
      }
    }
    await releases.back(sites.at(-2) ?? first)
    expect((await open('/')).text).toBe('front 2')
    expect((await open('/a/')).text).toBe('a 2')
  })
})
