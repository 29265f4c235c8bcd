import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { inEmptyFolder } from '../folder'
import { finished, manifest } from '../some-release'

const { write } = inEmptyFolder()

describe('releases', () => {
  it('to go back to are the finished ones, the oldest first', async () => {
    for (const name of ['9', '10', '100', 'next', 'found-3', '7.part'])
      mkdirSync(path.join('.releases', name), { recursive: true })
    write('.releases/8.json', '{}')
    const { releasesBefore } = await import('@/lib/publish/release/manifest')
    const names = await releasesBefore(path.resolve('.releases/10'))
    expect(names).toEqual([path.resolve('.releases/9'), path.resolve('.releases/100')])
  })

  test.each([
    ['the release that it points to', '.releases/2', '2'],
    ['nothing where it points elsewhere', 'elsewhere', undefined],
    ['nothing where it points to nothing', '.releases/3', undefined],
  ])('are published where out/ says so: %s', async (_, target, name) => {
    await finished('2', {})
    mkdirSync('elsewhere')
    symlinkSync(target, 'out')
    const { currentRelease } = await import('@/lib/publish/release/manifest')
    expect(await currentRelease()).toBe(name && path.resolve('.releases', name))
  })
})

describe('what is known of a release', () => {
  it('is what was written of it', async () => {
    const { readManifest, writeManifest } = await import('@/lib/publish/release/manifest')
    const release = await finished('1', {})
    const known = manifest({ pages: new Map([['/', 'front']]), targets: new Map([['/a#b', 2]]), onlyByNext: true })
    await writeManifest(release, known)
    expect(await readManifest(release)).toEqual(known)
    expect(readdirSync('.releases').sort()).toEqual(['1', '1.json'])
  })

  it('is nothing where it is not there or damaged, or taken away', async () => {
    const { readManifest, removeManifest } = await import('@/lib/publish/release/manifest')
    expect(await readManifest(path.resolve('.releases/2'))).toBeUndefined()
    write('.releases/2.json', '{"pages":{')
    expect(await readManifest(path.resolve('.releases/2'))).toBeUndefined()
    const release = await finished('1', {})
    await removeManifest(release)
    expect(await readManifest(release)).toBeUndefined()
    expect(existsSync(release)).toBe(true)
  })
})

describe('the files of a release', () => {
  it('are those of its pages, whatever else was planned, and what follows from the code', async () => {
    const { filesOf } = await import('@/lib/publish/release/partial-release')
    const pages = new Map(Object.entries({ '/': 'front', '/articles/a/': 'article', '/404.html': 'missing' }))
    const held = filesOf(manifest({ pages, files: new Map([['/a b.png', 'pixels']]), others: ['/assets/style.css'] }))
    const expected = ['/index.html', '/articles/a/index.html', '/404.html', '/a b.png', '/assets/style.css']
    expect([...held]).toEqual(expected)
  })
})
