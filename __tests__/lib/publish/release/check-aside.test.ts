import path from 'node:path'
import { inEmptyFolder } from '../folder'
import { finished } from '../some-release'

const { write } = inEmptyFolder()
const files = { '/index.html': 'front', '/a/index.html': 'a' }

/** What was damaged of what the current release was, which was made of the one before it by other files. */
async function damaged(current: string, differing: string[], stats?: string): Promise<string[]> {
  const { checkAside } = await import('@/lib/publish/release/check-aside')
  const { releaseStats } = await import('@/lib/publish/release/release-stats')
  const published = stats ?? releaseStats(path.resolve('.releases', 'whole'), Object.keys(files))
  const manifest = { stats: published, step: { from: '1', files: differing } }
  return (await checkAside(current, manifest, { fingerprint: 'code', endings: ['.br'] })).damaged
}

beforeEach(async () => {
  write('lib/publish/release/check-worker.ts', `export * from '${path.join(home, 'lib/publish/release/check-worker')}'`)
  await finished('whole', files)
})
const home = path.resolve()

describe('what the next release is made of', () => {
  it('is taken from the release before the current one, but for what differs', async () => {
    await finished('1', { '/index.html': 'older', '/a/index.html': 'a' })
    const current = await finished('2', { '/index.html': 'front', '/a/index.html': 'x' })
    expect(await damaged(current, ['/index.html'])).toEqual([])
    expect(await damaged(current, [])).toEqual(['/index.html'])
    expect(await damaged(current, ['/index.html', '/a/index.html'])).toEqual(['/a/index.html'])
  })

  it('differs with the files beside its files', async () => {
    await finished('1', { ...files, '/index.html': 'older', '/a/index.html.br': 'old' })
    const current = await finished('2', { ...files, '/a/index.html.br': 'new' })
    const { releaseStats } = await import('@/lib/publish/release/release-stats')
    const stats = releaseStats(current, Object.keys({ ...files, '/a/index.html.br': '' }))
    expect(await damaged(current, ['/index.html'], stats)).toEqual(['/a/index.html.br'])
    expect(await damaged(current, ['/index.html', '/a/index.html'], stats)).toEqual([])
  })

  it('is taken from what was laid out ahead, if that is there', async () => {
    await finished('1', { '/index.html': 'other', '/a/index.html': 'b' })
    const current = await finished('2', { '/index.html': 'other', '/a/index.html': 'b' })
    await finished('base-2', files)
    expect(await damaged(current, ['/index.html'])).toEqual([])
  })

  it('is taken from the current one where there is no other', async () => {
    await finished('0', files)
    const current = await finished('2', { '/index.html': 'other', '/a/index.html': 'a' })
    expect(await damaged(current, [])).toEqual(['/index.html'])
  })
})
