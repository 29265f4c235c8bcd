import path from 'node:path'
import sharp from 'sharp'
import type { Problem } from '@/lib/problem'
import { inEmptyFolder } from '../publish/folder'

const { write } = inEmptyFolder()
const place = { line: 7, column: 11, text: 'imageUrl: ./text.png', length: 10 }
const said: Problem = {
  file: 'posts/a.md',
  line: 7,
  column: 11,
  severity: 'error',
  rule: 'picture-missing',
  message: '',
}

async function find(url: string | undefined, problems: Problem[] = []) {
  write('posts/text.png', 'no picture')
  await sharp({ create: { width: 4, height: 3, channels: 3, background: 'red' } })
    .png()
    .toFile('posts/a.png')
  const { createPictures } = await import('@/lib/media/picture/pictures')
  const { findOwnPicture } = await import('@/lib/load/resolve-image')
  const { readPublicFolder } = await import('@/lib/public-folder')
  const pictures = createPictures(path.resolve('posts'), { publicFolder: readPublicFolder() })
  return findOwnPicture(url, { file: 'posts/a.md', place: () => place }, pictures, { problems })
}

describe('the picture that a post names', () => {
  it('is found beside it', async () => {
    expect(await find('./a.png')).toMatchObject({
      picture: { src: expect.stringMatching(/^\/pictures\/a-4\.\w+\.webp$/), width: 4, height: 3 },
      problems: [],
    })
  })

  test.each([undefined, 'https://x.example/a.png'])('is no problem of the page when it is %s', async (url) => {
    expect(await find(url)).toEqual({ problems: [] })
  })

  it('is an error at its place when it cannot be read', async () => {
    expect(await find('./text.png')).toEqual({
      problems: [
        {
          ...{ file: 'posts/a.md', line: 7, column: 11, severity: 'error', rule: 'unreadable-picture' },
          message: expect.stringMatching(/not a picture/),
          excerpt: { text: place.text, length: place.length },
        },
      ],
    })
  })

  it('is missing once, however many look for it', async () => {
    expect(await find('./none.png', [said])).toEqual({ problems: [] })
    for (const other of [{ file: 'posts/b.md' }, { line: 9 }, { column: 12 }, { rule: 'slug' }])
      expect((await find('./none.png', [{ ...said, ...other }])).problems).toMatchObject([{ line: 7, column: 11 }])
  })
})
