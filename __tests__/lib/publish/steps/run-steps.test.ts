import path from 'node:path'
import { ChangedPost } from '@/lib/content/post-cache'
import { ChangedCode } from '@/lib/fingerprint/code'
import type { LoadedSite } from '@/lib/load/loaded-site'
import { MissingBody } from '@/lib/markdown/worker/cache'
import type { Plan } from '@/lib/publish/plan/plan'
import type { ReleaseFile } from '@/lib/publish/release-file'
import type { PublishStep, Unpublished } from '@/lib/publish/steps/publish-step'
import { inputsOfSteps, type Published, runSteps } from '@/lib/publish/steps/run-steps'
import { bodyOf, entry, libraryOf } from '../../library/some-library'

const entries = [entry({ slug: 'a', aliases: ['/was-a/'] })]
const redirects = [{ from: '/old.html', to: '/articles/a/', file: 'posts/_redirects.yml' }, { from: '/burnt/' }]
const loaded: LoadedSite = {
  ...{ library: libraryOf(entries, redirects), bodyOf, htmlOf: () => '', about: bodyOf('about') },
  writtenOf: () => ({ text: '', edits: [] }),
  ...{ pictures: [], problems: [], fixes: [], withheld: [], hasOwnSettings: true, posts: 1 },
}
const text = (path: string, of = ''): ReleaseFile => ({ path, text: () => of })
const own = ['/was-a/index.html', '/old.html', '/feed.xml']
const plan: Plan = {
  pages: new Map(
    ['/', '/articles/a/'].map((path) => [path, { path, route: 'article', digest: '', view: () => fail(path) }]),
  ),
  files: new Map([
    ...own.map((file) => [file, { key: '', file: text(file) }] as const),
    ['/notes.txt', { key: '', file: { path: '/notes.txt', copyOf: path.resolve('public/notes.txt') } }],
  ]),
}
const release: Omit<Unpublished, 'previous'> = {
  ...{ site: loaded, plan, folder: '/next' },
  changed: { pages: ['/articles/a/'], files: [] },
  gone: { pages: [], files: ['/x'] },
}
const taken = ['/index.html', '/articles/a/index.html', '/assets/style.css', ...plan.files.keys()]

const fail = (path: string) => {
  throw new Error(`The view of ${path} is not asked for`)
}
const step = (name: string, run: PublishStep['run']): PublishStep => ({ name, run })
const adding = (name: string, ...paths: string[]) => step(name, () => paths.map((path) => text(path)))

const run = (steps: PublishStep[], before?: Published) =>
  runSteps(steps, { release, taken, onProgress: () => {}, ...(before ? { before } : {}) })

describe('what steps add', () => {
  it('is known by its place, with its step and a key that changes with it', async () => {
    const files = (of: string): ReleaseFile[] => [
      ...[text('/words/', of), { path: '/b', bytes: () => Buffer.from(of) }, { path: '/c', copyOf: `/c-${of}` }],
      { path: '/d', key: of, text: () => fail('/d') },
    ]
    const keys = async (of: string) => [...(await run([step('one', () => files(of))])).values()].map(({ key }) => key)
    const found = await run([step('one', () => files('x')), adding('two', '/e')])
    expect([...found].map(([file, { step }]) => [file, step])).toEqual([
      ...['/words/index.html', '/b', '/c', '/d'].map((file) => [file, 'one']),
      ['/e', 'two'],
    ])
    expect(await keys('x')).toEqual(await keys('x'))
    const [some, others] = [await keys('x'), await keys('y')]
    expect(some.filter((key, index) => key === others[index])).toEqual([])
  })

  test.each([
    ['a page', '/articles/a/', 'the page /articles/a/ has that place'],
    ['an alias', '/was-a/', 'an alias of posts/a.md has that place'],
    ['a redirect', '/old.html', 'a redirect of posts/_redirects.yml has that place'],
    ['what is gone', '/burnt/', '_redirects.yml says that this is gone'],
    ['what is gone, without its slash', '/burnt', '_redirects.yml says that this is gone'],
    ['a file of public/', '/notes.txt', 'public/notes.txt has that place'],
    ['a file that the site makes', '/feed.xml', '/feed.xml of the site itself has that place'],
    ['a file that follows from the code', '/assets/style.css', '/assets/style.css of the site itself has that place'],
    ['a file of another step', '/taken.json', '/taken.json of the step "first" has that place'],
    ['a folder', '/articles', 'the page /articles/a/ has that place'],
    ['a file above it', '/notes.txt/more.json', 'public/notes.txt has that place'],
    [
      'another spelling',
      '/Notes.txt',
      'public/notes.txt has that place. Many disks take /Notes.txt and /notes.txt for one',
    ],
    ['what it is the compressed form of', '/notes.txt.gz', 'public/notes.txt in place of the other'],
    ['its own compressed form', '/packed.json', '/packed.json.br of the step "first" in place of the other'],
  ])('never takes the place of %s', async (_, path, reason) => {
    const second = adding('second', path)
    await expect(run([adding('first', '/taken.json', '/packed.json.br'), second])).rejects.toThrow(
      new RegExp(`^The step "second" before publishing failed: it adds ${path}[ ,].*${reason.replace(/\./g, '\\.')}`),
    )
  })

  test.each([
    'words.json',
    'https://a.example/x',
    '/a/../b',
    '//a',
    '/.env',
    '/a?b',
    '/a#b',
    '/a%2eb',
    '/a\\b',
    '/a\nb',
    '',
  ])('has a path of the site, and not %j', async (path) => {
    await expect(run([adding('words', path)])).rejects.toThrow(`it adds "${path}", which is no path of the site`)
  })
})

describe('a step', () => {
  it('is given the release, and what it has added to the one before as files to return again', async () => {
    let given: Unpublished | undefined
    const words = step('words', (release) => {
      given = release
      return release.previous?.files ?? []
    })
    const added = { words: { '/words/a.json': 'one' }, other: { '/other': 'two' } }
    const found = await run([words], { current: '/releases/1', manifest: { added } })
    const kept = { path: '/words/a.json', key: 'one', copyOf: '/releases/1/words/a.json' }
    expect(given).toEqual({ ...release, previous: { folder: '/releases/1', files: [kept] } })
    expect([...found]).toEqual([['/words/a.json', { step: 'words', file: kept, key: 'one' }]])
  })

  it('that was not there before has added nothing, and knows of no release where all is built', async () => {
    const seen: unknown[] = []
    const words = step('words', ({ previous }) => {
      seen.push(previous)
      return []
    })
    await run([words], { current: '/releases/1', manifest: { added: {} } })
    await run([words])
    expect(seen).toEqual([{ folder: '/releases/1', files: [] }, undefined])
  })

  it('that fails is named', async () => {
    const cause = new Error('no ink')
    const failure = run([step('print', () => Promise.reject(cause))])
    await expect(failure).rejects.toMatchObject({ message: 'The step "print" before publishing failed: no ink', cause })
  })

  test.each([
    ['a body that is missing', new MissingBody('gone')],
    ['a post that was changed', new ChangedPost('posts/a.md')],
    ['code that was changed', new ChangedCode()],
  ])('leaves to the build what the build answers: %s', async (_, error) => {
    await expect(run([step('print', () => Promise.reject(error))])).rejects.toBe(error)
  })
})

it('asks each step what else it reads', async () => {
  const reading = (inputs: string): PublishStep => ({ ...adding('words'), inputs: () => inputs })
  const of = (...steps: PublishStep[]) => inputsOfSteps(steps, loaded)
  expect(await of(reading('a'), adding('b'))).toBe(await of(reading('a'), adding('b')))
  expect(await of(reading('a'))).not.toBe(await of(reading('b')))
  const failing = { ...adding('words'), inputs: () => fail('/') }
  await expect(of(failing)).rejects.toThrow('The step "words" before publishing failed: The view of /')
})
