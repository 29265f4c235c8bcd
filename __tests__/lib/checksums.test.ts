import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { areIntact, type Checksums, checksumsOf, filesBelow } from '../../lib/checksums.mjs'

let folder: string
let checksums: Checksums
const [sometime, later] = [1_700_000_000, 1_700_000_100]

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'checksums-'))
  mkdirSync(path.join(folder, 'below'))
  write('one', 'a.js')
  write('two', 'below/b.js')
  checksums = checksumsOf(folder, filesBelow(folder))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(text: string, name = 'below/b.js', time = sometime): void {
  writeFileSync(path.join(folder, name), text)
  utimesSync(path.join(folder, name), time, time)
}
const remove = () => rmSync(path.join(folder, 'below/b.js'))

test.each<[string, () => void, boolean, boolean]>([
  ['as it was', () => {}, true, true],
  ['written again as it was', () => write('two', 'below/b.js', later), true, true],
  ['another of the same size', () => write('twa', 'below/b.js', later), false, false],
  ['another of the same size and time', () => write('twa'), true, false],
  ['longer, of the same time', () => write('two '), false, false],
  ['empty', () => write('', 'below/b.js', later), false, false],
  ['gone', remove, false, false],
  ['gone with its folder', () => rmSync(path.join(folder, 'below'), { recursive: true }), false, false],
  [
    'a folder',
    () => {
      remove()
      mkdirSync(path.join(folder, 'below/b.js'))
    },
    ...([false, false] as const),
  ],
])('where a file is %s', (_, change, byStat, byContent) => {
  change()
  expect(areIntact(folder, checksums)).toBe(byStat)
  expect(areIntact(folder, checksums, { byContent: true })).toBe(byContent)
})

test('files are named below a folder, without what is left out; where there is none there are none', () => {
  expect(filesBelow(folder)).toEqual(['a.js', 'below/b.js'])
  expect(filesBelow(folder, ['below'])).toEqual(['a.js'])
  expect(filesBelow(path.join(folder, 'a.js'))).toEqual([])
  expect(filesBelow(path.join(folder, 'none'))).toEqual([])
})
