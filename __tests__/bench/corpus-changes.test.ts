import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { corpusNow, fileOf, writeCorpus } from '../../bench/corpus'
import { addPost, deletePost, editPost, renameAuthor } from '../../bench/corpus-changes'
import { readContent } from '../../lib/content/loader'

const count = 100
let folder: string
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'corpus-')), 'posts')
  writeCorpus(folder, count)
})
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

const read = () =>
  readContent({ directory: folder, fallbackDirectory: folder, now: new Date(corpusNow(count)), timeZone: 'UTC' })
const texts = () => new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))

/** The files that a change adds, removes or writes again. */
function changedBy(change: () => void): string[] {
  const before = texts()
  change()
  const after = texts()
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).sort()
}

describe('a corpus', () => {
  it('is published whole, without a problem', () => {
    const { articles, problems, withheld } = read()
    expect([articles.length, problems, withheld]).toEqual([count, [], []])
  })

  it('is the same each time', () => {
    expect(changedBy(() => writeCorpus(folder, count))).toEqual([])
  })
})

describe('a change of a corpus', () => {
  it.each([0, 25, 50, 75, 99])('edits one word in the middle of the body of post %i', (index) => {
    const file = fileOf(folder, index)
    const before = readFileSync(file, 'utf8')
    expect(changedBy(() => editPost(folder, index))).toEqual([path.basename(file)])
    const [words, edited] = [before, readFileSync(file, 'utf8')].map((text) => text.split(/\s+/))
    const different = words?.flatMap((word, at) => (word === edited?.[at] ? [] : at)) ?? []
    expect(edited?.length).toBe(words?.length)
    expect(different).toHaveLength(1)
    const share = (different[0] ?? 0) / (words?.length ?? 0)
    expect(share).toBeGreaterThan(0.3)
    expect(share).toBeLessThan(0.6)
    expect(read().problems).toEqual([])
  })

  it('adds a post that is the newest, and due', () => {
    addPost(folder, count)
    const { articles, problems } = read()
    expect([articles.length, problems]).toEqual([count + 1, []])
    expect(articles[0]?.title).toMatch(/no\. 100$/)
  })

  it('renames an author everywhere, and changes the bio', () => {
    const before = read()
    const [author] = before.authors.slice(3)
    const posts = before.articles.flatMap(({ file, authors }) =>
      authors[0] === author?.name ? path.basename(file) : [],
    )
    expect(posts.length).toBeGreaterThan(0)
    expect(changedBy(() => renameAuthor(folder, 3))).toEqual(['_authors.yml', ...posts].sort())
    const after = read()
    expect(after.problems).toEqual([])
    expect(after.authors.map(({ name }) => name)).not.toContain(author?.name)
    expect(after.authors.filter(({ bio }) => !before.authors.some((other) => other.bio === bio))).toHaveLength(1)
  })

  it('deletes posts that no other links to', () => {
    const deleted = Array.from({ length: 10 }).flatMap(() => changedBy(() => deletePost(folder, count)))
    expect(deleted).toHaveLength(10)
    const left = [...texts().values()].join('\n')
    expect(deleted.filter((name) => left.includes(name))).toEqual([])
    expect(read().articles).toHaveLength(count - 10)
  })
})
