import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import type { Library } from '@/lib/library/library'
import type { PublishedPicture } from '@/lib/media/picture/pictures'
import type { ReleaseFile } from '@/lib/publish/release-file'
import { bodyOf, entry, libraryOf } from '../../library/some-library'
import { drawingCode, inEmptyFolder } from '../folder'
import { manifest } from '../some-release'

const { write } = inEmptyFolder(...drawingCode)
const release = () => import('@/lib/publish/release/release')
// Without what costs too much to make here: social cards.
const releaseFiles = async (library: Library, pictures: PublishedPicture[]) => {
  const { releaseFiles } = await import('@/lib/publish/plan/release-files')
  const shown = { library, pictures, bodyOf, htmlOf: () => '', writtenOf: () => ({ text: '', edits: [] }) }
  const files = releaseFiles(shown, () => false)
  return [...files].filter((file) => !('make' in file && file.make))
}

/** A finished release that says its own name. */
function finished(name: string): string {
  write(`.releases/${name}/index.html`, name)
  return path.resolve('.releases', name)
}

/** Returns what was told meanwhile. */
async function publish(folder: string): Promise<string[]> {
  const { publishAgain, removeOutdated } = await release()
  const told: string[] = []
  await publishAgain(folder)
  await removeOutdated(folder, (words, done, total) => told.push(`${words} ${done}/${total}`))
  return told
}

const fail = () => {
  throw new Error('told')
}

const shown = () => readFileSync('out/index.html', 'utf8')

describe('publishing a release', () => {
  it('points out/ at it, by a path that survives moving the folder', async () => {
    await (await release()).publishAgain(finished('1'))
    expect(lstatSync('out').isSymbolicLink()).toBe(true)
    expect(readlinkSync('out')).toBe('.releases/1')
    expect(shown()).toBe('1')
  })

  it('keeps the release before, for who is reading it, and deletes older ones', async () => {
    for (const name of ['1', '2', '3']) await publish(finished(name))
    expect(shown()).toBe('3')
    expect(readdirSync('.releases').sort()).toEqual(['2', '3'])
    expect(readlinkSync('out')).toBe('.releases/3')
  })

  it('publishes the newest whole release where out/ is gone, and none where there is anything', async () => {
    const { publishKept } = await release()
    expect(await publishKept()).toBeUndefined()
    for (const name of ['1', '2', '3']) finished(name)
    expect(await publishKept()).toBeUndefined()
    const { writeManifest } = await import('@/lib/publish/release/manifest')
    for (const name of ['1', '2']) await writeManifest(path.resolve('.releases', name), manifest())
    expect(await publishKept()).toBe(path.resolve('.releases/2'))
    expect(shown()).toBe('2')
    rmSync('.releases/2', { recursive: true })
    expect(await publishKept()).toBe(path.resolve('.releases/1'))
    expect(await publishKept()).toBeUndefined()
    expect(shown()).toBe('1')
  })

  it('tells when it deletes, because that can take seconds', async () => {
    expect(await publish(finished('1'))).toEqual([])
    expect(await publish(finished('2'))).toEqual([])
    expect(await publish(finished('3'))).toEqual(['The new site is published; deleting old ones 0/1'])
  })

  it('deletes so many files of old ones and no more, where it is told to, and the rest with later releases', async () => {
    const { publishAgain, removeOutdated } = await release()
    const files = () =>
      (readdirSync('.releases', { recursive: true }) as string[]).filter((name) => /\/[a-e]$/.test(name))
    for (const name of ['a', 'deep/er/b', 'c', 'd', 'e']) write(`.releases/1/${name}`, name)
    for (const name of ['2', '3', '4']) finished(name)
    await publishAgain(path.resolve('.releases/4'))
    const left: number[] = []
    for (let time = 0; time < 5; time++) {
      await removeOutdated(path.resolve('.releases/4'), fail, 2)
      left.push(files().length)
    }
    expect(left).toEqual([3, 1, 0, 0, 0])
    expect(readdirSync('.releases').sort()).toEqual(['3', '4'])
  })

  it('deletes what a build before it left of old ones', async () => {
    const { removeOutdated } = await release()
    for (const name of ['a', 'b']) write(`.releases/1/${name}`, name)
    for (const name of ['2', '3']) finished(name)
    await removeOutdated(path.resolve('.releases/3'), fail, 1)
    expect(readdirSync('.releases').sort()).toEqual(['1.outdated', '2', '3'])
    expect(await publish(path.resolve('.releases/3'))).toHaveLength(1)
    expect(readdirSync('.releases').sort()).toEqual(['2', '3'])
  })

  it('leaves out/ alone until then', async () => {
    await (await release()).publishAgain(finished('1'))
    finished('2')
    expect(shown()).toBe('1')
  })

  it('gives a new one a number, beside which lies what is known of it', async () => {
    await (await release()).publishAgain(finished('1'))
    write('.releases/next/index.html', 'new')
    const published = await (await release()).publishNew(manifest())
    expect(shown()).toBe('new')
    expect(readdirSync('.releases').sort()).toEqual(['1', path.basename(published), `${path.basename(published)}.json`])
  })

  it('gives none to one that could not be published: nobody is to go back to it', async () => {
    await (await release()).publishAgain(finished('1'))
    write('.releases/next/index.html', 'new')
    write('out.next/in-the-way')
    await expect((await release()).publishNew(manifest())).rejects.toThrow('out.next')
    expect(shown()).toBe('1')
    expect(readdirSync('.releases').sort()).toEqual(['1', 'next'])
  })

  it('takes over a link that a killed build left behind', async () => {
    write('elsewhere/index.html', 'old')
    mkdirSync('.releases')
    symlinkSync('elsewhere', 'out.next')
    await (await release()).publishAgain(finished('1'))
    expect(shown()).toBe('1')
    expect(existsSync('out.next')).toBe(false)
  })

  it('sets a folder that stands in its way aside, and never deletes it', async () => {
    write('out/index.html', 'by hand')
    for (const name of ['1', '2', '3']) await publish(finished(name))
    expect(shown()).toBe('3')
    const names = readdirSync('.releases').sort()
    expect(names.filter((name) => /^\d+$/.test(name))).toEqual(['2', '3'])
    const [aside = ''] = names.filter((name) => !/^\d+$/.test(name))
    expect(readFileSync(path.join('.releases', aside, 'index.html'), 'utf8')).toBe('by hand')
  })
})

describe('assembling a release', () => {
  const moved = [
    { from: '/old/', to: '/articles/a/' },
    { from: '/articles/b/', to: '/articles/a/' },
    { from: '/articles/burnt/' },
    { from: '/moved.html', to: '/articles/a/' },
  ]
  const picture = { src: '/pictures/p.0123456789.png', width: 1, height: 1 }
  const entries = [
    entry({ slug: 'a', aliases: ['/articles/was-a/'] }),
    entry({ slug: 'b', picture, aliases: ['/was.html'] }),
  ]

  async function assembled(files: ReleaseFile[]): Promise<string> {
    const { assembleRelease, writeReleaseFiles } = await release()
    const { removePlaceholders } = await import('@/lib/publish/next/remove-placeholders')
    await removePlaceholders('.cache/export')
    await writeReleaseFiles(files, '.cache/export')
    await assembleRelease('.cache/export')
    return path.resolve('.releases/next')
  }

  async function assemble() {
    write('.cache/export/index.html', 'front')
    write('.cache/export/articles/b/index.html', 'b itself')
    write('.cache/export/articles/page/_none/index.html', 'stand-in')
    write('.cache/export/tag/_none/index.html', 'stand-in')
    write('.cache/export/_not-found/index.html', 'twin')
    write('.cache/export/404/index.html', 'twin')
    write('.cache/export/404.html', 'missing')
    write('.cache/export/robots.txt', 'all')
    write('.cache/assets/page.js', 'script')
    const file = write('posts/p.png', 'pixels')
    const folder = await assembled(await releaseFiles(libraryOf(entries, moved), [{ ...picture, file }]))
    return { folder, text: (name: string) => readFileSync(path.join(folder, name), 'utf8') }
  }

  it('puts pages, scripts, pictures and cover art in it, and publishes nothing', async () => {
    const { text } = await assemble()
    expect([text('index.html'), text('404.html'), text('robots.txt')]).toEqual(['front', 'missing', 'all'])
    expect([text('assets/page.js'), text('pictures/p.0123456789.png')]).toEqual(['script', 'pixels'])
    expect(text('art/insight/a.svg')).toMatch(/^<svg/)
    expect(existsSync('out')).toBe(false)
  })

  test.each(['articles/page', 'tag/_none', '_not-found', '404', 'art/insight/b.svg', 'articles/burnt'])(
    'leaves no %s in it',
    async (name) => {
      expect(existsSync(path.join((await assemble()).folder, name))).toBe(false)
    },
  )

  it('sends readers of an old address on, but never hides a page', async () => {
    const { text } = await assemble()
    for (const old of ['old', 'articles/was-a'])
      expect(text(`${old}/index.html`)).toMatch(/url=https:\/\/[^"]+\/articles\/a\//)
    expect(text('articles/b/index.html')).toBe('b itself')
  })

  it('makes a file of an old address that names one', async () => {
    const { text } = await assemble()
    expect(text('was.html')).toMatch(/url=https:\/\/[^"]+\/articles\/b\//)
    expect(text('moved.html')).toMatch(/url=https:\/\/[^"]+\/articles\/a\//)
  })

  it('serves public/ as it is, whatever its files are called', async () => {
    const names = [
      'notes/index.txt',
      '404/picture.png',
      'data/__next.log.txt',
      'data/_none/a.txt',
      'index.txt',
      '_not-found/a',
    ]
    for (const name of names) {
      write(`public/${name}`, name)
      write(`.cache/export/${name}`, name)
    }
    // A page stays where a file of its name would lie.
    write('public/articles/b/index.html', 'another b')
    const { text } = await assemble()
    // Next writes its payload over this one.
    expect(names.map(text)).toEqual(names)
    expect(text('articles/b/index.html')).toBe('b itself')
  })

  it('fails with a file that is not there to be copied', async () => {
    write('.cache/export/index.html', 'front')
    const missing = [{ ...picture, file: path.resolve('posts/missing.png') }]
    const { writeReleaseFiles } = await release()
    const files = await releaseFiles(libraryOf(entries), missing)
    await expect(writeReleaseFiles(files, '.cache/export')).rejects.toThrow(/ENOENT/)
  })

  it('leaves nothing behind when it fails', async () => {
    write('.cache/export/index.html', 'front')
    const { assembleRelease } = await release()
    const refusing = assembleRelease('.cache/export', () => Promise.reject(new Error('It will not do.')))
    await expect(refusing).rejects.toThrow('It will not do.')
    expect(readdirSync('.releases')).toEqual([])
  })

  it('keeps the folder of numbered pages where there are some', async () => {
    write('.cache/export/articles/page/1/index.html', 'page 1')
    write('.cache/assets/page.js')
    const folder = await assembled([])
    expect(readFileSync(path.join(folder, 'articles/page/1/index.html'), 'utf8')).toBe('page 1')
  })
})
