import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { type FetchOptions, fetchPictures, type NamedPicture } from '@/lib/media/picture/fetch-pictures'
import { readLock } from '@/lib/media/picture/picture-lock'
import { wordsOf } from '@/lib/media/picture/received-picture'
import { leadsTo, type PictureServer, sends, startServer } from './picture-server'

const photograph = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
const even = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'teal' } })
const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'

let root: string
let server: PictureServer
const slow: (() => void)[] = []
/** What an address that changes its mind answers, one after the other. */
const others: Buffer[] = []

beforeAll(async () => {
  const moving = Buffer.concat([Buffer.alloc(16 * 16 * 3, 1), Buffer.alloc(16 * 16 * 3, 200)])
  const frames = sharp(moving, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
  const photo = await photograph(2000, 1000)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Nobody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .toBuffer()
  server = await startServer({
    '/Photo%20of%20a%20Valve.JPG': sends(photo, { 'content-type': 'text/html' }),
    '/drawing.png': sends(await even(800, 400).png().toBuffer()),
    '/photo.png': sends(await photograph(40, 40).png().toBuffer()),
    '/small.webp': sends(await even(30, 20).webp().toBuffer()),
    '/moving.gif': sends(await frames.gif().toBuffer()),
    '/page.jpg': sends('<!doctype html><title>Not here</title>', { 'content-type': 'image/jpeg' }),
    '/svg.png': sends(svg, { 'content-type': 'image/png' }),
    '/avif.jpg': sends(await even(16, 16).avif().toBuffer(), { 'content-type': 'image/jpeg' }),
    '/tiff.jpg': sends(await even(16, 16).tiff().toBuffer()),
    '/empty.jpg': sends(''),
    '/half.jpg': sends(photo.subarray(0, photo.length / 2)),
    '/half.png': sends((await photograph(40, 40).png().toBuffer()).subarray(0, 2000)),
    '/bomb.png': sends(hugePng(30_000, 30_000)),
    '/moved.jpg': leadsTo('/small.webp'),
    '/other.png': (response) => response.end(others.shift()),
    ...Object.fromEntries(['/1', '/2', '/3', '/4', '/5'].map((name) => [name, later])),
  })
})
afterAll(() => server.close())
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'fetch-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function later(response: Parameters<Parameters<typeof startServer>[0][string]>[0]): void {
  slow.push(() => response.writeHead(404).end())
  setTimeout(() => slow.shift()?.(), 60)
}

/** A PNG of one even colour that says how large it is: some kilobytes that unfold to gigabytes. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const crc = Buffer.alloc(4)
    crc.writeUInt32BE(crc32(body))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, body, crc])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((width / 8 + 1) * 1000))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function crc32(bytes: Buffer): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ -1) >>> 0
}

const named = (...pictures: (string | Partial<NamedPicture>)[]): NamedPicture[] =>
  pictures.map((picture) => {
    const { url = '', ...said } = typeof picture === 'string' ? { url: picture } : picture
    return { file: 'posts/a.md', ...said, url: url.startsWith('/') ? `${server.url}${url}` : url }
  })
const fetchAll = (pictures: NamedPicture[], options: FetchOptions = {}) =>
  fetchPictures(root, pictures, { reach: server.reach, ...options })
const files = () => readdirSync(root, { recursive: true }).map(String).sort()
const inFolder = (name: string) => path.join(root, '_pictures', name)
const lockText = () => readFileSync(inFolder('lock.json'), 'utf8')
const entryOf = (at: string) => readLock(root).pictures.get(`${server.url}${at}`)

describe('a picture of another site', () => {
  it('is kept upright, reduced and without a word of where it was taken, and is recorded', async () => {
    const { fetched, failed } = await fetchAll(
      named({ url: '/Photo%20of%20a%20Valve.JPG', credit: 'NASA', alt: 'A valve' }),
    )
    expect(failed).toEqual([])
    expect(fetched).toEqual([
      {
        url: `${server.url}/Photo%20of%20a%20Valve.JPG`,
        file: expect.stringMatching(/_pictures\/photo-of-a-valve\.\w{10}\.jpg$/),
      },
    ])
    const entry = entryOf('/Photo%20of%20a%20Valve.JPG')
    const bytes = readFileSync(inFolder(entry?.file ?? ''))
    expect(entry).toMatchObject({
      type: 'image/jpeg',
      width: 1600,
      height: 800,
      bytes: bytes.length,
      credit: 'NASA',
      alt: 'A valve',
    })
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif')
    expect(bytes.includes('Nobody')).toBe(false)
    expect(files()).toEqual(['_pictures', '_pictures/lock.json', `_pictures/${entry?.file}`])
  })

  test.each([
    ['/drawing.png', 'image/png', 800, 400, 1],
    ['/photo.png', 'image/webp', 40, 40, 1],
    ['/small.webp', 'image/webp', 30, 20, 1],
    ['/moving.gif', 'image/webp', 16, 16, 2],
    ['/moved.jpg', 'image/webp', 30, 20, 1],
  ])('at %s becomes %s of %i × %i pixels in %i frames', async (at, type, width, height, frames) => {
    expect((await fetchAll(named(at))).failed).toEqual([])
    expect(entryOf(at)).toMatchObject({ type, width, height })
    const { pages = 1 } = await sharp(inFolder(entryOf(at)?.file ?? '')).metadata()
    expect(pages).toBe(frames)
  })

  test.each([
    ['/page.jpg', /is a web page; only JPEG, PNG, WebP and GIF are taken/],
    ['/svg.png', /is an SVG drawing/],
    ['/avif.jpg', /is an AVIF or HEIC file/],
    ['/tiff.jpg', /is a TIFF file/],
    ['/empty.jpg', /is empty/],
    ['/half.jpg', /may be damaged, or cut off/],
    ['/half.png', /may be damaged, or cut off/],
    ['/bomb.png', /more than 50 million pixels/],
    ['/gone.jpg', /is not there any more \(404\)/],
    ['https://10.0.0.1/a.png', /no public address/],
  ])('at %s is refused in words, and nothing is written', async (at, words) => {
    const { fetched, failed } = await fetchAll(named({ url: at, file: 'posts/b.md' }))
    expect(fetched).toEqual([])
    expect(failed).toEqual([
      { url: expect.stringContaining(at), post: 'posts/b.md', reason: expect.stringMatching(words) },
    ])
    expect(files()).toEqual([])
  })

  test.each([
    ['/valve.jpg', 'valve'],
    ['/', 'picture'],
    ['/..%2f..%2fetc%2fpasswd', 'etc-passwd'],
    ['/%00.png', 'picture'],
    ['/CON.png', 'picture'],
    ['/Żółw 東京.png', 'w'],
    [`/${'a'.repeat(300)}.png`, 'a'.repeat(40)],
    ['/a?b=/../c.png', 'a'],
  ])('at %j is called "%s" on the disk', (at, words) => {
    expect(wordsOf(new URL(at, 'https://x.example').href)).toBe(words)
  })
})

describe('a second run', () => {
  it('asks nobody for what is here, and again for what was changed or lost', async () => {
    await fetchAll(named('/small.webp', '/drawing.png'))
    const before = lockText()
    const file = inFolder(entryOf('/small.webp')?.file ?? '')
    server.asked.length = 0
    expect(await fetchAll(named('/small.webp#wide', '/drawing.png'))).toMatchObject({ fetched: [], failed: [] })
    expect(server.asked).toEqual([])
    writeFileSync(file, Buffer.alloc(readFileSync(file).length))
    rmSync(inFolder(entryOf('/drawing.png')?.file ?? ''))
    expect((await fetchAll(named('/small.webp', '/drawing.png'))).fetched).toHaveLength(2)
    expect(lockText()).toBe(before)
  })

  it('fetches again what it is told to, and keeps the old picture where that fails', async () => {
    const { fetched } = await fetchAll(named('/moved.jpg'))
    const kept = files()
    const again = [`${server.url}/moved.jpg`]
    expect((await fetchAll(named('/moved.jpg'), { again })).fetched).toEqual(fetched)
    const nobody = { ...server.reach, isAllowed: () => false }
    expect((await fetchAll(named('/moved.jpg'), { again, reach: nobody })).failed).toHaveLength(1)
    expect(files()).toEqual(kept)
  })

  it('keeps one file of a picture that has changed', async () => {
    for (const width of [10, 20]) others.push(await even(width, 10).png().toBuffer())
    await fetchAll(named('/other.png'))
    await fetchAll(named('/other.png'), { again: [`${server.url}/other.png`] })
    expect(entryOf('/other.png')).toMatchObject({ width: 20 })
    expect(files()).toEqual(['_pictures', '_pictures/lock.json', `_pictures/${entryOf('/other.png')?.file}`])
  })

  it('goes on where one was cut off, and clears what that left behind', async () => {
    await fetchAll(named('/small.webp'))
    const whole = files()
    writeFileSync(inFolder('small.0123456789.webp.4711-0'), 'half')
    writeFileSync(inFolder('lock.json.4711-1'), '{')
    rmSync(inFolder('lock.json'))
    await fetchAll(named('/small.webp'))
    expect(files()).toEqual(whole)
  })

  it('follows what posts say of a picture', async () => {
    await fetchAll(named({ url: '/small.webp', credit: 'NASA' }))
    await fetchAll(
      named({ url: '/small.webp', alt: 'A tap', file: 'posts/b.md' }, { url: '/small.webp', alt: 'A lamp' }),
    )
    expect(entryOf('/small.webp')).toMatchObject({ alt: 'A lamp' })
    expect(entryOf('/small.webp')).not.toHaveProperty('credit')
  })

  it('takes out what no post names when it is told to, but no file that a post shows by its name', async () => {
    await fetchAll(named('/small.webp', '/drawing.png', '/photo.png'))
    const shown = entryOf('/drawing.png')?.file
    const gone = entryOf('/photo.png')?.file
    writeFileSync(inFolder('own.png'), 'mine')
    const left = named('/small.webp', `./_pictures/${shown}`)
    expect(await fetchAll(left)).toMatchObject({ unnamed: [expect.any(String), expect.any(String)], removed: [] })
    const { unnamed, removed } = await fetchAll(left, { prune: true })
    expect(unnamed).toEqual([])
    expect(removed).toEqual([expect.stringContaining(gone ?? '')])
    expect([...readLock(root).pictures.keys()]).toEqual([`${server.url}/small.webp`])
    expect(files()).toContain(`_pictures/${shown}`)
    expect(files()).toContain('_pictures/own.png')
  })
})

it('asks one host for two pictures at a time, and goes on after each that fails', async () => {
  const told: string[] = []
  const onProgress = (done: number, total: number) => told.push(`${done}/${total}`)
  const { failed } = await fetchAll(named('/1', '/2', '/3', '/4', '/5'), { onProgress })
  expect(failed).toHaveLength(5)
  expect(server.mostAtOnce()).toBe(2)
  expect(told).toEqual(['0/5', '1/5', '2/5', '3/5', '4/5', '5/5'])
})

describe('the record', () => {
  it('has one entry an address, sorted, and no word of when', async () => {
    await fetchAll(named('/small.webp', '/drawing.png'))
    const text = lockText()
    const [first, second] = ['/drawing.png', '/small.webp'].map((at) =>
      text.indexOf(`"${server.url}${at}": {\n    "file"`),
    )
    expect(first).toBeGreaterThan(0)
    expect(second).toBeGreaterThan(first ?? 0)
    expect(text.endsWith('}\n')).toBe(true)
    expect(Object.keys(JSON.parse(text)[`${server.url}/small.webp`])).toEqual(
      'file type width height bytes hash'.split(' '),
    )
  })

  it('is not written over while it is damaged, nor through a link', async () => {
    mkdirSync(path.join(root, '_pictures'))
    writeFileSync(inFolder('lock.json'), '<<<<<<< HEAD\n{}\n')
    await expect(fetchAll(named('/small.webp'))).rejects.toThrow(/lock\.json is damaged.*npm run check/)
    expect(files()).toEqual(['_pictures', '_pictures/lock.json'])
    rmSync(path.join(root, '_pictures'), { recursive: true })
    mkdirSync(path.join(root, 'elsewhere'))
    symlinkSync(path.join(root, 'elsewhere'), path.join(root, '_pictures'))
    await expect(fetchAll(named('/small.webp'))).rejects.toThrow(/_pictures is no folder/)
    expect(readdirSync(path.join(root, 'elsewhere'))).toEqual([])
  })
})
