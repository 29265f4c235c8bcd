import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib'
import type { Progress } from '@/lib/load/loaded-site'
import { compressFiles } from '@/lib/publish/host/compress'
import { filesIn } from '@/lib/publish/verify/links'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()
const long = Array.from({ length: 400 }, (_, index) => `<p>Valve ${index} opened at ${index % 24}:00.</p>`).join('\n')
const brotli = (quality: number) =>
  brotliCompressSync(long, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: long.length },
  }).length

const compressAll = (onProgress: Progress) =>
  compressFiles(
    'site',
    [...filesIn('site')].map((file) => path.join('site', file)),
    onProgress,
  )

describe('compressing a release', () => {
  test.each(['index.html', 'feed.xml', 'feed.json', 'articles/a.md', 'art/a.svg', 'assets/a.js', 'site.webmanifest'])(
    'puts .br and .gz beside %s',
    async (name) => {
      const file = write(`site/${name}`, long)
      await compressAll(() => {})
      expect(String(brotliDecompressSync(readFileSync(`${file}.br`)))).toBe(long)
      expect(String(gunzipSync(readFileSync(`${file}.gz`)))).toBe(long)
      expect(readFileSync(file, 'utf8')).toBe(long)
    },
  )

  test.each([
    ['pictures/a.png', long],
    ['assets/a.woff2', long],
    ['talk.pdf', long],
    ['old.html.br', long],
    ['vercel.json', long],
    ['short.html', 'short'],
  ])('leaves %s alone', async (name, text) => {
    const file = write(`site/${name}`, text)
    await compressAll(() => {})
    expect([`${file}.br`, `${file}.gz`].filter(existsSync)).toEqual([])
  })

  it('takes its time for what is kept for a year, and not for pages', async () => {
    const sizes = (file: string) => ['br', 'gz'].map((end) => readFileSync(`${file}.${end}`).length)
    const page = write('site/index.html', long)
    const asset = write('site/assets/a.js', long)
    await compressAll(() => {})
    expect(sizes(page)).toEqual([brotli(5), gzipSync(long, { level: 6 }).length])
    expect(sizes(asset)).toEqual([brotli(11), gzipSync(long, { level: 9 }).length])
    expect(brotli(11)).toBeLessThan(brotli(5))
  })

  it('tells how far it is', async () => {
    for (const name of ['a.html', 'b.html', 'c.png']) write(`site/${name}`, long)
    const told: unknown[] = []
    await compressAll((...step) => told.push(step))
    expect(told).toEqual([
      ['Compressing', 1, 2],
      ['Compressing', 2, 2],
    ])
  })
})
