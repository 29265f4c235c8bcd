import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCacheFile, readCacheJson, writeCacheFile } from '../../lib/cache-file.mjs'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cache-'))
  file = path.join(folder, 'a/b.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const text = () => readCacheFile(file)?.toString('utf8')

test.each([['{"a":1}'], ['é'], ['']])('%j is read as it was written, and nothing else is left', (content) => {
  writeCacheFile(file, content)
  expect(text()).toBe(content)
  expect(readdirSync(path.dirname(file))).toEqual(['b.json'])
})

const flipped = (bytes: Buffer, at: number) => {
  const other = Buffer.from(bytes)
  other[at] = (other[at] ?? 0) ^ 1
  return other
}

test.each<[string, (bytes: Buffer) => string | Buffer]>([
  ['empty', () => ''],
  ['cut short', (bytes) => bytes.subarray(0, bytes.length - 1)],
  ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['longer', (bytes) => `${bytes} `],
  ['another in its first byte', (bytes) => flipped(bytes, 0)],
  ['another in the last byte of its checksum', (bytes) => flipped(bytes, bytes.length - 1)],
  ['null', () => 'null'],
  ['a list', () => '[]'],
  ['of another shape', () => '{"a":1}'],
])('one that is %s counts as not there', (_, damage) => {
  writeCacheFile(file, '{"version":"1","posts":{"a.md":"A title"}}')
  writeFileSync(file, damage(readFileSync(file)))
  expect(readCacheFile(file)).toBeUndefined()
  expect(readCacheJson(file)).toBeUndefined()
})

test.each<[string, () => void]>([
  ['a folder', () => mkdirSync(path.join(file, 'full'), { recursive: true })],
  ['a file in place of its folder', () => writeFileSync(path.dirname(file), '')],
  ['a link that leads nowhere', () => symlinkSync(path.join(folder, 'nowhere'), path.dirname(file))],
])('it takes the place of %s', (_, stand) => {
  stand()
  expect(text()).toBeUndefined()
  writeCacheFile(file, 'whole')
  expect(text()).toBe('whole')
})

test('a folder that is a link to another is written through', () => {
  mkdirSync(path.join(folder, 'elsewhere'))
  symlinkSync(path.join(folder, 'elsewhere'), path.dirname(file))
  mkdirSync(file)
  writeCacheFile(file, 'whole')
  expect(existsSync(path.join(folder, 'elsewhere/b.json'))).toBe(true)
})
