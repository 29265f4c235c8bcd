import type { Article } from '../content/article'
import { nearest } from '../content/did-you-mean'
import { type Place, placeIn, problemIn } from '../content/places'
import type { PlacedHeading, Resolution } from '../markdown/rendered'
import { idPrefix } from '../markdown/rendered'
import type { Problem } from '../problem'
import { type Fix, withId } from './fixes'
import type { Ledger } from './ledger'

/** A page on which places can be linked to. `file` is what it is written in, and `bodyLine` the line its body begins on. */
export type PageOfPlaces = {
  file: string
  bodyLine: number
  anchors: string[]
  headings: readonly PlacedHeading[]
  /** A line of the body, from 1, as it stands in the file. */
  lineAt(line: number): string
}

export type AddressSources = {
  ledger: Ledger
  /** Every path of the site as it is now, without the path it lives under. */
  paths: ReadonlyMap<string, unknown>
  /** What answers at a path. */
  links(path: string): Resolution
  /** The page whose places are looked for at a path; undefined where that is no page of a body, or one with an error. */
  pageAt(path: string): PageOfPlaces | undefined
  /** The paths that withheld posts would have. */
  withheld: ReadonlyMap<string, WithheldPost>
  /** Addresses that are gone on purpose, with a place too. */
  gone: ReadonlySet<string>
  /** Which article took the place of the article that was at a path. */
  successorOf(path: string): Article | undefined
  redirectsFile: string
  /** Whether other errors may be why lists are missing. */
  hasErrors: boolean
}

/** A post that is not published, and where it says so. */
export type WithheldPost = { file: string; place?: Place }

export type Lost = { problems: Problem[]; fixes: Fix[] }

/** An error for each published address that nothing answers, with what to write, and what `check --fix` writes. */
export function lostAddresses(sources: AddressSources): Lost {
  const { ledger, paths } = sources
  const found: Lost = { problems: [], fixes: [] }
  const tell = ({ problems, fixes }: Lost) => {
    found.problems.push(...problems)
    found.fixes.push(...fixes)
  }
  const lists: string[] = []
  for (const [path, places] of ledger.paths) {
    if (paths.has(path)) {
      if (places.length) tell(lostPlaces(path, places, sources))
      continue
    }
    if (sources.gone.has(path)) continue
    const answer = sources.links(path)
    if ('href' in answer) {
      if (places.length) tell(lostPlaces(path, places, sources))
    } else if ('asText' in answer) tell(takenDown(path, sources))
    else if (!isList.test(path)) tell(lostPage(path, sources))
    else if (!sources.hasErrors) lists.push(path)
  }
  tell(lostLists(lists, sources))
  return found
}

const isList = /^\/(?:category|tag|author|series|archive)\/|^\/(?:feed\.xml|atom\.xml|feed\.json)$/

/** What is withheld comes back; what is gone on purpose needs no word. */
function takenDown(path: string, { withheld, redirectsFile }: AddressSources): Lost {
  const post = withheld.get(path)
  const hint = `If it is not to come back, delete the post, and write in ${redirectsFile}:\n- gone: ${path}`
  return { problems: post ? [missingWith(post, path, hint)] : [], fixes: [] }
}

function missingWith({ file, place }: WithheldPost, path: string, hint?: string): Problem {
  return problemIn(file, place, {
    ...{ severity: 'warning', rule: 'withheld-address', ...(hint ? { hint } : {}) },
    message: `${path} was published, and is missing for as long as this post is withheld.`,
  })
}

/** An article, or an old path of one. */
function lostPage(path: string, sources: AddressSources): Lost {
  const { successorOf, redirectsFile } = sources
  const article = successorOf(path)
  if (!article) {
    const hint = [
      `Write in the post that took its place:  aliases: [${path}]`,
      `or, if it is meant to be gone, in ${redirectsFile}:`,
      `- gone: ${path}`,
    ].join('\n')
    return {
      problems: [inLedger(sources, path, `${path} was published, and nothing answers there now.`, hint)],
      fixes: [],
    }
  }
  const { file, places, aliases } = article
  const hint = [
    `Write in its front matter:  aliases: [${[...aliases, path].join(', ')}]`,
    'or run  npm run check -- --fix',
  ].join('\n')
  const message = `${path} was published, and nothing answers there now. This post seems to have stood there.`
  const place = placeIn(places, 'aliases') ?? placeIn(places, 'slug') ?? placeIn(places, 'title')
  return {
    problems: [problemIn(file, place, { severity: 'error', rule: 'lost-address', message, hint })],
    fixes: [{ kind: 'alias', file, path }],
  }
}

function lostPlaces(path: string, places: readonly string[], sources: AddressSources): Lost {
  const { gone, redirectsFile } = sources
  const page = sources.pageAt(path)
  if (!page) return { problems: [], fixes: [] }
  const lost = places.filter((place) => !page.anchors.includes(place) && !gone.has(`${path}#${place}`))
  const known = new Set(places)
  const fresh = page.headings.filter(({ id }) => !known.has(id.slice(idPrefix.length)))
  const found: Lost = { problems: [], fixes: [] }
  for (const place of lost) {
    const heading = successorAmong(place, fresh, lost.length)
    const message = `${path}#${place} was published, and there is no such place on the page now.`
    const orGone = `If it is meant to be gone, write in ${redirectsFile}:\n- gone: ${path}#${place}`
    if (heading) {
      const line = page.bodyLine + heading.line - 1
      const text = page.lineAt(heading.line)
      const hint = `Write:  ${withId(text, place)}\nor run  npm run check -- --fix\n${orGone}`
      found.problems.push({
        ...{ file: page.file, line, column: 1, severity: 'error', rule: 'lost-address', message, hint },
        excerpt: { text, length: Math.max(1, text.length) },
      })
      found.fixes.push({ kind: 'heading', file: page.file, line, id: place })
    } else {
      const hint = `Write behind the heading that took its place:  {#${place}}\n${orGone}`
      found.problems.push(inLedger(sources, `${path}#${place}`, message, hint))
    }
  }
  return found
}

/** The one that is new where one is missing, or one of similar words. */
function successorAmong(place: string, fresh: readonly PlacedHeading[], lost: number): PlacedHeading | undefined {
  if (fresh.length === 1 && lost === 1) return fresh[0]
  const meant = nearest(
    place,
    fresh.map(({ id }) => id.slice(idPrefix.length)),
  )
  return fresh.find(({ id }) => id === idPrefix + meant)
}

/** Lists, each with its feeds. */
function lostLists(lost: readonly string[], sources: AddressSources): Lost {
  const { ledger, paths, withheld, redirectsFile } = sources
  const found: Lost = { problems: [], fixes: [] }
  const told = new Set<string>()
  for (const path of [...lost].sort()) {
    const list = path.replace(/[^/]+$/, '')
    // A redirect of a list leads its feeds on, too.
    if (list !== path && (told.has(list) || ledger.has(list))) continue
    told.add(path)
    const post = withheld.get(path)
    if (post) {
      found.problems.push(missingWith(post, path))
      continue
    }
    const to = listLike(path, lost, [...paths.keys()], ledger)
    const gone = `- gone: ${path}`
    const message = `${path} was published, and nothing answers there now.`
    const hint = to
      ? `Write in ${redirectsFile}:\n- { from: ${path}, to: ${to} }\nor run  npm run check -- --fix\nIf it is meant to be gone:\n${gone}`
      : `Write in ${redirectsFile} where it leads now, or that it is gone:\n- { from: ${path}, to: /articles/ }\n${gone}`
    found.problems.push(inLedger(sources, path, message, hint))
    if (to) found.fixes.push({ kind: 'redirect', file: redirectsFile, from: path, to })
  }
  return found
}

/** The new list of the same kind that is the only one while one is missing, or has a similar name. */
function listLike(path: string, lost: readonly string[], now: readonly string[], ledger: Ledger): string | undefined {
  const kind = /^\/[^/]+\//.exec(path)?.[0] ?? path
  const isList = (other: string) => other.startsWith(kind) && other.endsWith('/') && other !== kind
  const fresh = now.filter((other) => isList(other) && !ledger.has(other))
  if (fresh.length === 1 && lost.filter(isList).length === 1) return fresh[0]
  return nearest(path, fresh)
}

/** Without a ledger, at the file in which it can be said to be gone. */
function inLedger({ ledger, redirectsFile }: AddressSources, address: string, message: string, hint: string): Problem {
  const finding = { severity: 'error' as const, rule: 'lost-address', message }
  const line = ledger.lineOf(address)
  if (line === undefined) return { file: redirectsFile, line: 1, column: 1, ...finding, hint }
  const excerpt = { text: address, length: address.length }
  const hints = `${hint}\nIf readers never saw it, delete this line.`
  return { file: ledger.file, line, column: 1, ...finding, hint: hints, excerpt }
}
