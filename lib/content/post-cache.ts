import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { appendCacheLines, type CacheLine, readCacheLines, writeCacheLines } from '../cache-lines'
import { hashOf } from '../digest'
import { type FileStatAt, fileStatAt } from '../file-stat'
import { contentFingerprint } from '../fingerprint/layers'
import type { Source } from '../source'
import type { Article } from './article'
import { type PostFile, readSource } from './files'
import { type LazyText, readyText } from './lazy-text'
import type { FieldPlaces, FieldSpans } from './places'
import type { InvalidPost, Parsed, PostContext } from './post'

/** What was found in posts, so that one that has not changed is neither parsed again nor read. */
export type PostCache = {
  /** What `parse` says of a post, or has said of the same text before. */
  parsed(post: PostFile, context: PostContext, parse: (source: Source) => Parsed): Parsed
  /** Writes down what has become known. What nobody asks for any more is forgotten once that has become much. */
  save(): void
}

/** Of a post that was saved meanwhile, one half would be old and the other new. */
export class ChangedPost extends Error {
  constructor(file: string) {
    super(`${file} was changed while it was being read. Try again.`)
  }
}

const hashes = new WeakMap<object, string>()

/** Of what posts are parsed with; the same object is asked about for thousands of them. */
function contextOf({ categories, language }: PostContext): string {
  const hash = hashes.get(categories) ?? hashOf([JSON.stringify([categories, language])])
  hashes.set(categories, hash)
  return hash
}

/** What was found in a text that has the hash. Where there is no stamp, only reading the post tells its text. */
type Found = Kept & { places: FieldPlaces }
type Kept = { fileStat?: string; hash: string; body: { hash: string; start: number }; parsed: KeptPost }
type KeptPost =
  | { article: Omit<Article, 'file' | 'body' | 'places'>; problems: Parsed['problems'] }
  | { invalid?: Omit<InvalidPost, 'body'>; problems: Parsed['problems'] }

/** A line of a cache. Of those with one name, the last counts. */
type Line = CacheLine<[file: string, kept: Kept], FieldSpans>

const lineOf = (file: string, { places, ...kept }: Found): Line => ({ value: [file, kept], rest: places })

/**
 * Opens the cache that lies in a folder: a file for each version of the code and of what posts are parsed with. `now` tells
 * the disk's time in milliseconds: what has just been changed may be changed again without looking different. `fileStatOf`
 * may say what was seen earlier in this run.
 */
export function openPostCache(folder: string, now: () => number, fileStatOf: FileStatAt = fileStatAt): PostCache {
  let file: string | undefined
  let opened: string | undefined
  let known = new Map<string, Found>()
  let asked = new Map<string, Found>()
  let news: Line[] = []
  let written = 0

  function open(context: string): void {
    if (context === opened) return
    opened = context
    file = path.join(folder, `${hashOf([contentFingerprint(), context])}.lines`)
    const lines = readCacheLines(file) as Line[]
    known = new Map(lines.map(({ value: [name, kept], rest }) => [name, { ...kept, places: rest }]))
    written = lines.length
    asked = new Map()
    news = []
  }

  function note(file: string, found: Found): Found {
    news.push(lineOf(file, found))
    return found
  }

  function find(post: PostFile, parse: (source: Source) => Parsed): Found | Pick<Parsed, 'problems'> {
    const fileStat = fileStatOf(post.path)
    const found = known.get(post.file)
    if (found?.fileStat !== undefined && found.fileStat === fileStat?.text) return found
    // Asked before it is read: what changes from then on bears another time.
    const isSettled = fileStat !== undefined && fileStat.settled < now()
    const read = readSource(post.path, post.file)
    if (!('source' in read)) return read
    const { source } = read
    const seen = { hash: hashOf([source.text]), ...(isSettled ? { fileStat: fileStat.text } : {}) }
    if (found?.hash !== seen.hash) return note(post.file, foundIn(parse(source), source, seen))
    if (found.fileStat === seen.fileStat) return found
    const { body, parsed, places } = found
    return note(post.file, { ...seen, body, parsed, places })
  }

  return {
    parsed(post, context, parse) {
      open(contextOf(context))
      const found = find(post, parse)
      if ('problems' in found) return found
      asked.set(post.file, found)
      return again(found, post)
    },
    save() {
      if (file === undefined) return
      const isMuch = written + news.length > mostKept(asked.size)
      const lines = isMuch ? Array.from(asked, ([file, found]) => lineOf(file, found)) : news
      if (isMuch) writeCacheLines(file, lines)
      else if (lines.length) appendCacheLines(file, lines)
      if (!written && lines.length) removeOthers(file)
      written = isMuch ? lines.length : written + lines.length
      known = asked
      asked = new Map()
      news = []
    },
  }
}

// A writer goes back and forth, between branches too.
const mostKept = (asked: number) => 2 * asked + 1000

/** What other code has written, or what was parsed with other categories. */
function removeOthers(file: string): void {
  const folder = path.dirname(file)
  for (const name of readdirSync(folder))
    if (name !== path.basename(file)) rmSync(path.join(folder, name), { recursive: true, force: true })
}

function foundIn(parsed: Parsed, source: Source, seen: Pick<Found, 'hash' | 'fileStat'>): Found {
  const { places, ...kept } = keptOf(parsed, source)
  const spans = places && copied(places())
  return { ...copied({ ...seen, ...kept }), places: () => spans ?? { head: '', spans: {} } }
}

// A title that was cut out of a text keeps the whole text in memory.
const copied = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data))

function keptOf(parsed: Parsed, { text }: Source): Pick<Kept, 'body' | 'parsed'> & { places?: FieldPlaces } {
  const { problems } = parsed
  const placeOf = (body: LazyText) => ({ hash: body.hash, start: text.length - body.read().length })
  if ('article' in parsed) {
    const { file: _, body, places, ...article } = parsed.article
    return { body: placeOf(body), parsed: { article, problems }, places }
  }
  if (!parsed.invalid) return { body: placeOf(readyText('')), parsed: { problems } }
  const { body, ...invalid } = parsed.invalid
  return { body: placeOf(body), parsed: { invalid, problems } }
}

/** What was found. Whoever asks for the text of the body has the post read again. */
function again({ hash, body: place, parsed: kept, places }: Found, post: PostFile): Parsed {
  const { file } = post
  const { problems } = kept
  const body = { hash: place.hash, read: () => sourceAgain(hash, post).text.slice(place.start) }
  if (!('article' in kept)) return { problems, ...(kept.invalid ? { invalid: { ...kept.invalid, body } } : {}) }
  return { article: { file, ...kept.article, body, places }, problems }
}

function sourceAgain(hash: string, { file, path }: PostFile): Source {
  const read = readSource(path, file)
  if ('source' in read && hashOf([read.source.text]) === hash) return read.source
  throw new ChangedPost(file)
}
