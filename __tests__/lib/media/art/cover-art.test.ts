import { fromHtml } from 'hast-util-from-html'
import sharp, { type Region } from 'sharp'
import { type Art, artSvg, coverArt } from '@/lib/media/art/cover-art'
import { type Hue, hueColours, hues } from '@/lib/site'

const families: [category: string, hue: Hue][] = [
  ['insight', 'blue'],
  ['tutorial', 'green'],
  ['case-study', 'red'],
  ['research', 'violet'],
  ['field-notes', 'ochre'],
  ['essay', 'teal'],
]
const slugs = Array.from({ length: 300 }, (_, index) => `article-${index}`)
const coverOf = (slug: string, category: string, hue: Hue) => artSvg(coverArt(slug, category), hue)

// Mean difference of a colour channel, 0 to 255. The nearest two covers are 8 apart, a cover and itself 0.
const clearlyApart = 5
const bandOfCrop = { left: 0, top: 70, width: 640, height: 260 }
const paperRed = 0xe8

describe.each(families)('the covers of %s', (category, hue) => {
  const covers = slugs.map((slug) => coverOf(slug, category, hue))

  it('are the same each time', () => {
    expect(slugs.slice(0, 60).map((slug) => coverOf(slug, category, hue))).toEqual(covers.slice(0, 60))
  })

  it('weigh at most 4 KB', () => {
    expect(Math.max(...covers.map((svg) => Buffer.byteLength(svg)))).toBeLessThanOrEqual(4096)
  })

  it('are whole SVG files that run nothing and load nothing', () => {
    for (const svg of covers.slice(0, 60)) {
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*viewBox="0 0 640 400"/)
      expect(svg).not.toMatch(/NaN|undefined|Infinity|style|script|href|url\(|\son\w+=/)
      const mistakes: string[] = []
      fromHtml(svg, { fragment: true, space: 'svg', onerror: (message) => void mistakes.push(message.message) })
      expect(mistakes).toEqual([])
    }
  })

  it('draw their stroke in the hue of the site, or on it', () => {
    const printed = covers.map((svg) =>
      /^<svg[^>]*><path fill="([^"]+)".*<path stroke="([^"]+)"[^>]*><\/svg>$/.exec(svg),
    )
    const [deep, bright] = hueColours(hue)
    const strokes = printed.flatMap((match) => (match?.[1] === deep ? [] : [match?.[2]]))
    expect([...new Set(strokes)].sort()).toEqual([deep, bright].sort())
    expect(strokes.length).toBeLessThan(covers.length)
  })

  it('show their stroke in the band that a wide crop leaves', async () => {
    for (const slug of slugs.slice(0, 60)) {
      const alone: Art = { ...coverArt(slug, category), key: 'paper', field: '' }
      expect(await inkIn(artSvg(alone, hue), bandOfCrop)).toBeGreaterThan(0.01)
    }
  })

  it('cannot be taken for each other at the size of a list', async () => {
    const thumbnails = await Promise.all(covers.slice(0, 60).map(pixelsOf))
    const confusable = thumbnails.flatMap((one, index) =>
      thumbnails
        .slice(0, index)
        .flatMap((other, before) => (areApart(one, other) ? [] : [[slugs[before], slugs[index]]])),
    )
    expect(confusable).toEqual([])
  })
})

it('has a shelf for every hue', () => {
  expect(families.map(([, hue]) => hue).sort()).toEqual([...hues].sort())
})

it('draws each category in a manner of its own', () => {
  const fields = families.map(([category]) => coverArt('the-same-slug', category).field)
  expect(new Set(fields).size).toBe(families.length)
})

it.each([
  ['', 'insight'],
  ['a', ''],
  ['x', 'constructor'],
  ['日本', '__proto__'],
])('has a cover for %j in %j', (slug, category) => {
  expect(coverArt(slug, category)).toMatchObject({
    field: expect.stringMatching(/^M/),
    act: expect.stringMatching(/^M/),
  })
})

async function pixelsOf(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).resize(120, 75).removeAlpha().raw().toBuffer()
}

// Without Math: looking up a global 12 million times takes ten seconds in Jest.
function areApart(one: Buffer, other: Buffer): boolean {
  let sum = 0
  for (let at = 0; at < one.length; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    sum += difference < 0 ? -difference : difference
  }
  return sum > clearlyApart * one.length
}

/** The share of a region that is darker than the paper plate. */
async function inkIn(svg: string, region: Region): Promise<number> {
  const pixels = await sharp(Buffer.from(svg)).extract(region).removeAlpha().raw().toBuffer()
  let inked = 0
  for (let at = 0; at < pixels.length; at += 3) if ((pixels[at] ?? 0) < paperRed - 40) inked++
  return inked / (pixels.length / 3)
}
