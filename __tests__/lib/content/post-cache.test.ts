import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PostFile } from '@/lib/content/files'
import { placeIn } from '@/lib/content/places'
import { type Parsed, parsePost } from '@/lib/content/post'
import { openPostCache, type PostCache } from '@/lib/content/post-cache'
import { type Source, sourceOf } from '@/lib/source'
import { categories, post } from './valid-post'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'posts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

// The disk's clock of the tests: late enough for every stamp to be trusted.
const later = () => Date.now() + 60_000
const open = (now = later) => openPostCache(kept(), now)
const kept = () => path.join(folder, 'kept')
/** The only file of the cache. */
function cacheFile(): string {
  const names = readdirSync(kept())
  expect(names).toHaveLength(1)
  return path.join(kept(), names[0] ?? '')
}
const lines = () => readFileSync(cacheFile(), 'utf8').split('\n').filter(Boolean).length

/** A post that lies in the folder with this text. */
function postFile(name: string, text: string): PostFile {
  const file = path.join(folder, path.basename(name))
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  return { file: name, path: file }
}

/** What a cache says of a text, and whether the text was parsed for it. */
function ask(cache: PostCache, text: string, { name = 'posts/a-valve.md', known = categories } = {}) {
  const parse = jest.fn((source: Source) => parsePost(source, { categories: known, language: 'en' }))
  const parsed = cache.parsed(postFile(name, text), { categories: known, language: 'en' }, parse)
  return { parsed, isParsed: parse.mock.calls.length > 0 }
}

/** All of a post, with what is otherwise read when it is asked for. */
function whole(parsed: Parsed) {
  if (!('article' in parsed)) {
    const { invalid, problems } = parsed
    return { problems, invalid: invalid && { ...invalid, body: invalid.body.read(), hash: invalid.body.hash } }
  }
  const { places, body, ...article } = parsed.article
  const fields = ['title', 'date', 'slug', 'author', 'author.0', 'tags', 'tags.0', 'tags.1', 'tags.2', 'aliases.0']
  return {
    ...parsed,
    article: { ...article, body: body.read(), hash: body.hash, at: fields.map((field) => placeIn(places, field)) },
  }
}

/** A cache that has seen these texts, each under a name of its own, and kept them. */
function cacheOf(...texts: string[]): PostCache {
  const cache = open()
  for (const [index, text] of texts.entries()) ask(cache, text, { name: nameOf(index) })
  cache.save()
  return cache
}
const nameOf = (index: number) => `posts/post-${index}.md`
const again = (cache: PostCache, text: string, index = 0) => ask(cache, text, { name: nameOf(index) })

const unclosed = '---\ntitle: A valve\n'
const texts: [what: string, text: string][] = [
  ['a post', post()],
  [
    'a post with every kind of field',
    post({ tags: '[Edge, Power]', series: 'Pipes', featured: 'true', aliases: '[/a/]' }),
  ],
  ['no body at all', post({}, '')],
  ['a body without a last line end', post({}, 'Text.')],
  ['nothing behind the fence', post().slice(0, post().indexOf('\n---\n') + 4)],
  ['Windows line ends', post({}, 'One.\n\nTwo.\n').replaceAll('\n', '\r\n')],
  ['mixed line ends', post({}, 'One.\r\nTwo.\n\r\n')],
  ['spaces behind the closing fence', post({}, 'Text.\n').replace('\n---\nText', '\n---  \t\nText')],
  ['spaces in the first line of the body', post({}, '  \n    code\n')],
  ['empty lines before the text', post({}, '\n\n\nText.\n\n\n')],
  ['a line of hyphens in the body', post({}, 'One.\n\n---\n\nTwo.\n')],
  ['a mark of byte order in the body', post({}, '\uFEFFText.\n')],
  ['characters of two units', post({ title: '😀 valve' }, '😀 ﷽ e\u0301\n')],
  ['a draft', post({ draft: 'true' })],
  ['a draft with an error', post({ draft: 'true', category: 'insigt' })],
  ['an error in a field', post({ date: '2024-02-30' })],
  ['two errors', post({ date: 'soon', title: undefined })],
  ['a warning', post({ tags: '[edge, edge]' })],
  ['a fence that is not closed', unclosed],
  ['no front matter', 'Text.\n'],
  ['a mark of byte order before the fence', `\uFEFF${post()}`],
  ['empty front matter', '---\n---\nText.\n'],
  ['nothing', ''],
]

describe('a post that has not changed', () => {
  test.each(texts)('is not parsed again, and comes back equal: %s', (_, text) => {
    const fresh = ask(open(), text, { name: nameOf(0) })
    expect(fresh.isParsed).toBe(true)
    for (const cache of [cacheOf(text), open()]) {
      const { parsed, isParsed } = again(cache, text)
      expect(isParsed).toBe(false)
      expect(whole(parsed)).toEqual(whole(fresh.parsed))
      // The digest of an article is that of its text, in which the order of fields counts.
      if ('article' in parsed) expect(JSON.stringify(whole(parsed))).toBe(JSON.stringify(whole(fresh.parsed)))
    }
  })

  it('stays known however often the cache is opened and saved', () => {
    cacheOf(post())
    for (let round = 0; round < 3; round++) {
      const cache = open()
      expect(again(cache, post()).isParsed).toBe(false)
      cache.save()
    }
  })

  it('leaves the file as it is', () => {
    const cache = cacheOf(post())
    writeFileSync(cacheFile(), 'watched')
    again(cache, post())
    cache.save()
    expect(readFileSync(cacheFile(), 'utf8')).toBe('watched')
  })

  it('is known within one run before anything is saved', () => {
    const cache = cacheOf(post())
    again(cache, post({ title: 'A lamp' }))
    cache.save()
    expect(again(cache, post({ title: 'A lamp' })).isParsed).toBe(false)
  })
})

describe('a post is parsed again', () => {
  test.each([
    ['its title', post({ title: 'A value' })],
    ['a letter of its body', post({}, 'Test.\n')],
    ['a line end of its body', post({}, 'Text.\n\n')],
    ['nothing but a space behind the fence', post().replace('\n---\nText', '\n--- \nText')],
  ])('when it has changed: %s', (_, text) => {
    cacheOf(post())
    const { parsed, isParsed } = again(open(), text)
    expect(isParsed).toBe(true)
    expect(whole(parsed)).toEqual(whole(parsePost(sourceOf(nameOf(0), text), { categories, language: 'en' })))
  })

  test.each([
    ['another slug', [{ slug: 'lamps', name: 'Insight' }]],
    ['another name', [{ slug: 'insight', name: 'Insights' }]],
    ['one more', [...categories, { slug: 'lamps', name: 'Lamps' }]],
    ['none', []],
  ])('when the categories have changed: %s', (_, known) => {
    cacheOf(post())
    expect(ask(open(), post(), { name: nameOf(0), known }).isParsed).toBe(true)
  })

  it('under another name, which its slug may come from', () => {
    cacheOf(post())
    const { parsed, isParsed } = again(open(), post(), 1)
    expect(isParsed).toBe(true)
    expect(parsed).toHaveProperty('article.slug', 'post-1')
  })

  it('when only its line was damaged', () => {
    cacheOf(post(), post({ title: 'A lamp' }))
    writeFileSync(cacheFile(), readFileSync(cacheFile(), 'utf8').replace('A lamp', 'A limp'))
    expect(again(open(), post(), 0).isParsed).toBe(false)
    const cache = open()
    expect(again(cache, post({ title: 'A lamp' }), 1).isParsed).toBe(true)
    cache.save()
    expect(again(open(), post({ title: 'A lamp' }), 1).isParsed).toBe(false)
  })

  test.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, -20)],
    ['empty', () => ''],
    ['nothing but null', () => 'null'],
    ['a list', () => '[]\n'],
  ])('when the file of the cache is %s', (_, damaged) => {
    cacheOf(post())
    writeFileSync(cacheFile(), damaged(readFileSync(cacheFile(), 'utf8')))
    const cache = open()
    expect(again(cache, post()).isParsed).toBe(true)
    cache.save()
    expect(again(open(), post()).isParsed).toBe(false)
  })

  it('when a folder stands in the place of the file', () => {
    cacheOf(post())
    const file = cacheFile()
    rmSync(file)
    mkdirSync(file)
    cacheOf(post())
    expect(again(open(), post()).isParsed).toBe(false)
  })

  it('when other code has read it', () => {
    cacheOf(post())
    renameSync(cacheFile(), path.join(kept(), 'other.lines'))
    const cache = open()
    expect(again(cache, post()).isParsed).toBe(true)
    cache.save()
    expect(cacheFile()).not.toContain('other')
  })
})

describe('the file of the cache', () => {
  it('grows by a line for each post that has changed, and holds what other processes have added', () => {
    const [one, other] = [open(), open()]
    ask(one, post(), { name: nameOf(0) })
    ask(other, post({ title: 'A lamp' }), { name: nameOf(1) })
    for (const cache of [one, other]) cache.save()
    expect(lines()).toBe(2)
    const cache = open()
    expect([again(cache, post(), 0), again(cache, post({ title: 'A lamp' }), 1)]).toMatchObject([
      { isParsed: false },
      { isParsed: false },
    ])
    again(cache, post({ title: 'A pump' }), 0)
    cache.save()
    expect(lines()).toBe(3)
  })

  it('forgets what nobody has asked for, once that has become much', () => {
    const cache = cacheOf(post())
    const titles = Array.from({ length: 1005 }, (_, number) => `A valve, no. ${number}`)
    for (const title of titles) {
      again(cache, post({ title }))
      cache.save()
    }
    expect(lines()).toBeLessThan(10)
    expect(again(open(), post({ title: titles.at(-1) ?? '' })).isParsed).toBe(false)
  })
})

describe('a post whose file has not changed', () => {
  const textOf = ({ parsed }: { parsed: Parsed }) => 'article' in parsed && parsed.article.body.read()

  it('is not read until its text is asked for, which says when that is another by then', () => {
    cacheOf(post())
    const asked = again(open(), post())
    expect(textOf(asked)).toBe('Text.\n')
    postFile(nameOf(0), post({}, 'Test.\n'))
    expect(() => textOf(asked)).toThrow('posts/post-0.md was changed while it was being read')
  })

  it('is not held even right after it was parsed: thousands of texts take much memory', () => {
    const asked = ask(open(), post())
    postFile('posts/a-valve.md', post({}, 'Test.\n'))
    expect(() => textOf(asked)).toThrow('posts/a-valve.md was changed while it was being read')
  })

  it('still knows where its fields stand', () => {
    cacheOf(post())
    const { parsed } = again(open(), post())
    const place = (field: string) => 'article' in parsed && placeIn(parsed.article.places, field)
    rmSync(path.join(folder, 'post-0.md'))
    expect(place('title')).toEqual({ line: 2, column: 8, text: 'title: A valve', length: 7 })
    expect(place('series')).toBeUndefined()
  })

  it('is read again when its text has changed in the same length, even under its old time', () => {
    cacheOf(post())
    const { path: place } = postFile(nameOf(0), post())
    const { atime, mtime } = statSync(place)
    writeFileSync(place, post({}, 'Test.\n'))
    utimesSync(place, atime, mtime)
    expect(textOf(again(open(), post({}, 'Test.\n')))).toBe('Test.\n')
  })

  it('is read again where it was so young that it may have changed unseen', () => {
    const young = () => open(() => statSync(path.join(folder, 'post-0.md')).ctimeMs)
    postFile(nameOf(0), post())
    for (let round = 0; round < 2; round++) {
      const cache = young()
      again(cache, post())
      cache.save()
      expect(readFileSync(cacheFile(), 'utf8')).not.toContain('"fileStat"')
    }
    const cache = open()
    expect(again(cache, post()).isParsed).toBe(false)
    cache.save()
    expect(readFileSync(cacheFile(), 'utf8')).toContain('"fileStat"')
  })

  it('is no post any more when it has gone', () => {
    cacheOf(post())
    const lost = postFile(nameOf(0), post())
    rmSync(lost.path)
    const parsed = open().parsed(lost, { categories, language: 'en' }, (source) =>
      parsePost(source, { categories, language: 'en' }),
    )
    expect(parsed.problems).toMatchObject([{ rule: 'unreadable' }])
  })
})
