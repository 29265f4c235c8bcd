import path from 'node:path'
import sharp from 'sharp'
import type { Problem } from '@/lib/content/problem'
import { inEmptyFolder } from './folder'

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
  const { findOwnPicture } = await import('@/lib/publish/own-pictures')
  return findOwnPicture(url, { file: 'posts/a.md', place: () => place }, createPictures(path.resolve('posts')), {
    problems,
  })
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
    const elsewhere = [{ ...said, file: 'posts/b.md' }]
    expect((await find('./none.png', elsewhere)).problems).toMatchObject([{ line: 7, column: 11 }])
  })
})
