import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from '../digest'
import { sourceFiles } from '../source-files'
import type { Article } from './article'
import { type PostFile, readSource } from './files'
import { type LazyText, readyText } from './lazy-text'
import type { Parsed, PostContext, Unsound } from './post'
import type { Source } from './source'
import { type StampAt, stampAt } from './stamps'

/** What was found in posts, so that one that has not changed is neither parsed again nor read. */
export type PostCache = {
  /** What `parse` says of a post, or has said of the same text before. */
  parsed(post: PostFile, context: PostContext, parse: (source: Source) => Parsed): Parsed
  /** Keeps what was asked for since the last time, and nothing else. */
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
function contextOf({ categories }: PostContext): string {
  const hash = hashes.get(categories) ?? hashOf([JSON.stringify(categories)])
  hashes.set(categories, hash)
  return hash
}

/** Holds for the text that has the hash. Where there is no stamp, only reading the post tells its text. */
type Found = { stamp?: string; hash: string; body: { hash: string; start: number }; parsed: Kept }
type Kept =
  | { article: Omit<Article, 'file' | 'body' | 'at'>; problems: Parsed['problems'] }
  | { unsound?: Omit<Unsound, 'body'>; problems: Parsed['problems'] }
/** `context` stands for what all of them were parsed with. */
type Shelf = { version: string; context: string; posts: Record<string, Found> }

/**
 * Reads the cache from a file; one that cannot be read, or that other code has written, counts as empty. `now` tells the
 * disk's time in milliseconds: what has just been changed may be changed again without looking different. `stampOf` may
 * say what was seen earlier in this run.
 */
export function openPostCache(file: string, now: () => number, stampOf: StampAt = stampAt): PostCache {
  const version = versionOf()
  let { context, posts: known } = readShelf(file, version)
  let asked: Shelf['posts'] = {}
  let hasNews = false
  return {
    parsed(post, parsedWith, parse) {
      if (context !== contextOf(parsedWith)) {
        context = contextOf(parsedWith)
        known = {}
        hasNews = true
      }
      const stamp = stampOf(post.path)
      const found = known[post.file]
      if (found?.stamp !== undefined && found.stamp === stamp?.text) {
        asked[post.file] = found
        return again(found, post, parse)
      }
      // Asked before it is read: what changes from then on bears another time.
      const isSettled = stamp !== undefined && stamp.settled < now()
      const read = readSource(post.path, post.file)
      if (!('source' in read)) return read
      const { source } = read
      const seen = { hash: hashOf([source.text]), ...(isSettled ? { stamp: stamp.text } : {}) }
      if (found?.hash === seen.hash) {
        hasNews ||= found.stamp !== seen.stamp
        asked[post.file] = { ...seen, body: found.body, parsed: found.parsed }
        return again(found, post, parse)
      }
      const fresh = copied({ ...seen, ...keptOf(parse(source), source) })
      asked[post.file] = fresh
      hasNews = true
      return again(fresh, post, parse)
    },
    save() {
      if (hasNews || Object.keys(asked).length !== Object.keys(known).length)
        writeShelf(file, { version, context, posts: asked })
      known = asked
      asked = {}
      hasNews = false
    },
  }
}

// A title that was cut out of a text keeps the whole text in memory.
const copied = (found: Found): Found => JSON.parse(JSON.stringify(found))

function keptOf(parsed: Parsed, { text }: Source): Pick<Found, 'body' | 'parsed'> {
  const { problems } = parsed
  const placeOf = (body: LazyText) => ({ hash: body.hash, start: text.length - body.read().length })
  if ('article' in parsed) {
    const { file: _, at: __, body, ...article } = parsed.article
    return { body: placeOf(body), parsed: { article, problems } }
  }
  if (!parsed.unsound) return { body: placeOf(readyText('')), parsed: { problems } }
  const { body, ...unsound } = parsed.unsound
  return { body: placeOf(body), parsed: { unsound, problems } }
}

/** What was found. Whoever asks for the text of the body, or for a place in the front matter, has the post read again. */
function again({ hash, body: place, parsed: kept }: Found, post: PostFile, parse: (source: Source) => Parsed): Parsed {
  const { file } = post
  const { problems } = kept
  const body = { hash: place.hash, read: () => sourceAgain(hash, post).text.slice(place.start) }
  if (!('article' in kept)) return { problems, ...(kept.unsound ? { unsound: { ...kept.unsound, body } } : {}) }
  let places: Article['at'] | undefined
  const at = (field: string) => {
    places ??= placesIn(parse(sourceAgain(hash, post)))
    return places(field)
  }
  return { article: { file, ...kept.article, body, at }, problems }
}

const placesIn = (parsed: Parsed): Article['at'] => ('article' in parsed ? parsed.article.at : () => undefined)

function sourceAgain(hash: string, { file, path }: PostFile): Source {
  const read = readSource(path, file)
  if ('source' in read && hashOf([read.source.text]) === hash) return read.source
  throw new ChangedPost(file)
}

function readShelf(file: string, version: string): Pick<Shelf, 'context' | 'posts'> {
  try {
    const shelf: Partial<Shelf> = JSON.parse(readFileSync(file, 'utf8'))
    return { context: shelf.context ?? '', posts: shelf.version === version ? (shelf.posts ?? {}) : {} }
  } catch {
    return { context: '', posts: {} }
  }
}

function writeShelf(file: string, shelf: Shelf): void {
  const temporary = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(temporary, JSON.stringify(shelf))
  renameSync(temporary, file)
}

/** Changes with the code that parses, and with the packages it uses. */
function versionOf(): string {
  const sources = [...sourceFiles(path.resolve('lib/content')), path.resolve('package-lock.json')]
  const read = sources.map((file) => readFileSync(file, 'utf8'))
  return hashOf([process.version, ...read])
}
