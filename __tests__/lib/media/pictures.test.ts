import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { createPictures } from '@/lib/media/pictures'

let root: string
const inPosts = (name: string) => path.join(root, 'posts', name)
const inPublic = (name: string) => path.join(root, 'public', name)
const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'red' } })
const pictures = () => createPictures(path.join(root, 'posts'), path.join(root, 'public'))

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'pictures-'))
  mkdirSync(inPosts('_pictures'), { recursive: true })
  mkdirSync(inPublic('shots'), { recursive: true })
  await blank(4, 3).png().toFile(inPosts('_pictures/A Valve.png'))
  await blank(4, 3).png().toFile(inPosts('50%.png'))
  await blank(8, 2).jpeg().withMetadata({ orientation: 6 }).toFile(inPosts('turned.jpg'))
  await blank(5, 5).webp().toFile(inPublic('shots/lamp.webp'))
  await blank(1, 1).png().toFile(path.join(root, 'outside.png'))
  writeFileSync(inPosts('text.png'), 'no picture')
  symlinkSync(path.join(root, 'outside.png'), inPosts('link.png'))
  symlinkSync(root, inPosts('up'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('a picture', () => {
  test.each([
    ['./_pictures/A%20Valve.png', /^\/pictures\/a-valve\.[0-9a-f]{10}\.png$/, 4, 3],
    ['./_pictures/A Valve.png', /^\/pictures\/a-valve\.[0-9a-f]{10}\.png$/, 4, 3],
    ['./50%.png', /^\/pictures\/50-\.[0-9a-f]{10}\.png$/, 4, 3],
    ['./turned.jpg', /^\/pictures\/turned\.[0-9a-f]{10}\.jpg$/, 2, 8],
    ['/shots/lamp.webp', /^\/shots\/lamp\.webp$/, 5, 5],
  ])('at %s is shown with its size as a reader sees it', async (url, src, width, height) => {
    expect(await pictures().find(url)).toEqual({ src: expect.stringMatching(src), width, height })
  })

  test.each([
    ['./none.png', /no picture at this place/],
    ['/none.png', /no picture at this place/],
    ['./text.png', /not a picture/],
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

  it('beside the posts is published once, under an address that follows its content', async () => {
    const some = pictures()
    const [first] = await Promise.all([some.find('./50%.png'), some.find('./50%.png'), some.find('/shots/lamp.webp')])
    expect(some.published()).toEqual([{ ...first, file: inPosts('50%.png') }])
    await blank(4, 4).png().toFile(inPosts('50%.png'))
    expect((await pictures().find('./50%.png')).src).not.toBe(first.src)
  })
})
