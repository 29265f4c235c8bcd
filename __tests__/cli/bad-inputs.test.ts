import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '@/lib/problem'
import { post } from '../lib/content/valid-post'
import { badBodies, fineBodies, longBodies } from './bad-bodies'
import { badFiles, close, closed, fineFiles, makeUnreadable } from './bad-files'
import { badFrontMatter, type Row } from './bad-front-matter'
import { type Ended, newProject, ordinaryUser, type Project } from './project'

// A file can be closed only to someone who is not root, and may read the code all the same.
const user = ordinaryUser()
const rows: Row[] = [...badFrontMatter, ...badBodies, ...badFiles, ...(user ? [closed] : [])]
const fine = [...fineFiles, ...fineBodies, ['taken.md', post()] as const]
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

let bad: Project
let good: Project
let found: Ended
let nothing: Ended
let unreadable: Row[]

beforeAll(async () => {
  bad = newProject(user)
  good = newProject()
  for (const [file, text] of [...rows, ...longBodies, ...fine]) bad.write(`posts/${file}`, text)
  for (const [file, text] of fine) good.write(`posts/${file}`, text)
  bad.write('posts/draft.md', post({ draft: 'true' }))
  bad.write('posts/later.md', post({ date: '2024-06-02' }))
  bad.write('posts/dot.png', Buffer.from(dot, 'base64'))
  bad.write('posts/_redirects.yml', '- gone: /articles/lost/\n')
  unreadable = makeUnreadable(path.join(bad.folder, 'posts'))
  if (user) close(path.join(bad.folder, 'posts'))
  found = await bad.run('check', ['--format', 'json'])
  nothing = await good.run('check')
})
afterAll(() => {
  bad.remove()
  good.remove()
})

const problems = () => JSON.parse(found.out) as Problem[]
const toldOf = (name: string) => problems().filter(({ file }) => file === `posts/${name}`)
const placesOf = (name: string) =>
  toldOf(name).map(({ line, column, severity, rule }) => `${line}:${column} ${severity} ${rule}`)

function expectTold([file, , ...told]: Row): void {
  expect(placesOf(file)).toEqual(told.map(([place]) => place))
  expect(toldOf(file).map(({ message }) => message)).toEqual(told.map(([, message]) => expect.stringMatching(message)))
}

describe('one run over a folder of everything that can go wrong', () => {
  it('ends, refuses, and throws at nobody', () => {
    expect(found.code).toBe(1)
    expect(found.err).not.toMatch(/\n\s+at /)
  })

  test.each(rows.map((row) => [row[0], row] as const))(
    'says of %s what is wrong, where, and nothing else',
    (_, row) => {
      expectTold(row)
    },
  )

  it('names a link, a folder and a pipe, and opens none of them', () => {
    for (const row of unreadable) expectTold(row)
  })

  it.each(longBodies)('gives %s the time it needs, or says that it was given up', (file) => {
    expect(['', '8:1 error output-limit', '8:1 error too-slow']).toContain(placesOf(file).join())
  })

  it('speaks of no other file', () => {
    const named = new Set([...rows, ...longBodies, ...unreadable].map(([file]) => `posts/${file}`))
    expect(problems().filter(({ file }) => !named.has(file))).toEqual([])
  })

  it('runs nothing that a post holds', () => {
    expect(existsSync(path.join(bad.folder, 'trapped'))).toBe(false)
  })
})

describe('one run over what is odd and right', () => {
  it('reads every post, and has nothing against any', () => {
    expect(nothing.err).not.toMatch(/\n\s+at /)
    expect(nothing.out.trimEnd()).toBe(`No problems in ${fine.length} posts.`)
    expect(nothing.code).toBe(0)
  })
})
