import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { inEmptyFolder } from '../folder'
import { finished, textsIn } from '../some-release'

const { write } = inEmptyFolder()
const partial = () => import('@/lib/publish/release/partial-release')

const foldersIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => path.join(parentPath, name).slice(folder.length))
    .sort()

const inode = (folder: string, file: string) => statSync(path.join(folder, file)).ino

/** How the current release was made of the one before it. */
const step = (...files: string[]) => ({ step: { from: '1', files } })

const checked = Promise.resolve()

describe('the folder to make the next release in', () => {
  it('is the release before the current one, with all that is in it', async () => {
    const before = await finished('1', { '/index.html': 'front', '/a/index.html': 'a' })
    const current = await finished('2', { '/index.html': 'another', '/a/index.html': 'a' })
    const kept = inode(before, '/index.html')
    const { folder, differs } = await (await partial()).takeBase(current, step('/index.html'), checked)
    expect(differs).toEqual(['/index.html'])
    expect(inode(folder, '/index.html')).toBe(kept)
    expect(textsIn(folder)).toEqual({ '/index.html': 'front', '/a/index.html': 'a' })
  })

  it('stays where it lies until its files have been compared there', async () => {
    await finished('1', { '/index.html': 'front' })
    const current = await finished('2', { '/index.html': 'another' })
    let end = () => {}
    const comparing = new Promise<void>((resolve) => {
      end = resolve
    })
    const taking = (await partial()).takeBase(current, step('/index.html'), comparing)
    await Promise.race([taking, new Promise((resolve) => setTimeout(resolve, 50))])
    expect(readdirSync('.releases')).toContain('1')
    end()
    expect(textsIn((await taking).folder)).toEqual({ '/index.html': 'front' })
    expect(readdirSync('.releases')).not.toContain('1')
  })

  it('is left alone where one of its files could not be compared', async () => {
    await finished('1', { '/index.html': 'front' })
    const current = await finished('2', { '/index.html': 'another' })
    const taking = (await partial()).takeBase(current, step('/index.html'), Promise.reject(new Error('no luck')))
    await expect(taking).rejects.toThrow('no luck')
    expect(readdirSync('.releases')).toContain('1')
  })

  it('is no release to go back to any more', async () => {
    await finished('1', {})
    const current = await finished('2', {})
    await (await partial()).takeBase(current, step(), checked)
    const { releasesBefore, readManifest } = await import('@/lib/publish/release/manifest')
    expect(await releasesBefore(current)).toEqual([])
    expect(await readManifest(path.resolve('.releases/1'))).toBeUndefined()
    expect(readdirSync('.releases').sort()).toEqual(['2', '2.json', 'next'])
  })

  it('is found though one that is older was not deleted', async () => {
    await finished('0', { '/index.html': 'older' })
    await finished('1', { '/index.html': 'old' })
    const current = await finished('2', { '/index.html': 'current' })
    const { folder } = await (await partial()).takeBase(current, step('/index.html'), checked)
    expect(textsIn(folder)).toEqual({ '/index.html': 'old' })
  })

  test.each<[string, ReturnType<typeof step> | object, () => unknown]>([
    ['there is none but the current one', step('/index.html'), () => {}],
    ['the current one was made from nothing', {}, () => finished('1', { '/index.html': 'old' })],
    ['the current one was made of another', step('/index.html'), () => finished('0', { '/index.html': 'old' })],
    ['the current one is the older, after going back', step('/index.html'), () => finished('3', { '/a.txt': 'newer' })],
    ['the other was set aside', step('/index.html'), () => finished('found-1', { '/index.html': 'old' })],
  ])('is empty when %s', async (_, known, prepare) => {
    await prepare()
    const current = await finished('2', { '/index.html': 'current' })
    const names = readdirSync('.releases')
    const { folder, differs } = await (await partial()).takeBase(current, known, checked)
    expect([readdirSync(folder), differs]).toEqual([[], undefined])
    expect(readdirSync('.releases').sort()).toEqual([...names, 'next'].sort())
  })

  it('has nothing in it of a build that was killed', async () => {
    const current = await finished('2', { '/index.html': 'current' })
    write('.releases/next/index.html', 'half')
    write('.releases/next/b/index.html', 'half')
    const { folder } = await (await partial()).takeBase(current, step(), checked)
    expect(readdirSync(folder)).toEqual([])
    await finished('1', { '/a/index.html': 'a' })
    write('.releases/next/index.html', 'half')
    const next = await (await partial()).takeBase(current, step(), checked)
    expect(textsIn(next.folder)).toEqual({ '/a/index.html': 'a' })
  })
})

describe('bringing a folder up to date', () => {
  const endings = ['.br', '.gz']
  const old = {
    '/index.html': 'front 1',
    '/same/index.html': 'same',
    '/moved/index.html': 'moved 1',
    '/gone/far/away/index.html': 'gone',
    '/gone/index.html': 'gone',
    '/kept/index.html': 'kept',
    '/kept/gone.txt': 'gone',
    '/back/index.html': 'back 1',
  }
  const now = {
    '/index.html': 'front 2',
    '/same/index.html': 'same',
    '/moved/index.html': 'moved 2',
    '/kept/index.html': 'kept',
    '/new/here/index.html': 'new',
    '/back/index.html': 'back 2',
  }
  // Against the current release: the front has changed once more, one page is new, one is as it was long ago.
  const wanted = { ...now, '/index.html': 'front 3', '/fresh/index.html': 'fresh', '/back/index.html': 'back 1' }
  const fresh = new Set(['/index.html', '/fresh/index.html', '/back/index.html'])
  // And one is no more that came with the current release, in a folder that only this had.
  const gone = new Set(['/short/lived/index.html'])
  const files = new Set(Object.keys(wanted))
  const differing = Object.keys({ ...old, ...now }).filter(
    (file) => (old as Record<string, string>)[file] !== (now as Record<string, string>)[file],
  )

  async function bring(options: { endings?: string[] } = {}) {
    const oldest = await finished('1', old)
    const current = await finished('2', { ...now, '/short/lived/index.html': 'new' })
    for (const [release, files] of [
      [oldest, old],
      [current, now],
    ] as const)
      for (const file of Object.keys(files).filter((file) => file.endsWith('.html')))
        for (const ending of endings)
          write(`.releases/${path.basename(release)}${file}${ending}`, path.basename(release))
    const was = seen(current)
    const sames = inode(oldest, '/same/index.html')
    const { takeBase, bringUpToDate } = await partial()
    const base = await takeBase(current, step(...differing, ...gone), checked)
    bringUpToDate(base, { current, files, fresh, gone, endings, ...options })
    return { folder: base.folder, current, was, sames }
  }

  /** Everything of a release that a reader or a server could tell. */
  const seen = (folder: string) =>
    Object.entries(textsIn(folder)).map(([file, text]) => {
      const { ino, mtimeMs, mode, size } = statSync(path.join(folder, file))
      return { file, text, ino, mtimeMs, mode, size }
    })

  it('leaves the places of what is fresh empty, and nothing else', async () => {
    const { folder } = await bring()
    const names = Object.keys(textsIn(folder)).filter((file) => !/\.(?:br|gz)$/.test(file))
    expect(names.sort()).toEqual(
      Object.keys(wanted)
        .filter((file) => !fresh.has(file))
        .sort(),
    )
    for (const file of fresh)
      for (const ending of ['', ...endings]) expect(existsSync(path.join(folder, file + ending))).toBe(false)
  })

  test.each(['/moved/index.html', '/new/here/index.html'])('links %s to the current release', async (file) => {
    const { folder, current } = await bring()
    for (const ending of ['', ...endings]) expect(inode(folder, file + ending)).toBe(inode(current, file + ending))
  })

  it('lets a file lie that it holds already, and what stands beside it', async () => {
    const { folder, sames } = await bring()
    expect(inode(folder, '/same/index.html')).toBe(sames)
    expect(readFileSync(path.join(folder, '/same/index.html.br'), 'utf8')).toBe('1')
  })

  it('removes what is gone with all that stood beside it, and folders that are empty now', async () => {
    const { folder } = await bring()
    expect(foldersIn(folder)).toEqual(['/back', '/kept', '/moved', '/new', '/new/here', '/same'])
    expect(Object.keys(textsIn(folder)).filter((file) => /gone/.test(file))).toEqual([])
  })

  it('takes nothing from beside a file where no endings are asked for', async () => {
    const { folder } = await bring({ endings: [] })
    expect(existsSync(path.join(folder, '/new/here/index.html'))).toBe(true)
    expect(existsSync(path.join(folder, '/new/here/index.html.br'))).toBe(false)
  })

  it('never changes the current release', async () => {
    const { current, was, folder } = await bring()
    expect(seen(current)).toEqual(was)
    // Neither does who writes what is fresh, for it has no place in common with the current one.
    for (const file of fresh) write(path.relative('.', path.join(folder, file)), 'written')
    expect(seen(current)).toEqual(was)
  })

  it('fills an empty folder from the current release alone', async () => {
    const current = await finished('2', now)
    const { takeBase, bringUpToDate } = await partial()
    const base = await takeBase(current, {}, checked)
    const change = { files: new Set(Object.keys(now)), fresh: new Set(['/index.html']), gone: new Set<string>() }
    bringUpToDate(base, { ...change, current, endings })
    const { '/index.html': _, ...rest } = now
    expect(textsIn(base.folder)).toEqual(rest)
  })

  it('refuses to make up what the current release does not hold', async () => {
    const current = await finished('2', now)
    const { takeBase, bringUpToDate } = await partial()
    const base = await takeBase(current, {}, checked)
    const change = { files: new Set(['/none.txt']), fresh: new Set<string>(), gone: new Set<string>() }
    expect(() => bringUpToDate(base, { ...change, current, endings })).toThrow(/ENOENT/)
  })
})
