import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { readCacheJson } from '@/lib/cache-file.mjs'
import type { Manifest } from '@/lib/publish/release/manifest'
import { build } from './builds'
import { openDesk, settingsOf } from './edits/desk'
import { isDue, newMagazine, newPost } from './edits/magazine'
import { changeFile, followRecipe } from './follow-recipe'
import { changesBetween, differences, timeFaults, treeOf } from './tree'
import { clear, setAside, workingCopy } from './working-copy'

test.describe.configure({ mode: 'serial' })

// A second step: it reads what no page shows, and fails where that says so.
const motto = `import { appendFileSync, readFileSync } from 'node:fs'
import { site } from '../../site'
import type { PublishStep } from './publish-step'

const read = () => readFileSync(site.postsDirectory + '/_motto.txt', 'utf8')

export const motto: PublishStep = {
  name: 'motto',
  inputs: read,
  run() {
    appendFileSync('.cache/runs.txt', '.')
    return [{ path: site.basePath + '/motto.bin', bytes: () => bytesOf(read()) }]
  },
}

function bytesOf(text: string): Uint8Array {
  if (text === 'bad') throw new Error('No motto is bad')
  return Buffer.from(text)
}
`
const magazine = { ...newMagazine(), flags: ['--compress'] }
const shown = magazine.posts.findLast((post) => isDue(post, magazine)) ?? newPost(0, magazine.now)
let copy: string

const inCopy = (name: string) => path.join(copy, name)
const out = () => treeOf(inCopy('out'))
const wordFiles = () => readdirSync(inCopy('out/words'))
const pagesOf = (word: string): string[] | undefined =>
  new Map<string, string[]>(JSON.parse(readFileSync(inCopy(`out/words/${word.charAt(0)}.json`), 'utf8'))).get(word)
const inodes = () => new Map([...out().keys()].map((name) => [name, statSync(inCopy(`out/${name}`)).ino]))
const nothing = { added: [], removed: [], changed: [] }

/** The names of what has been added by the steps, as the manifest of the published release says it. */
function added(): string[] {
  const manifest = readCacheJson(`${realpathSync(inCopy('out'))}.json`) as Pick<Manifest, 'added'>
  return Object.values(manifest.added).flatMap((files) => Object.keys(files))
}

async function buildIt(...flags: string[]): Promise<string> {
  const settings = settingsOf(copy, magazine)
  const { code, words } = await build(copy, { ...settings, flags: flags.length ? flags : settings.flags })
  expect(code, words).toBe(0)
  return words
}

/** What a build says that publishes nothing, and changes nothing of what is published. */
async function refused(): Promise<string> {
  const before = out()
  const { code, words } = await build(copy, settingsOf(copy, magazine))
  expect(code, words).toBe(1)
  expect(changesBetween(before, out())).toEqual(nothing)
  return words
}

test.beforeAll(async () => {
  copy = await workingCopy('before-publish')
  await openDesk(copy, magazine)
  await followRecipe(copy, 'A step before publishing')
  await changeFile(copy, 'lib/publish/steps/motto.ts', motto)
  await changeFile(copy, 'lib/publish/steps/before-publish.ts', [
    ['import { words }', "import { motto } from './motto'\nimport { words }"],
    ['[words]', '[words, motto]'],
  ])
  writeFileSync(inCopy('posts/_motto.txt'), 'Sense.')
  await buildIt()
})
test.afterAll(() => rm(copy, { recursive: true, force: true }))

test('the files of a step are published, led to by every page, compressed and known', () => {
  expect(readFileSync(inCopy('out/about/index.html'), 'utf8')).toContain('href="/magazine/words/index.json"')
  expect(pagesOf('valve')).toContain('/magazine/')
  for (const name of ['words/v.json', 'words/v.json.br', 'words/v.json.gz'])
    expect(existsSync(inCopy(`out/${name}`)), name).toBe(true)
  const published = wordFiles()
    .filter((name) => name.endsWith('.json'))
    .map((name) => `/words/${name}`)
  expect(added().sort()).toEqual([...published, '/motto.bin'].sort())
})

test('with an edit only those files are written that change', async () => {
  expect(await edit(add('\nA zyzzyva.\n'))).toEqual(['words/index.json', 'words/z.json'])
  expect(pagesOf('zyzzyva')).toHaveLength(1)
  expect(added()).toContain('/words/z.json')
  expect(await edit(add('\nZymurgy.\n'))).toEqual(['words/z.json'])
})

test('the release before is published again with its files, and built upon', async () => {
  const newer = await setAside(copy, 'newer')
  await buildIt('--rollback')
  expect([pagesOf('zyzzyva')?.length, pagesOf('zymurgy')]).toEqual([1, undefined])
  await buildIt()
  expect(differences(inCopy('out'), newer)).toEqual([])
})

test('a file that no step adds any more is gone from the next release', async () => {
  const post = inCopy(`posts/${shown.file}`)
  expect(readFileSync(post, 'utf8')).toMatch(/^---\n/)
  await edit(() => writeFileSync(post, readFileSync(post, 'utf8').replace(/^---\n/, '---\ndraft: true\n')))
  expect(wordFiles().filter((name) => name.startsWith('z'))).toEqual([])
  expect(JSON.parse(readFileSync(inCopy('out/words/index.json'), 'utf8'))).not.toContain('z')
  expect(added()).not.toContain('/words/z.json')
})

test('where only what a step reads has changed, its files alone are published', async () => {
  const before = out()
  writeFileSync(inCopy('posts/_motto.txt'), 'Sense and act.')
  await buildIt()
  expect(changesBetween(before, out())).toEqual({ ...nothing, changed: ['motto.bin'] })
  expect(readFileSync(inCopy('out/motto.bin'), 'utf8')).toBe('Sense and act.')
})

test('where nothing that is published has changed, no step runs', async () => {
  const [before, runs] = [out(), readFileSync(inCopy('.cache/runs.txt'), 'utf8')]
  writeFileSync(inCopy('posts/_more.txt'), 'Nobody reads this.')
  expect(await buildIt()).toContain('Nothing that is published has changed')
  expect(changesBetween(before, out())).toEqual(nothing)
  expect(readFileSync(inCopy('.cache/runs.txt'), 'utf8')).toBe(runs)
})

test('a step that fails stops the release under its name, and the next build needs no help', async () => {
  writeFileSync(inCopy('posts/_motto.txt'), 'bad')
  expect(await refused()).toContain('The step "motto" before publishing failed: No motto is bad')
  writeFileSync(inCopy('posts/_motto.txt'), 'Sense.')
  expect(await edit(add('\nNo more.\n'))).toContain('motto.bin')
})

test('two files for one place stop the release, and both are named', async () => {
  const file = inCopy('public/words/index.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '[]')
  expect(await refused()).toContain(
    '"words" before publishing failed: it adds /words/index.json, but public/words/index.json',
  )
  rmSync(path.dirname(file), { recursive: true })
  await buildIt()
})

test('all of that has come to what is built from nothing', async () => {
  const incremental = await setAside(copy, 'incremental')
  await clear(copy)
  await buildIt()
  expect(differences(incremental, inCopy('out'))).toEqual([])
})

/** Builds after a change. Returns which files of steps are not as they were; all others have to be the very same. */
async function edit(change: () => void): Promise<string[]> {
  const [before, places] = [out(), inodes()]
  change()
  expect(await buildIt()).toContain('kept')
  const after = out()
  const { added, removed, changed } = changesBetween(before, after)
  expect(timeFaults(before, after)).toEqual([])
  const others = wordFiles()
    .map((name) => `words/${name}`)
    .filter((name) => ![...added, ...changed].includes(name))
  for (const name of others) expect(inodes().get(name), name).toBe(places.get(name))
  return [...added, ...removed, ...changed].filter((name) => /^words\/.|^motto/.test(name)).sort()
}

/** Adds to the body of a post that is shown. */
const add = (text: string) => () => appendFileSync(inCopy(`posts/${shown.file}`), text)
