import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

export const kinds = ['html', 'css', 'script', 'font', 'picture', 'other'] as const
export type Kind = (typeof kinds)[number]

/** Bytes as they are, and as a server sends them. Fonts and pictures are compressed already and count as they are. */
export type Bytes = { raw: number; brotli: number; gzip: number }

/** What a browser asks for, at the size of a phone and before any scrolling, to show one page. */
export type Weight = { requests: number; bytes: Record<Kind, Bytes>; frameworkScript: number }

const phone = { width: 412, height: 823 }
const compressed: Kind[] = ['font', 'picture']

export async function weighPage(page: Page, url: string): Promise<Weight> {
  const answers: Promise<{ path: string; kind: Kind; body: Buffer }>[] = []
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    answers.push(
      response.body().then((body) => ({ path, kind: kindOf(response.request().resourceType(), path), body })),
    )
  })
  await page.setViewportSize(phone)
  await page.goto(url, { waitUntil: 'networkidle' })
  const bytes = Object.fromEntries(kinds.map((kind) => [kind, { raw: 0, brotli: 0, gzip: 0 }])) as Weight['bytes']
  let frameworkScript = 0
  for (const { path, kind, body } of await Promise.all(answers)) {
    const { raw, brotli, gzip } = bytesOf(body, kind)
    bytes[kind] = {
      raw: bytes[kind].raw + raw,
      brotli: bytes[kind].brotli + brotli,
      gzip: bytes[kind].gzip + gzip,
    }
    if (kind === 'script' && path.includes('/_next/')) frameworkScript += raw
  }
  return { requests: answers.length, bytes, frameworkScript }
}

/** Everything that a page needs but its pictures, as it is sent. */
export const withoutPictures = ({ bytes }: Weight) =>
  kinds.filter((kind) => kind !== 'picture').reduce((sum, kind) => sum + bytes[kind].brotli, 0)

export const htmlAndCss = ({ bytes }: Weight) => bytes.html.brotli + bytes.css.brotli

// As `npm run build -- --compress` does: pages quickly, what is kept for a year as well as it goes.
function bytesOf(body: Buffer, kind: Kind): Bytes {
  const raw = body.length
  if (compressed.includes(kind)) return { raw, brotli: raw, gzip: raw }
  const quality = kind === 'html' ? 5 : 11
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length
  return { raw, brotli, gzip: gzipSync(body, { level: 9 }).length }
}

function kindOf(type: string, path: string): Kind {
  if (type === 'document') return 'html'
  if (type === 'stylesheet') return 'css'
  if (type === 'script') return 'script'
  if (type === 'font' || path.endsWith('.woff2')) return 'font'
  if (type === 'image') return 'picture'
  return 'other'
}
