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
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

let folder: string
let file: string
let writeFileAtomic: typeof import('@/lib/write-atomic').writeFileAtomic

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'whole-'))
  file = path.join(folder, 'a.json')
  // Begins to count anew, as another process would.
  jest.resetModules()
  ;({ writeFileAtomic } = await import('@/lib/write-atomic'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Where the first file that a process writes is put together. */
const temporary = () => `${file}.${process.pid}-0`

test('stands where it is to stand, in a folder that is made for it', async () => {
  const below = path.join(folder, 'one/two/b.json')
  await writeFileAtomic(below, 'whole')
  expect(readFileSync(below, 'utf8')).toBe('whole')
  expect(readdirSync(path.dirname(below))).toEqual(['b.json'])
})

test('takes over what a process that was killed had begun', async () => {
  writeFileSync(temporary(), 'ha')
  await writeFileAtomic(file, 'whole')
  expect(readFileSync(file, 'utf8')).toBe('whole')
  expect(readdirSync(folder)).toEqual(['a.json'])
})

test('is written through no link', async () => {
  const elsewhere = path.join(folder, 'elsewhere')
  symlinkSync(elsewhere, temporary())
  await writeFileAtomic(file, 'whole')
  expect(existsSync(elsewhere)).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe('whole')
})

test('leaves nothing behind when it cannot take its place', async () => {
  mkdirSync(path.join(file, 'in-the-way'), { recursive: true })
  await expect(writeFileAtomic(file, 'whole')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
  expect(readdirSync(folder)).toEqual(['a.json'])
})

test('is on the disk before it takes its place, and so is its name when all is done', async () => {
  const handle = await open(folder)
  const wasThere: boolean[] = []
  const sync = jest.spyOn(Object.getPrototypeOf(handle), 'sync').mockImplementation(async () => {
    wasThere.push(existsSync(file))
  })
  await handle.close()
  await writeFileAtomic(file, 'whole')
  sync.mockRestore()
  expect(wasThere).toEqual([false, true])
})
