import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { webManifest } from '@/lib/publish/plan/web-manifest'
import type { ReleaseFile } from '@/lib/publish/release-file'
import { colours, site } from '@/lib/site'

type Manifest = Record<string, unknown> & { icons: { src: string; sizes: string; type: string; purpose: string }[] }

const files = new Map(webManifest().map((file): [string, ReleaseFile] => [file.path, file]))
const file = files.get('/manifest.webmanifest')
const manifest: Manifest = JSON.parse(file && 'text' in file ? file.text() : '')

describe('the web app manifest', () => {
  it('says what the site is and where it begins', () => {
    expect(manifest).toMatchObject({
      ...{ name: site.name, description: site.description, lang: site.language, start_url: '/', scope: '/' },
      ...{ background_color: colours.paper[0], display: 'browser' },
    })
  })

  it('names an icon of each size that systems ask for, one of them to be cut round', () => {
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      ...['192x192 any', '512x512 any', '512x512 maskable'],
    ])
  })

  test.each(manifest.icons)('has $src as it says', async ({ src, sizes, type }) => {
    const icon = files.get(src)
    if (!icon || !('make' in icon)) throw new Error('It is not made')
    await icon.make?.()
    const { format, width, height } = await sharp(icon.copyOf).metadata()
    expect([`image/${format}`, `${width}x${height}`]).toEqual([type, sizes])
  })
})

describe('the favicon', () => {
  it('has no style of its own for a policy to refuse', () => {
    expect(readFileSync('public/favicon.svg', 'utf8')).not.toMatch(/style|<script|href/)
  })
})
