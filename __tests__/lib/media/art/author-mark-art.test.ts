import sharp from 'sharp'
import { authorMark, markSvg } from '@/lib/media/art/author-mark'

const authors = 'ines-okafor tom-reinholt jonas-vik ruth-adeyemi mei-castellanos ada-byron li-wei omar-haddad'.split(
  ' ',
)

it('draws an author the same each time', () => {
  expect(authors.map(markSvg)).toEqual(authors.map(markSvg))
})

it('fits a byline: small, square, and without anything that a page would run or style', () => {
  for (const author of authors) {
    const svg = markSvg(author)
    expect(svg.length).toBeLessThan(1000)
    expect(svg).toContain('viewBox="0 0 48 48"')
    expect(svg).not.toMatch(/NaN|undefined|style|script|href| id=/)
  }
})

it('always has lines and one stroke through them', () => {
  for (const author of [...authors, '']) {
    expect(authorMark(author)).toMatchObject({
      field: expect.stringMatching(/^M/),
      act: expect.stringMatching(/^M[^M]+$/),
    })
  }
})

it('tells a newsroom apart at the size of a byline', async () => {
  const marks = await Promise.all(
    authors.map((author) =>
      sharp(Buffer.from(markSvg(author)))
        .resize(40, 40)
        .removeAlpha()
        .raw()
        .toBuffer(),
    ),
  )
  const distances = marks.flatMap((one, index) =>
    marks
      .slice(0, index)
      .map((other) => one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length),
  )
  expect(Math.min(...distances)).toBeGreaterThan(15)
})
