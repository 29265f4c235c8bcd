import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { launchOptions } from '../__tests__/e2e/browser'
import { templates } from '../__tests__/e2e/pages'
import { serveSite } from '../__tests__/e2e/sites'
import { builtSite } from '../__tests__/e2e/working-copy'
import { freePort } from '../lib/publish/dev/free-port'
import { audit, type Scores } from './lighthouse'
import { buildPlainNext } from './plain-next'
import { htmlAndCss, type Weight, weighPage, withoutPictures } from './weigh'

const acceptance = '__tests__/fixtures/acceptance'
const origin = 'https://example.org'

type Row = { name: string; url: string; blocked?: string[] }

/**
 * Weighs and times every template of the magazine, and the acceptance post beside a plain Next export of the same post.
 * Every site is built by the code at hand and served by `npm run serve`.
 */
export async function benchPages({ runs, only }: { runs: number; only?: string | undefined }): Promise<void> {
  await mkdir('.cache/bench', { recursive: true })
  const magazine = await serveSite(await builtSite('bench-magazine', { posts: 'posts', url: origin }), origin)
  const ours = await serveSite(await builtSite('bench-acceptance', { posts: acceptance, url: origin }), origin)
  const plain = await serveSite(await buildPlainNext(acceptance), origin)
  const article = `${ours.site.url}/articles/convergence-of-ai-and-iot/`
  const rows: Row[] = [
    { name: 'acceptance post', url: article },
    { name: 'the same, fonts blocked', url: article, blocked: ['*.woff2'] },
    { name: 'the same, plain Next', url: `${plain.site.url}/articles/08-convergence-of-ai-and-iot/` },
    ...Object.entries(templates).flatMap(([name, find]) => {
      const path = find(magazine.site)
      return path === undefined ? [] : [{ name, url: `${magazine.site.url}${path}` }]
    }),
  ]
  try {
    await measure(
      rows.filter(({ name }) => only === undefined || name.includes(only)),
      runs,
    )
  } finally {
    for (const { stop } of [magazine, ours, plain]) stop()
  }
}

async function measure(rows: Row[], runs: number): Promise<void> {
  const options = await launchOptions()
  const port = await freePort()
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  })
  try {
    console.log(head)
    for (const { name, url, blocked } of rows) {
      const page = await browser.newPage()
      if (blocked) await page.route('**/*.woff2', (route) => route.abort())
      const weight = await weighPage(page, url)
      await page.close()
      console.log(line(name, weight, await audit(url, { runs, port, ...(blocked ? { blocked } : {}) })))
    }
    console.log('\nBytes: as they are / as brotli sends them. Scores: performance, accessibility, best practices, SEO.')
  } finally {
    await browser.close()
  }
}

const columns = ['page', 'HTML', 'CSS', 'script', 'framework', 'fonts', 'pictures', 'HTML + CSS', 'all but pictures']
const timed = ['requests', 'Lighthouse', 'FCP ms', 'LCP ms', 'TBT ms', 'CLS']
const head = `| ${[...columns, ...timed].join(' | ')} |\n|${' --- |'.repeat(columns.length + timed.length)}`

function line(name: string, weight: Weight, scores: Scores): string {
  const { html, css, script, font, picture } = weight.bytes
  const { performance, accessibility, bestPractices, seo, fcp, lcp, tbt, cls, faults } = scores
  const cells = [
    name,
    ...[html, css, script].map(({ raw, brotli }) => `${kilobytes(raw)} / ${kilobytes(brotli)}`),
    ...[weight.frameworkScript, font.raw, picture.raw, htmlAndCss(weight), withoutPictures(weight)].map(kilobytes),
    weight.requests,
    [performance, accessibility, bestPractices, seo].join(' · '),
    ...[fcp, lcp, tbt].map((value) => Math.round(value)),
    cls.toFixed(4),
  ]
  return `| ${cells.join(' | ')} |${faults.length ? ` (${faults.join(', ')})` : ''}`
}

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1)
