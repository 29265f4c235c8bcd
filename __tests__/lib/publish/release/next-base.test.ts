import fs, { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { inEmptyFolder } from '../folder'
import { finished, textsIn } from '../some-release'

const { write } = inEmptyFolder()
afterEach(() => jest.restoreAllMocks())

const pages = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`/${index}/index.html`, `${index}`]))
const files = new Set(Object.keys(pages))
const edited = '/7/index.html'
const named = () => readdirSync('.releases').sort()

/** Makes the next release, in which one page is another: how many files were linked and folders made for it. */
async function edit(current: string, next: string, step?: { from: string; files: string[] }): Promise<number> {
  const { takeBase, bringUpToDate } = await import('@/lib/publish/release/partial-release')
  const made = [jest.spyOn(fs, 'linkSync'), jest.spyOn(fs, 'mkdirSync')]
  const base = await takeBase(current, step ? { step } : {}, Promise.resolve())
  const fresh = new Set([edited])
  bringUpToDate(base, { current, files, fresh, gone: new Set(), endings: [] })
  const count = made.reduce((sum, { mock }) => sum + mock.calls.length, 0)
  jest.restoreAllMocks()
  write(path.relative('.', path.join(base.folder, edited)), `7 of ${next}`)
  expect(textsIn(base.folder)).toEqual({ ...pages, [edited]: `7 of ${next}` })
  renameSync(base.folder, path.resolve('.releases', next))
  return count
}

describe('a release that was made from nothing', () => {
  it('is laid out once more, so that the first edit makes no more than the next', async () => {
    const { layOutBase } = await import('@/lib/publish/release/next-base')
    const current = await finished('2', pages)
    await layOutBase(current)
    const first = await edit(current, '3')
    const second = await edit(path.resolve('.releases/3'), '4', { from: '2', files: [edited] })
    expect(first).toBeLessThanOrEqual(second)
    expect(named()).toEqual(['3', '4'])
    expect(textsIn(path.resolve('.releases/3'))).toEqual({ ...pages, [edited]: '7 of 3' })
  })

  it('shares its files with the copy, compressed ones too, and is itself the one to go back to', async () => {
    const { layOutBase } = await import('@/lib/publish/release/next-base')
    const { releasesBefore } = await import('@/lib/publish/release/manifest')
    const current = await finished('2', { ...pages, '/0/index.html.br': 'br' })
    await layOutBase(current)
    const copy = path.resolve('.releases/base-2')
    expect(textsIn(copy)).toEqual(textsIn(current))
    const inode = (folder: string) => statSync(path.join(folder, edited)).ino
    expect(inode(copy)).toBe(inode(current))
    expect(await releasesBefore(path.resolve('.releases/9'))).toEqual([current])
  })

  it('is laid out anew where that was interrupted, and until then nothing half made is taken', async () => {
    const { layOutBase } = await import('@/lib/publish/release/next-base')
    const { takeBase } = await import('@/lib/publish/release/partial-release')
    const current = await finished('2', pages)
    await layOutBase(current)
    renameSync('.releases/base-2', '.releases/base')
    rmSync('.releases/base/3', { recursive: true })
    const { folder, differs } = await takeBase(current, {}, Promise.resolve())
    expect([readdirSync(folder), differs]).toEqual([[], undefined])
    await layOutBase(current)
    expect(textsIn(path.resolve('.releases/base-2'))).toEqual(pages)
    expect(existsSync('.releases/base')).toBe(false)
  })

  it('takes no copy of another release, and clears it away when it has been published', async () => {
    const { layOutBase } = await import('@/lib/publish/release/next-base')
    const { takeBase } = await import('@/lib/publish/release/partial-release')
    const { removeOutdated } = await import('@/lib/publish/release/release')
    await layOutBase(await finished('2', pages))
    const current = await finished('3', pages)
    expect(readdirSync((await takeBase(current, {}, Promise.resolve())).folder)).toEqual([])
    rmSync('.releases/next', { recursive: true })
    await removeOutdated(current)
    expect(named()).toEqual(['2', '2.json', '3', '3.json'])
  })

  it('is not laid out twice', async () => {
    const { layOutBase } = await import('@/lib/publish/release/next-base')
    const current = await finished('2', pages)
    await layOutBase(current)
    const link = jest.spyOn(fs, 'linkSync')
    await layOutBase(current)
    expect(link).not.toHaveBeenCalled()
  })
})
