import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Parser } from 'htmlparser2'
import { fileOfPath } from '../../library/site-paths'
import { absolute, sitemapPath } from '../../routes'
import { site } from '../../site'

/** What a release and its sitemap do not agree on, given the paths of all pages: "file: what is wrong". */
export async function sitemapGaps(release: string, pages: string[]): Promise<string[]> {
  const listed = new Set(await addressesIn(release, sitemapPath()))
  const planned = new Set(pages.map(absolute))
  const strangers = [...listed].filter((address) => !planned.has(address))
  const missing: string[] = []
  for (const page of pages)
    if (!listed.has(absolute(page)) && (await isForSearch(release, page))) missing.push(absolute(page))
  return [
    ...strangers.map((address) => `${sitemapPath()} → ${address}`),
    ...missing.map((address) => `${sitemapPath()} lacks ${address}`),
  ]
}

/** The addresses of a sitemap, those of its parts included. Its texts are ours; read as XML they take ten times as long. */
async function addressesIn(release: string, sitemap: string): Promise<string[]> {
  const text = await readFile(fileIn(release, sitemap), 'utf8')
  const addresses = Array.from(text.matchAll(/<loc>([^<]*)<\/loc>/g), ([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  )
  if (!text.includes('<sitemapindex')) return addresses
  const parts = addresses.map((part) => addressesIn(release, part.slice(site.origin.length)))
  return (await Promise.all(parts)).flat()
}

/** Whether a page says that it is to be found at its own address. */
async function isForSearch(release: string, page: string): Promise<boolean> {
  let isForSearch = false
  const parser = new Parser({
    onopentag(name, { rel, href, content }) {
      if (name === 'link' && rel === 'canonical') isForSearch = href === absolute(page)
      if (name === 'meta' && content === 'noindex') isForSearch = false
    },
  })
  parser.end(await readFile(fileIn(release, page), 'utf8'))
  return isForSearch
}

const fileIn = (release: string, page: string) => path.join(release, fileOfPath(page.slice(site.basePath.length)))
