import { readCacheJson, writeCacheFile } from '../cache-file.mjs'
import { hashOf } from '../digest'
import { type FileStatAt, fileStatAt } from '../file-stat'
import { contentFingerprint } from '../fingerprint/layers'
import type { Source } from '../source'
import type { Article } from './article'
import { type PostFile, readSource } from './files'
import { type LazyText, readyText } from './lazy-text'
import type { InvalidPost, Parsed, PostContext } from './post'

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
type Found = { fileStat?: string; hash: string; body: { hash: string; start: number }; parsed: Kept }
type Kept =
  | { article: Omit<Article, 'file' | 'body'>; problems: Parsed['problems'] }
  | { invalid?: Omit<InvalidPost, 'body'>; problems: Parsed['problems'] }
/** `context` stands for what all of them were parsed with. */
type CacheFile = { version: string; context: string; posts: Record<string, Found> }

/**
 * Reads the cache from a file; one that cannot be read, or that other code has written, counts as empty. `now` tells the
 * disk's time in milliseconds: what has just been changed may be changed again without looking different. `fileStatOf` may
 * say what was seen earlier in this run.
 */
export function openPostCache(file: string, now: () => number, fileStatOf: FileStatAt = fileStatAt): PostCache {
  const version = contentFingerprint()
  let { context, posts: known } = readKnown(file, version)
  let asked: CacheFile['posts'] = {}
  let hasNews = false
  return {
    parsed(post, parsedWith, parse) {
      if (context !== contextOf(parsedWith)) {
        context = contextOf(parsedWith)
        known = {}
        hasNews = true
      }
      const fileStat = fileStatOf(post.path)
      const found = known[post.file]
      if (found?.fileStat !== undefined && found.fileStat === fileStat?.text) {
        asked[post.file] = found
        return again(found, post)
      }
      // Asked before it is read: what changes from then on bears another time.
      const isSettled = fileStat !== undefined && fileStat.settled < now()
      const read = readSource(post.path, post.file)
      if (!('source' in read)) return read
      const { source } = read
      const seen = { hash: hashOf([source.text]), ...(isSettled ? { fileStat: fileStat.text } : {}) }
      if (found?.hash === seen.hash) {
        hasNews ||= found.fileStat !== seen.fileStat
        asked[post.file] = { ...seen, body: found.body, parsed: found.parsed }
        return again(found, post)
      }
      const fresh = copied({ ...seen, ...keptOf(parse(source), source) })
      asked[post.file] = fresh
      hasNews = true
      return again(fresh, post)
    },
    save() {
      if (hasNews || Object.keys(asked).length !== Object.keys(known).length)
        writeCacheFile(file, JSON.stringify({ version, context, posts: asked } satisfies CacheFile))
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
    const { file: _, body, ...article } = parsed.article
    return { body: placeOf(body), parsed: { article, problems } }
  }
  if (!parsed.invalid) return { body: placeOf(readyText('')), parsed: { problems } }
  const { body, ...invalid } = parsed.invalid
  return { body: placeOf(body), parsed: { invalid, problems } }
}

/** What was found. Whoever asks for the text of the body has the post read again. */
function again({ hash, body: place, parsed: kept }: Found, post: PostFile): Parsed {
  const { file } = post
  const { problems } = kept
  const body = { hash: place.hash, read: () => sourceAgain(hash, post).text.slice(place.start) }
  if (!('article' in kept)) return { problems, ...(kept.invalid ? { invalid: { ...kept.invalid, body } } : {}) }
  return { article: { file, ...kept.article, body }, problems }
}

function sourceAgain(hash: string, { file, path }: PostFile): Source {
  const read = readSource(path, file)
  if ('source' in read && hashOf([read.source.text]) === hash) return read.source
  throw new ChangedPost(file)
}

function readKnown(file: string, version: string): Pick<CacheFile, 'context' | 'posts'> {
  const found = readCacheJson(file) as CacheFile | undefined
  return found?.version === version ? found : { context: '', posts: {} }
}
