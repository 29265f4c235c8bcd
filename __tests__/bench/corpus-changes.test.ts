import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { postsOf } from '../../bench/bench-posts'
import { addPost, fileOf, writeCorpus } from '../../bench/corpus'
import { deletePost, editPost, renameAuthor } from '../../bench/corpus-changes'
import { readContent } from '../../lib/content/loader'

const count = 100
let folder: string
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'corpus-')), 'posts')
  writeCorpus(folder, count)
})
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

function read() {
  const at = { directory: folder, fallbackDirectory: folder }
  const { problems, ...content } = readContent({ ...at, now: new Date(), timeZone: 'UTC' })
  // What most of its posts are warned of, as those of a magazine whose pictures lie elsewhere.
  const others = problems.filter(({ rule }) => rule !== 'picture-not-fetched')
  return { ...content, problems: others, remote: problems.length - others.length }
}
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

  it('has posts of the shape of a magazine: pictures of other sites, and none of them tags', () => {
    const { articles, remote } = read()
    const [pictured, tagged] = [articles.filter(({ imageUrl }) => imageUrl), articles.filter(({ tags }) => tags.length)]
    expect(remote).toBe(pictured.length)
    expect(pictured.length).toBeGreaterThan(count / 2)
    expect(pictured.length + tagged.length).toBe(count)
    const bodies = pictured.map(({ body }) => body.read())
    for (const sign of ['\n```', '\n| --- ', '[^1]: ', '\n- **', '# '])
      expect(bodies.filter((body) => body.includes(sign)).length).toBeGreaterThan(pictured.length / 10)
    for (const text of texts().values()) if (text.startsWith('---')) expect(text.length).toBeGreaterThan(4096)
    for (const text of texts().values()) expect(text.length).toBeLessThan(8192)
  })

  it('has words that are common, and many that are rare', () => {
    const counts = new Map<string, number>()
    for (const text of texts().values())
      for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
    expect(counts.size).toBeGreaterThan(1000)
    expect([...counts.values()].filter((uses) => uses <= 3).length).toBeGreaterThan(counts.size / 5)
  })

  it('is the same each time', () => {
    expect(changedBy(() => writeCorpus(folder, count))).toEqual([])
  })
})

describe('a change of a corpus', () => {
  it.each([0, 25, 50, 75, 99])('edits one word in the middle of the body of post %i', (index) => {
    const file = fileOf(folder, index)
    const before = readFileSync(file, 'utf8')
    expect(changedBy(() => editPost(file))).toEqual([path.basename(file)])
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
    expect(articles.find(({ title }) => title.endsWith('no. 100'))?.date).toBe(articles[0]?.date)
  })

  it('renames an author everywhere, and changes the bio', () => {
    const before = read()
    const changed = changedBy(() => renameAuthor(folder, 3))
    const after = read()
    const names = after.authors.map(({ name }) => name)
    const gone = before.authors.filter(({ name }) => !names.includes(name))
    expect(gone).toHaveLength(1)
    const theirs = before.articles.filter(({ authors }) => authors[0] === gone[0]?.name)
    expect(theirs.length).toBeGreaterThan(0)
    expect(changed).toEqual(['_authors.yml', ...theirs.map(({ file }) => path.basename(file))].sort())
    expect(after.problems).toEqual([])
    expect(after.authors.filter(({ bio }) => !before.authors.some((other) => other.bio === bio))).toHaveLength(1)
  })

  it('deletes posts that no other links to', () => {
    const deleted = Array.from({ length: 10 }).flatMap(() => changedBy(() => deletePost(folder)))
    expect(deleted).toHaveLength(10)
    const left = [...texts().values()].join('\n')
    expect(deleted.filter((name) => left.includes(name))).toEqual([])
    expect(read().articles).toHaveLength(count - 10)
  })
})

describe('the posts of a folder of somebody', () => {
  it('are copied, changed and added to, and stay as they are themselves', () => {
    const own = postsOf(folder)
    const [before, copy] = [texts(), path.join(path.dirname(folder), 'copy')]
    own.write(copy)
    const inCopy = () => readdirSync(copy).length
    const whole = inCopy()
    expect([own.count, own.add(copy, 0), own.add(copy, 1), inCopy()]).toEqual([count, true, true, whole + 2])
    const { problems } = readContent({ directory: copy, now: new Date(), timeZone: 'UTC' })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect([editPost(fileOf(copy, 3)), renameAuthor(copy, 0), deletePost(copy), inCopy()]).toEqual([
      ...[true, true, true, whole + 1],
    ])
    expect(texts()).toEqual(before)
  })

  test.each([
    ['code', '---\ntitle: x\n---\n\n```\nSome words of code here\n```\n'],
    ['marks', '---\ntitle: x\n---\n\nSome [words](./of.md) of `prose` here\n'],
  ])('are not edited where there is nothing but %s', (_, text) => {
    const file = path.join(folder, 'own.md')
    writeFileSync(file, text)
    expect([editPost(file), readFileSync(file, 'utf8')]).toEqual([false, text])
  })
})
