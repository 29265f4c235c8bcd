import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cachedBundle } from '../../lib/bundle-cache.mjs'
import { nameOf, ownName, processOf } from '../../lib/processes.mjs'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'bundles-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const write = (text: string) => async (folder: string) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'check.mjs'), text)
}
const kept = (version: string, text = version) => cachedBundle({ directory, name: 'check', version }, write(text))

/** The id of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['--version']).pid

/** As if it had been made so many seconds ago. */
async function left(name: string, secondsAgo: number) {
  await write(name)(path.join(directory, name))
  const at = Date.now() / 1000 - secondsAgo
  utimesSync(path.join(directory, name), at, at)
}

test('is made once', async () => {
  const file = await kept('a1')
  expect(await kept('a1', 'again')).toBe(file)
  expect(readFileSync(file, 'utf8')).toBe('a1')
  expect(readdirSync(directory)).toEqual(['check-a1'])
})

test.each([
  ['another process', () => String(process.ppid)],
  ['a process of another host', () => nameOf({ ...processOf(ownName), pid: ended(), host: 'web-2.example' })],
])('leaves what %s is making', async (_, maker) => {
  const theirs = `check-a1.${maker()}`
  await left(theirs, 10)
  expect(existsSync(await kept('a1'))).toBe(true)
  expect(readdirSync(directory).sort()).toEqual(['check-a1', theirs])
})

test('is whose was ready first, when several make it', async () => {
  const meanwhile = async (folder: string) => {
    await write('ours')(folder)
    await write('theirs')(path.join(directory, 'check-a1'))
  }
  const file = await cachedBundle({ directory, name: 'check', version: 'a1' }, meanwhile)
  expect(readFileSync(file, 'utf8')).toBe('theirs')
  expect(readdirSync(directory)).toEqual(['check-a1'])
})

test('says so when nothing was made', async () => {
  await expect(cachedBundle({ directory, name: 'check', version: 'a1' }, async () => {})).rejects.toThrow('ENOENT')
})

test('is not kept where the code was changed while it was read', async () => {
  const changed = cachedBundle({ directory, name: 'check', version: 'a1', isCurrent: () => false }, write('half'))
  await expect(changed).rejects.toThrow('The code of check was changed while it was read. Try again.')
  expect(readdirSync(directory)).toEqual([])
})

test('is made again where somebody has taken away a part of it', async () => {
  rmSync(await kept('a1'))
  writeFileSync(path.join(directory, 'check-a1', 'chunk.mjs'), '')
  expect(readFileSync(await kept('a1', 'again'), 'utf8')).toBe('again')
  expect(readdirSync(directory)).toEqual(['check-a1'])
})

test('stays while it is used, though newer ones are made', async () => {
  await left('check-a1', 30)
  await left('check-a2', 20)
  await kept('a1')
  await kept('a3')
  expect(readdirSync(directory).sort()).toEqual(['check-a1', 'check-a3'])
})

test('goes when it is older than the one before, or its maker ended before it was done', async () => {
  await left('check-a1', 30)
  await left('check-a2', 20)
  await left(`check-a2.${ended()}`, 10)
  await left('new-a1', 40)
  await kept('a3')
  expect(readdirSync(directory).sort()).toEqual(['check-a2', 'check-a3', 'new-a1'])
})

test.each<[string, (folder: string) => void]>([
  ['a part is gone', (folder) => rmSync(path.join(folder, 'chunk.mjs'))],
  ['a part is empty', (folder) => writeFileSync(path.join(folder, 'chunk.mjs'), '')],
  ['the file to run is another of its size', (folder) => writeFileSync(path.join(folder, 'check.mjs'), 'a2')],
  ['nothing says what was made', (folder) => rmSync(path.join(folder, 'checksums.json'))],
])('is made again where %s', async (_, damage) => {
  const two = async (folder: string) => {
    await write('a1')(folder)
    writeFileSync(path.join(folder, 'chunk.mjs'), 'part')
  }
  const make = () => cachedBundle({ directory, name: 'check', version: 'a1' }, two)
  damage(path.dirname(await make()))
  const folder = path.dirname(await make())
  const text = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  expect([text('check.mjs'), text('chunk.mjs')]).toEqual(['a1', 'part'])
  expect(readdirSync(directory)).toEqual(['check-a1'])
})
