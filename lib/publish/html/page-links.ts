import { decodePercent } from '../../percent-encoding'
import { site } from '../../site'
import { type Attributes, tokenizeHtml } from './html-tokenizer'

/** What of a page can be led to, where it leads itself, and which address it names as its own: as they are written. */
export type PageLinks = { ids: string[]; links: string[]; canonical?: string }

const linking = ['href', 'src'] as const

/** Adds what one element has. */
export function noteLinks(page: PageLinks, attributes: Attributes): void {
  const { ids, links } = page
  if (attributes.id) ids.push(attributes.id)
  for (const name of linking) if (attributes[name] !== undefined) links.push(attributes[name])
  if (attributes.rel === 'canonical') page.canonical = attributes.href ?? ''
  if (attributes.srcset) links.push(...addressesIn(attributes.srcset))
}

export function linksIn(html: string): PageLinks {
  const found: PageLinks = { ids: [], links: [] }
  tokenizeHtml(html, { onOpen: (_, attributes) => noteLinks(found, attributes) })
  return found
}

/** Those of `a.webp 320w, b.webp 640w`. */
const addressesIn = (srcset: string) => srcset.split(/,\s+/).map((candidate) => candidate.trim().replace(/\s.*$/, ''))

/**
 * The file of the release that an address on the page `from` leads to, with `#fragment` where it names a place; no text
 * where it leads to somebody else's site, and `undefined` where it can lead nowhere.
 */
export function targetOf(link: string, from: string): string | undefined {
  // A whole address is somebody else's business, even on this host: another site may live beside ours.
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) return ''
  // Nearly all are as plain as that, and need no reading.
  if (plain.test(link) && link.startsWith(`${site.basePath}/`)) return fileAt(link.slice(site.basePath.length))
  const here = new URL(`${site.basePath}${from}`, site.origin)
  const url = URL.canParse(link, here) ? new URL(link, here) : undefined
  if (!url?.pathname.startsWith(`${site.basePath}/`)) return undefined
  const file = fileAt(decodePercent(url.pathname.slice(site.basePath.length)))
  const fragment = decodePercent(url.hash.slice(1))
  // Every browser knows #top, and only a page has places.
  return !fragment || fragment === 'top' || !file.endsWith('.html') ? file : `${file}#${fragment}`
}

const plain = /^(?:\/[\w-][\w.-]*)*\/?$/

const fileAt = (path: string) => (path.endsWith('/') ? `${path}index.html` : path)
