import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from '../digest'
import type { Article } from './article'
import type { Parsed, PostContext, Unsound } from './post'
import type { Source } from './source'

/** What was found in posts, so that one that has not changed is not parsed again. */
export type PostCache = {
  /** What `parse` says of a source, or has said of the same text before. */
  parsed(source: Source, context: PostContext, parse: () => Parsed): Parsed
  /** Keeps what was asked for since the last time, and nothing else. */
  save(): void
}

const hashes = new WeakMap<object, string>()

/** Of what a post is parsed with; the same for all of them. */
function categoriesHash({ categories }: PostContext): string {
  const hash = hashes.get(categories) ?? hashOf([JSON.stringify(categories)])
  hashes.set(categories, hash)
  return hash
}

type Found = { hash: string; bodyStart: number; parsed: Kept }
type Kept =
  | { article: Omit<Article, 'body'>; problems: Parsed['problems'] }
  | { unsound?: Omit<Unsound, 'body'>; problems: Parsed['problems'] }
type Shelf = { version: string; posts: Record<string, Found> }

/** Reads the cache from a file; one that cannot be read, or that other code has written, counts as empty. */
export function openPostCache(file: string): PostCache {
  const version = versionOf()
  let known = readShelf(file, version)
  let asked: Record<string, Found> = {}
  let hasNews = false
  return {
    parsed(source, context, parse) {
      const hash = hashOf([categoriesHash(context), source.text])
      const found = known[source.file]
      if (found?.hash === hash) {
        asked[source.file] = found
        return withBody(found.parsed, source.text.slice(found.bodyStart))
      }
      const parsed = parse()
      const { kept, body } = withoutBody(parsed)
      asked[source.file] = { hash, bodyStart: source.text.length - body.length, parsed: kept }
      hasNews = true
      return parsed
    },
    save() {
      if (hasNews || Object.keys(asked).length !== Object.keys(known).length)
        writeShelf(file, { version, posts: asked })
      known = asked
      asked = {}
      hasNews = false
    },
  }
}

function withoutBody(parsed: Parsed): { kept: Kept; body: string } {
  if ('article' in parsed) {
    const { body, ...article } = parsed.article
    return { kept: { article, problems: parsed.problems }, body }
  }
  if (!parsed.unsound) return { kept: { problems: parsed.problems }, body: '' }
  const { body, ...unsound } = parsed.unsound
  return { kept: { unsound, problems: parsed.problems }, body }
}

function withBody(kept: Kept, body: string): Parsed {
  if ('article' in kept) return { article: { ...kept.article, body }, problems: kept.problems }
  return { problems: kept.problems, ...(kept.unsound ? { unsound: { ...kept.unsound, body } } : {}) }
}

function readShelf(file: string, version: string): Record<string, Found> {
  try {
    const shelf: Partial<Shelf> = JSON.parse(readFileSync(file, 'utf8'))
    return shelf.version === version ? (shelf.posts ?? {}) : {}
  } catch {
    return {}
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
  const own = path.resolve('lib/content')
  const sources = readdirSync(own).map((name) => path.join(own, name))
  const read = [...sources.sort(), path.resolve('package-lock.json')].map((file) => readFileSync(file, 'utf8'))
  return hashOf([process.version, ...read])
}
