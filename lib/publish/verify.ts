import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Parser } from 'htmlparser2'
import { site } from '../site'

type Page = { ids: Set<string>; links: string[] }

const linking = ['href', 'src']

/** Every internal link, asset and fragment of a release that leads nowhere, as "page → address". */
export async function brokenLinks(release: string): Promise<string[]> {
  const files = await readdir(release, { recursive: true, withFileTypes: true })
  const paths = new Set(
    files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => `/${path.relative(release, path.join(parentPath, name))}`),
  )
  const pages = new Map<string, Page>()
  for (const file of paths)
    if (file.endsWith('.html')) pages.set(file, readPage(await readFile(path.join(release, file), 'utf8')))
  return [...pages].flatMap(([file, { links }]) =>
    links.filter((link) => !resolves(link, file, paths, pages)).map((link) => `${file} → ${link}`),
  )
}

function readPage(html: string): Page {
  const page: Page = { ids: new Set(), links: [] }
  const parser = new Parser({
    onopentag(_, attributes) {
      if (attributes.id) page.ids.add(attributes.id)
      for (const name of linking) if (attributes[name] !== undefined) page.links.push(attributes[name])
      if (attributes.srcset) page.links.push(...addressesIn(attributes.srcset))
    },
  })
  parser.end(html)
  return page
}

/** Those of `a.webp 320w, b.webp 640w`. */
const addressesIn = (srcset: string) => srcset.split(/,\s+/).map((candidate) => candidate.trim().replace(/\s.*$/, ''))

function resolves(link: string, from: string, paths: Set<string>, pages: Map<string, Page>): boolean {
  // A whole address is somebody else's business, even on this host: another site may live beside ours.
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) return true
  const here = new URL(`${site.basePath}${from}`, site.origin)
  const url = URL.canParse(link, here) ? new URL(link, here) : undefined
  if (!url) return false
  if (!url.pathname.startsWith(`${site.basePath}/`)) return false
  const path = decoded(url.pathname.slice(site.basePath.length))
  const file = path.endsWith('/') ? `${path}index.html` : path
  if (!paths.has(file)) return false
  const fragment = decoded(url.hash.slice(1))
  // Every browser knows #top.
  return !fragment || fragment === 'top' || !file.endsWith('.html') || pages.get(file)?.ids.has(fragment) === true
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray % stands for itself.
    return text
  }
}
