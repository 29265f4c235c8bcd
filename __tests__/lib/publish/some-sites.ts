import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FinishedPage } from '@/lib/publish/finish/finisher'
import { absolute } from '@/lib/routes'

/** The files of a release by their text. */
export type Site = Record<string, string>

export const sitemapOf = (site: Site) => {
  const paths = Object.keys(site).flatMap((file) =>
    file.endsWith('/index.html') ? [file.replace('index.html', '')] : [],
  )
  const entries = paths.map((path) => `<url><loc>${absolute(path)}</loc></url>`)
  return { pages: new Map(paths.map((path) => [path, pageAt(path)])), text: `<urlset>${entries.join('')}</urlset>` }
}

/** One that is planned to name its address. */
const pageAt = (path: string) => (path === '/named/' ? { path, canonical: absolute(path) } : { path })

export function lay(folder: string, site: Site): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [file, text] of Object.entries({ ...site, '/sitemap.xml': sitemapOf(site).text })) {
    mkdirSync(path.dirname(folder + file), { recursive: true })
    writeFileSync(folder + file, text)
  }
}

/** Follows every link of a site, and returns what they were counted to; what is known of pages already may be given. */
export async function all(site: Site, known: ReadonlyMap<string, FinishedPage> = new Map()) {
  lay('all', site)
  const { verifyAll } = await import('@/lib/publish/verify/verify')
  const { filesIn } = await import('@/lib/publish/verify/links')
  return Object.fromEntries(await verifyAll('all', filesIn('all'), known, sitemapOf(site).pages))
}

/** Follows what has to be followed when one site takes the place of another. */
export async function change(from: Site, to: Site, finished: ReadonlyMap<string, FinishedPage> = new Map()) {
  const targets = new Map(Object.entries(await all(from)))
  lay('current', from)
  lay('next', to)
  const { verifyChange } = await import('@/lib/publish/verify/verify')
  const { filesIn } = await import('@/lib/publish/verify/links')
  const files = filesIn('next')
  const fresh = new Set(Object.keys(to).filter((file) => to[file] !== from[file]))
  const gone = new Set(Object.keys(from).filter((file) => to[file] === undefined))
  const before = [...targets]
  const { pages } = sitemapOf(to)
  const counts = verifyChange({ current: 'current', next: 'next', files, fresh, gone, finished, targets, pages })
  // What is known of the current release stays true of it.
  expect([...targets]).toEqual(before)
  return Object.fromEntries(counts)
}

export const site: Site = {
  '/index.html':
    '<h1 id="top-of-it">x</h1><a href="/a/#s-one">x</a><a href="/a/">x</a><a href="/b/">x</a><a href="/b/">x</a>',
  '/a/index.html': '<h2 id="s-one">x</h2><h2 id="s-two">x</h2><a href="../">x</a><img src="/p.png">',
  '/b/index.html':
    '<a href="/a/#s-two">x</a><img srcset="/p.png 320w, /q.png 640w"><a href="https://elsewhere.example/">x</a>',
  '/c/index.html': '<p>Alone</p><a href="#top">x</a>',
  '/p.png': 'pixels',
  '/q.png': 'pixels',
}
export const page = (file: string, text: string): Site => ({ ...site, [file]: text })
export const without = (...files: string[]): Site =>
  Object.fromEntries(Object.entries(site).filter(([file]) => !files.includes(file)))
