import { readFileSync } from 'node:fs'
import path from 'node:path'
import { addressOf } from '../addresses/address-of'
import { type Confirmed, partOfLedger, readConfirmed, writeConfirmed } from '../addresses/confirmed'
import { createHistory } from '../addresses/history'
import { addressesIn, type Ledger, ledgerOf, readLedger } from '../addresses/ledger'
import { feedsBelow } from '../addresses/list-feeds'
import { type Lost, lostAddresses } from '../addresses/lost-addresses'
import { publishedPaths } from '../addresses/published-addresses'
import { fromBytes, sortedLines, withLines } from '../addresses/sorted-lines'
import { successorOf } from '../addresses/successors'
import { readSource, shownPath } from '../content/files'
import type { Content } from '../content/loader'
import { writtenAddress } from '../content/redirect-addresses'
import type { Redirect } from '../content/redirects'
import { fileStatAt } from '../file-stat'
import type { Library } from '../library/library'
import type { Resolution } from '../markdown/rendered'
import { byPlace, isError, type Problem } from '../problem'
import { articlePath } from '../routes'
import { site } from '../site'
import { writeFileAtomic } from '../write-atomic'
import { type PageWithBody, pageOfPlaces, placesOn, withheldPaths } from './address-sources'

/** The site that readers have: where it lies, and its addresses as a ledger has them. */
export type PublishedSite = { folder: string; addresses(): Promise<Iterable<string>> }

/** How many addresses are new in a ledger, or why they could not be written. */
export type AddedAddresses = { file: string; added: number; failure?: string }

/** What is known of the addresses of a site: what would be lost, and how they are kept once it is published. */
export type KeptAddresses = Lost & { keep(): Promise<AddedAddresses | undefined> }

type Sources = {
  directory: string
  published: PublishedSite
  content: Content
  library: Library
  links: (url: string) => Resolution
  pages: readonly PageWithBody[]
  problems: readonly Problem[]
}

/** A site with what is known of its addresses, and what is wrong with them. */
export async function withAddresses<Site extends Pick<Sources, 'library' | 'problems'> & Pick<Lost, 'fixes'>>(
  site: Site,
  known: Omit<Sources, 'library' | 'problems'>,
): Promise<Site & { kept: KeptAddresses }> {
  const kept = await keptAddresses({ ...known, library: site.library, problems: site.problems })
  const problems = [...site.problems, ...kept.problems].sort(byPlace)
  return { ...site, kept, problems, fixes: [...site.fixes, ...kept.fixes] }
}

/** Compares a site with the addresses that were published before: those of the ledger or, without one, of the last release. */
async function keptAddresses(sources: Sources): Promise<KeptAddresses> {
  const { directory, content, library, links, pages, published } = sources
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const pageAt = (address: string) => {
    const answer = links(address)
    return 'href' in answer ? byPath.get(answer.href) : undefined
  }
  const paths = currentPaths(library, byPath, pageAt, content.gonePlaces)
  const gone = new Set(content.redirects.flatMap((one) => (one.to === undefined ? goneWith(one) : [])))
  const opened = await openLedger(paths, gone, published)
  const keep = () => keepAddresses(opened, paths, (address) => placesOn(byPath.get(site.basePath + address)))
  if (!opened.ledger) return { problems: opened.problems, fixes: [], keep }
  const { ledger } = opened
  const answerAt = (address: string) => {
    const answer = links(address)
    const isFile = () => [address, `${address}index.html`].some((name) => content.publicFolder.find(name))
    return 'missing' in answer && isFile() ? { href: address } : answer
  }
  const history = createHistory(directory, published.folder)
  const candidates = content.articles
    .filter(({ slug }) => !ledger.has(addressOf(slug)))
    .map((article) => ({ article, anchors: () => placesOn(byPath.get(articlePath(article.slug))) }))
  const lost = lostAddresses({
    ...{ ledger, paths, links: answerAt },
    gone: new Set([...gone, ...content.gonePlaces]),
    redirectsFile: shownPath(path.join(directory, '_redirects.yml')),
    withheld: withheldPaths(content),
    hasErrors: sources.problems.some(isError),
    pageAt: (address) => pageOfPlaces(pageAt(address)),
    successorOf: (address) =>
      successorOf(address, content.articles, ledger.paths.get(address) ?? [], candidates, history),
  })
  return { problems: [...opened.problems, ...lost.problems], fixes: lost.fixes, keep }
}

/** What is gone, and the feeds of a list that is. */
const goneWith = (redirect: Redirect): string[] => [
  writtenAddress(redirect),
  ...feedsBelow(redirect.from).map((file) => redirect.from + file),
]

/** Every path of the site, and what changes with the places that can be linked to there. */
function currentPaths(
  library: Library,
  byPath: ReadonlyMap<string, PageWithBody>,
  pageAt: (address: string) => PageWithBody | undefined,
  gonePlaces: readonly string[],
): Map<string, string> {
  const idAt = (path: string) => byPath.get(path)?.rendered.id
  const paths = publishedPaths(library, idAt, (path) => pageAt(path)?.path)
  // Whoever takes such a line away says that the place is there.
  for (const address of gonePlaces) {
    const [path = ''] = address.split('#')
    const id = paths.get(path)
    if (id !== undefined) paths.set(path, `${id} ${address}`)
  }
  return paths
}

/**
 * `state` tells whether the file was touched since; `confirmed` is known where only a part was read: that which has to be
 * looked at.
 */
type OpenedLedger = { file: string; ledger?: Ledger; problems: Problem[]; state?: string; confirmed?: Confirmed }

const largestLedger = 64 * 1024 * 1024
// With more of them it is faster to read all.
const mostDifferent = 200
// So many pages may be looked at again before it is noted that nothing of them was lost.
const mostUnwritten = 20

async function openLedger(
  paths: ReadonlyMap<string, string>,
  gone: ReadonlySet<string>,
  published: PublishedSite,
): Promise<OpenedLedger> {
  const place = site.ledgerFile
  const file = shownPath(place)
  const state = fileStatAt(place)?.text
  if (state === undefined) return { file, ledger: ledgerOf(file, await published.addresses()), problems: [] }
  const confirmed = readConfirmed(site.stageDirectory, state)
  const different = confirmed && differentPaths(confirmed, paths, gone)
  if (different && different.length <= mostDifferent)
    return { file, ledger: partOfLedger(file, place, confirmed, different), problems: [], state, confirmed }
  const found = readSource(place, file, largestLedger)
  return 'source' in found ? { file, ...readLedger(found.source), state } : { file, problems: found.problems }
}

function differentPaths(confirmed: Confirmed, paths: ReadonlyMap<string, string>, gone: ReadonlySet<string>): string[] {
  const different: string[] = []
  for (const [path, id] of paths) if (confirmed.get(path) !== id) different.push(path)
  for (const path of confirmed.keys()) if (!paths.has(path) && !gone.has(path)) different.push(path)
  return different
}

/** Adds the addresses of a site that was published. Where they cannot be written, it stands all the same. */
async function keepAddresses(
  { file, ledger, state, confirmed }: OpenedLedger,
  paths: ReadonlyMap<string, string>,
  placesAt: (path: string) => string[],
): Promise<AddedAddresses | undefined> {
  if (!ledger) return undefined
  const place = site.ledgerFile
  const wanted = [...paths.keys()].filter((path) => confirmed?.get(path) !== paths.get(path))
  const addresses = wanted.flatMap((path) => [path, ...placesAt(path).map((place) => `${path}#${place}`)])
  if (confirmed && wanted.length <= mostUnwritten) {
    const known = new Set(addressesIn(ledger))
    if (addresses.every((address) => known.has(address))) return undefined
  }
  try {
    const now = fileStatAt(place)?.text
    const before = now === undefined ? '' : readFileSync(place, 'latin1')
    // Another may have added lines since it was read.
    const lines = () => [...fromBytes(before).split('\n').filter(Boolean), ...addressesIn(ledger), ...addresses]
    const after = confirmed && now === state ? withLines(before, addresses) : sortedLines(lines())
    if (after !== before) await writeFileAtomic(place, Buffer.from(after, 'latin1'))
    const found = new Map([...(confirmed ?? pathsOf(ledger)), ...paths])
    writeConfirmed(site.stageDirectory, fileStatAt(place)?.text ?? '', found)
    return after === before ? undefined : { file, added: linesIn(after) - linesIn(before) }
  } catch (error) {
    return { file, added: addresses.length, failure: error instanceof Error ? error.message : String(error) }
  }
}

const pathsOf = ({ paths }: Ledger): [string, string][] => Array.from(paths.keys(), (path) => [path, ''])

const linesIn = (text: string) => text.split('\n').filter(Boolean).length
