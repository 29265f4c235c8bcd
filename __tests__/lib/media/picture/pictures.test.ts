import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { createLocks } from '@/lib/media/picture/picture-locks'
import { createPictures, type Picture, type PictureOptions } from '@/lib/media/picture/pictures'
import { readPublicFolder } from '@/lib/public-folder'

const home = process.cwd()
let root: string
const inPosts = (name: string) => path.join(root, 'posts', name)
const inPublic = (name: string) => path.join(root, 'public', name)
const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'red' } })
const noise = (width: number, height: number, sigma = 30) =>
  sharp({ create: { width, height, channels: 3, background: 'red', noise: { type: 'gaussian', mean: 128, sigma } } })
const pictures = (options: Partial<PictureOptions> = {}) =>
  createPictures(path.join(root, 'posts'), { publicFolder: readPublicFolder(path.join(root, 'public')), ...options })

/** A picture that has not to be fetched. */
async function shown(url: string, some = pictures()): Promise<Picture> {
  const found = await some.find(url)
  if (!found) throw new Error(`${url} is not fetched`)
  return found
}

beforeEach(async () => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'pictures-')))
  process.chdir(root)
  writeFileSync('package-lock.json', '{}')
  mkdirSync(inPosts('_pictures'), { recursive: true })
  mkdirSync(inPublic('shots'), { recursive: true })
  await blank(4, 3).png().toFile(inPosts('_pictures/A Valve.png'))
  await blank(4, 3).png().toFile(inPosts('50%.png'))
  await blank(8, 2).jpeg().withMetadata({ orientation: 6 }).toFile(inPosts('turned.jpg'))
  await blank(5, 5).webp().toFile(inPublic('shots/lamp.webp'))
  await blank(5, 5).webp().toFile(inPosts('really-webp.png'))
  await blank(1, 1).png().toFile(path.join(root, 'outside.png'))
  writeFileSync(inPosts('text.png'), 'no picture')
  writeFileSync(inPosts('drawing.png'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  writeFileSync(inPosts('half.jpg'), (await noise(60, 60).jpeg().toBuffer()).subarray(0, 900))
  symlinkSync(path.join(root, 'outside.png'), inPosts('link.png'))
  symlinkSync(root, inPosts('up'))
})
afterEach(() => {
  process.chdir(home)
  rmSync(root, { recursive: true, force: true })
})

/** Makes what was asked for, and returns each file by its published name. */
async function made(some: ReturnType<typeof pictures>): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const { src, file, make } of some.published()) {
    await make?.()
    files.set(src, readFileSync(file))
  }
  return files
}

describe('a picture', () => {
  test.each([
    ['./_pictures/A%20Valve.png', /^\/pictures\/a-valve-4\.[0-9a-f]{10}\.webp$/, 4, 3],
    ['./_pictures/A Valve.png', /^\/pictures\/a-valve-4\.[0-9a-f]{10}\.webp$/, 4, 3],
    ['./50%.png', /^\/pictures\/50--4\.[0-9a-f]{10}\.webp$/, 4, 3],
    ['./turned.jpg', /^\/pictures\/turned-2\.[0-9a-f]{10}\.webp$/, 2, 8],
    ['./really-webp.png', /^\/pictures\/really-webp-5\.[0-9a-f]{10}\.webp$/, 5, 5],
    ['/shots/lamp.webp', /^\/pictures\/lamp-5\.[0-9a-f]{10}\.webp$/, 5, 5],
  ])('at %s is shown with its size as a reader sees it', async (url, src, width, height) => {
    expect(await pictures().find(url)).toMatchObject({ src: expect.stringMatching(src), width, height })
  })

  test.each([
    ['./none.png', /no picture at this place/],
    ['/none.png', /no picture at this place/],
    ['./text.png', /not a picture/],
    ['./drawing.png', /not a picture/],
    ['./half.jpg', /damaged, or cut off/],
    ['./notes.txt', /ends in/],
    ['./drawing.svg', /ends in/],
    ['./link.png', /no picture at this place/],
    ['./up/outside.png', /no picture at this place/],
    ['../outside.png', /no picture at this place/],
    ['./..%2foutside.png', /no picture at this place/],
    ['/../outside.png', /no picture at this place/],
    ['./%E0%A4%A.png', /no picture at this place/],
    ['./a\0.png', /./],
  ])('at %j is refused, with the reason', async (url, message) => {
    const some = pictures()
    await expect(some.find(url)).rejects.toThrow(message)
    expect(some.published()).toEqual([])
  })

  it('changes its address with its content, and is never made of other content', async () => {
    const some = pictures()
    const [first] = await Promise.all([shown('./50%.png', some), shown('./50%.png', some)])
    await blank(4, 4).png().toFile(inPosts('50%.png'))
    expect((await shown('./50%.png')).src).not.toBe(first.src)
    await expect(made(some)).rejects.toThrow(/50%\.png was changed/)
  })

  it('can be made and published however long its name is', async () => {
    const name = 'a'.repeat(250)
    await blank(4, 3)
      .png()
      .toFile(inPosts(`${name}.png`))
    const some = pictures()
    await some.find(`./${name}.png`)
    await some.whole(`./${name}.png`)
    expect((await made(some)).size).toBe(3)
  })

  it('stays as it is while it moves', async () => {
    const bytes = Buffer.alloc(2 * 16 * 16 * 3, 9).fill(200, 0, 16 * 16 * 3)
    const frames = sharp(bytes, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
    await frames.gif().toFile(inPosts('moving.gif'))
    const some = pictures()
    const { src, ...size } = await shown('./moving.gif', some)
    expect(size).toEqual({ width: 16, height: 16 })
    expect(await made(some)).toEqual(new Map([[src, readFileSync(inPosts('moving.gif'))]]))
  })
})

describe('the files of a picture', () => {
  test.each([
    [200, [200]],
    [390, [390]],
    [400, [320, 400]],
    [1000, [320, 640, 1000]],
    [1600, [320, 640, 960, 1280, 1600]],
    [4000, [320, 640, 960, 1280, 1600]],
  ])('of %i pixels have the widths %j, and never more than it has', async (width, widths) => {
    await blank(width, Math.round(width / 2))
      .png()
      .toFile(inPosts('wide.png'))
    const found = await shown('./wide.png')
    expect(found.avif?.map((one) => one.width)).toEqual(widths)
    expect(found.webp?.map((one) => one.width)).toEqual(widths)
    expect(found).toMatchObject({ width: Math.min(width, 1600), height: Math.min(width, 1600) / 2 })
  })

  it('are what their names say, upright, in sRGB, and know nothing of where they were taken', async () => {
    await sharp({ create: { width: 400, height: 700, channels: 3, background: { r: 0, g: 255, b: 0 } } })
      .withExif({ IFD0: { Copyright: 'Nobody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .jpeg()
      .toFile(inPosts('photo.jpg'))
    const some = pictures()
    const { avif = [], webp = [] } = await shown('./photo.jpg', some)
    const files = await made(some)
    expect(files.size).toBe(avif.length + webp.length)
    for (const [format, candidates] of Object.entries({ heif: avif, webp })) {
      for (const { src, width } of candidates) {
        const file = files.get(src) ?? Buffer.alloc(0)
        const facts = await sharp(file).metadata()
        expect(facts).toMatchObject({ format, width, height: Math.round((width * 400) / 700), space: 'srgb' })
        for (const left of ['exif', 'icc', 'xmp', 'iptc']) expect(facts).not.toHaveProperty(left)
      }
    }
  })

  it('are smaller than the file they come from, though that was pressed hard', async () => {
    const grain = await noise(1000, 700, 60).png().toBuffer()
    await sharp(grain).blur(2).jpeg({ quality: 45, mozjpeg: true }).toFile(inPosts('hard.jpg'))
    const original = readFileSync(inPosts('hard.jpg')).length
    const some = pictures()
    await some.find('./hard.jpg')
    for (const bytes of (await made(some)).values()) expect(bytes.length).toBeLessThan(original)
  })

  it('keep the lines of a drawing sharp', async () => {
    // A red line on blue, one pixel thin: where colours are stored in half the resolution it turns violet.
    const [red, blue] = [Buffer.from([220, 0, 0]), Buffer.from([0, 0, 200])]
    const rows = Buffer.concat(
      Array.from({ length: 600 * 300 }, (_, at) => (Math.floor(at / 600) === 150 ? red : blue)),
    )
    await sharp(rows, { raw: { width: 600, height: 300, channels: 3 } })
      .png()
      .toFile(inPosts('line.png'))
    const some = pictures()
    const { avif = [], webp = [] } = await shown('./line.png', some)
    const files = await made(some)
    for (const { src } of [avif.at(-1), webp.at(-1)].flatMap((one) => one ?? [])) {
      const pixels = await sharp(files.get(src)).removeAlpha().raw().toBuffer()
      const [above, on] = [148, 150].map((y) => [...pixels.subarray((y * 600 + 300) * 3).subarray(0, 3)])
      for (const [index, value] of [0, 0, 200].entries())
        expect(Math.abs((above?.[index] ?? 0) - value)).toBeLessThan(16)
      for (const [index, value] of [220, 0, 0].entries()) expect(Math.abs((on?.[index] ?? 0) - value)).toBeLessThan(16)
    }
  })

  it('are one, in one width, where the place has one', async () => {
    await blank(900, 600).jpeg().toFile(inPosts('ada.jpg'))
    const some = pictures({ only: 320 })
    expect(await some.find('./ada.jpg')).toEqual({ src: expect.stringMatching(/ada-320\./), width: 320, height: 213 })
    expect(some.published()).toHaveLength(1)
  })

  it('are joined by the whole picture for whoever follows a link to it, without its metadata', async () => {
    await blank(2000, 20)
      .withExif({ IFD0: { Copyright: 'Nobody' } })
      .jpeg()
      .toFile(inPosts('long.jpg'))
    const some = pictures()
    const href = await some.whole('./long.jpg')
    expect(href).toMatch(/^\/pictures\/long\.[0-9a-f]{10}\.jpg$/)
    const bytes = (await made(some)).get(href ?? '')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 2000, height: 20 })
    expect(bytes?.includes('Nobody')).toBe(false)
  })
})

describe('a picture of another site', () => {
  const url = 'https://x.example/lamp.png'
  const hash = 'ab'.repeat(32)
  const entry = (changes = {}) => ({
    ...{ file: 'lamp.ababababab.png', type: 'image/png', width: 4, height: 3, bytes: 1, hash, credit: 'NASA' },
    ...changes,
  })
  const lock = (entries: Record<string, object>) =>
    writeFileSync(inPosts('_pictures/lock.json'), `${JSON.stringify(entries, null, 2)}\n`)
  const find = (address = url) => pictures({ locks: createLocks() }).find(address)

  beforeEach(async () => {
    const { size } = await blank(4, 3).png().toFile(inPosts('_pictures/lamp.ababababab.png'))
    lock({ [url]: entry({ bytes: size }) })
  })

  test.each([url, `${url}#wide`, 'https://X.example:443/lamp.png'])(
    'is found by %s once it is fetched',
    async (address) => {
      expect(await find(address)).toMatchObject({
        src: expect.stringMatching(/^\/pictures\/lamp-4\.\w+\.webp$/),
        credit: 'NASA',
      })
    },
  )

  test.each([
    ['it was not asked for', () => lock({})],
    ['there is no record', () => rmSync(inPosts('_pictures/lock.json'))],
    ['its file is gone', () => rmSync(inPosts('_pictures/lamp.ababababab.png'))],
    ['its file has grown', () => writeFileSync(inPosts('_pictures/lamp.ababababab.png'), Buffer.alloc(999))],
    [
      'its file is a link',
      () => {
        rmSync(inPosts('_pictures/lamp.ababababab.png'))
        symlinkSync(path.join(root, 'outside.png'), inPosts('_pictures/lamp.ababababab.png'))
      },
    ],
  ])('is not fetched when %s', (_, spoil) => {
    spoil()
    expect(find()).toBeUndefined()
  })

  test.each([
    ['leads out of its folder', { file: '../outside.png' }],
    ['leads out by an absolute path', { file: '/etc/hostname' }],
    ['names a file that was not fetched', { file: 'A Valve.png' }],
    ['names a file of another hash', { file: 'lamp.cdcdcdcdcd.png' }],
    ['has an ending of another kind', { file: 'lamp.ababababab.svg' }],
    ['has a field more', { path: 'x' }],
    ['has no size', { width: 0 }],
  ])('is not shown when its entry %s, and the place of the entry is named', (_, changes) => {
    lock({ 'https://a.example/b.png': entry(), [url]: entry(changes) })
    const locks = createLocks()
    expect(pictures({ locks }).find(url)).toBeUndefined()
    expect(locks.problems()).toMatchObject([
      { file: 'posts/_pictures/lock.json', line: 11, column: 3, severity: 'error', rule: 'picture-lock' },
    ])
  })

  test.each([
    ['{', 1, /no JSON/],
    ['[]', 1, /no JSON/],
    ['{\n<<<<<<< HEAD\n}', 2, /not joined/],
  ])('is not shown while the record is %j, and that is said', (text, line, message) => {
    writeFileSync(inPosts('_pictures/lock.json'), text)
    const locks = createLocks()
    expect(pictures({ locks }).find(url)).toBeUndefined()
    expect(locks.problems()).toMatchObject([{ line, severity: 'error', message: expect.stringMatching(message) }])
  })
})
