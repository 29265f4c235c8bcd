import { type Day, latestOf } from '../days'
import { digestOf } from '../digest'
import { absolute, sitemapPath } from '../routes'
import type { Text } from './text'
import { element, textElement, xmlDocument } from './xml'

/** A page that search engines may show, and the day of its last change where that is known. */
export type SitemapPage = { path: string; changed?: Day | undefined }

// As https://www.sitemaps.org/protocol.html allows.
const mostPages = 50_000
const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** The sitemap, or where one file cannot hold it, its parts and an index in its place. */
export function sitemapTexts(pages: SitemapPage[]): Text[] {
  if (pages.length <= mostPages) return [textOf(sitemapPath(), 'urlset', 'url', pages)]
  const parts = Array.from({ length: Math.ceil(pages.length / mostPages) }, (_, index) => ({
    path: sitemapPath(index + 1),
    pages: pages.slice(index * mostPages, (index + 1) * mostPages),
  }))
  const index = parts.map(({ path, pages }) => ({ path, changed: latestOf(pages.map(({ changed }) => changed)) }))
  return [
    textOf(sitemapPath(), 'sitemapindex', 'sitemap', index),
    ...parts.map(({ path, pages }) => textOf(path, 'urlset', 'url', pages)),
  ]
}

/** Most builds leave a sitemap as it is: a digest takes a tenth of the time that its text takes. */
const textOf = (path: string, name: string, item: string, pages: SitemapPage[]): Text => ({
  path,
  key: digestOf(name, pages),
  text: () => listOf(name, item, pages),
})

function listOf(name: string, item: string, pages: SitemapPage[]): string {
  const items = pages.map(({ path, changed }) =>
    element(item, [textElement('loc', absolute(path)), ...(changed ? [textElement('lastmod', changed)] : [])]),
  )
  return xmlDocument(element(name, items, namespace))
}
