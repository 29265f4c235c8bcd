import path from 'node:path'
import { addressOf, slugIn } from '../addresses/address-of'
import { createHistory } from '../addresses/history'
import { add, type Ledger, readLedger } from '../addresses/ledger'
import { type Lost, lostAddresses, type PageOfPlaces, type WithheldPost } from '../addresses/lost-addresses'
import { publishedPaths } from '../addresses/published-addresses'
import { successorOf } from '../addresses/successors'
import { readSource, shownPath } from '../content/files'
import type { LazyText } from '../content/lazy-text'
import type { Content } from '../content/loader'
import { placeIn } from '../content/places'
import { fileStatAt } from '../file-stat'
import type { Library } from '../library/library'
import { withoutBase } from '../library/path-owners'
import { otherPaths, paginatedLists } from '../library/site-paths'
import { anchorsOf, type Resolution } from '../markdown/rendered'
import type { RenderedBody } from '../markdown/worker/bodies'
import { byPlace, isError, type Problem } from '../problem'
import { aboutPath, articlePath } from '../routes'
import { site } from '../site'

/** The site that readers have: where it lies, and its addresses as a ledger has them. */
export type PublishedSite = { folder: string; addresses(): Promise<Iterable<string>> }

/** What is known of the addresses of a site: what would be lost, and the ledger with all that it has now. */
export type KeptAddresses = Lost & {
  file: string
  /** As it is, and as it will be when the site is published; `undefined` where no ledger could be read. */
  ledger?: Ledger
  hasLedger: boolean
  addresses(): Iterable<string>
}

/** A page with a body, by its path under the path the site lives at. */
type Page = { path: string; file: string; bodyLine: number; body: LazyText; rendered: RenderedBody }

type Sources = {
  directory: string
  published: PublishedSite
  content: Content
  library: Library
  links: (url: string) => Resolution
  pages: readonly Page[]
  problems: readonly Problem[]
}

/** A site with what is known of its addresses, and what is wrong with them. */
export async function withAddresses<Site extends Pick<Sources, 'library' | 'problems'>>(
  site: Site,
  known: Omit<Sources, 'library' | 'problems'>,
): Promise<Site & { kept: KeptAddresses }> {
  const kept = await keptAddresses({ ...known, library: site.library, problems: site.problems })
  return { ...site, kept, problems: [...site.problems, ...kept.problems].sort(byPlace) }
}

const largestLedger = 64 * 1024 * 1024

/** Compares a site with the addresses that were published before: those of the ledger or, without one, of the last release. */
async function keptAddresses(sources: Sources): Promise<KeptAddresses> {
  const { directory, content, library, links, pages, published } = sources
  const file = shownPath(site.ledgerFile)
  const answerAt = (address: string) => {
    const answer = links(address)
    const isFile =
      'missing' in answer && [address, `${address}index.html`].some((name) => content.publicFolder.find(name))
    return isFile ? { href: address } : answer
  }
  const { ledger, problems, hasLedger } = await knownAddresses(file, published)
  const paths = publishedPaths(library)
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const addresses = () => allAddresses(paths, pages, library)
  if (!ledger) return { problems, fixes: [], file, hasLedger, addresses }
  const newArticles = content.articles.filter(({ slug }) => !ledger.paths.has(addressOf(slug)))
  const history = createHistory(directory, published.folder)
  const candidates = newArticles.map((article) => ({
    article,
    anchors: () => anchorsAt(byPath.get(articlePath(article.slug))),
  }))
  const lost = lostAddresses({
    ...{ ledger, paths, links: answerAt },
    gone: new Set(content.gonePlaces),
    redirectsFile: shownPath(path.join(directory, '_redirects.yml')),
    withheld: withheldPaths(content),
    hasErrors: sources.problems.some(isError),
    pageAt(address) {
      const answer = links(address)
      return 'href' in answer ? pageOfPlaces(byPath.get(answer.href)) : undefined
    },
    successorOf: (address) =>
      successorOf(address, content.articles, ledger.paths.get(address) ?? [], candidates, history),
  })
  return { problems: [...problems, ...lost.problems], fixes: lost.fixes, file, ledger, hasLedger, addresses }
}

async function knownAddresses(
  file: string,
  published: PublishedSite,
): Promise<{ ledger?: Ledger; problems: Problem[]; hasLedger: boolean }> {
  if (fileStatAt(site.ledgerFile)) {
    const found = readSource(site.ledgerFile, file, largestLedger)
    return { ...('source' in found ? readLedger(found.source) : found), hasLedger: true }
  }
  const ledger: Ledger = { file, text: '', paths: new Map() }
  for (const address of await published.addresses()) add(ledger.paths, address)
  return { ledger, problems: [], hasLedger: false }
}

function anchorsAt(page: Page | undefined): string[] {
  return page ? anchorsOf(page.rendered.outline()) : []
}

function pageOfPlaces(page: Page | undefined): PageOfPlaces | undefined {
  if (!page || page.rendered.isIncomplete) return undefined
  const { file, bodyLine, body } = page
  const lineAt = (line: number) => body.read().split('\n')[line - 1] ?? ''
  const outline = page.rendered.outline()
  return { file, bodyLine, anchors: anchorsOf(outline), headings: outline.headings, lineAt }
}

/** Paths that come back with a withheld post, and the post. */
function withheldPaths(content: Content): Map<string, WithheldPost> {
  const found = new Map<string, WithheldPost>()
  const byFile = new Map(content.withheld.map((post): [string, WithheldPost] => [post.file, { file: post.file }]))
  const articles = [...content.undrafted, ...content.drafts].filter(({ file }) => byFile.has(file))
  for (const { file, draft, places } of articles) {
    const place = placeIn(places, draft ? 'draft' : 'date')
    if (place) byFile.set(file, { file, place })
  }
  for (const article of articles)
    for (const path of otherPaths([article], paginatedLists([article], content)))
      if (!found.has(withoutBase(path))) found.set(withoutBase(path), postOf(article.file))
  for (const { slug, aliases, file } of content.withheld)
    for (const path of [addressOf(slug), ...aliases]) found.set(path, postOf(file))
  return found

  function postOf(file: string): WithheldPost {
    return byFile.get(file) ?? { file }
  }
}

function* allAddresses(paths: ReadonlySet<string>, pages: readonly Page[], { bySlug }: Library): Iterable<string> {
  yield* paths
  for (const page of pages) {
    const path = withoutBase(page.path)
    if (page.path !== aboutPath() && !bySlug.has(slugIn(path) ?? '')) continue
    for (const anchor of anchorsAt(page)) yield `${path}#${anchor}`
  }
}
