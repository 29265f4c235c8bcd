import { existsSync, rmSync, utimesSync } from 'node:fs'
import type { Compiled } from '@/lib/publish/render/compiled'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()
beforeEach(() => {
  writeUnseen('.next/server/page.js', 'page')
  write('.next/dev/server/page.js', 'of dev')
  writeUnseen('.cache/export/404.html', 'none')
})

const compiled = () => import('@/lib/publish/render/compiled')
const page = { links: { ids: ['top'], links: ['/'] }, styles: '/_next/a.css' }
const forWorkers: Compiled = {
  ...{
    onlyByNext: false,
    pages: new Map([['/colophon/index.html', page]]),
    stylesheets: { '/': ['/_next/a.css'] },
    styles: { '/_next/a.css': '/assets/a.css' },
  },
}

/** All of one time. */
function writeUnseen(file: string, text: string): void {
  write(file, text)
  utimesSync(file, 1_700_000_000, 1_700_000_000)
}

describe('what is known of compiled code', () => {
  test.each<[string, Compiled]>([
    ['our workers render it', forWorkers],
    ['only Next renders it', { onlyByNext: true, reason: 'a page hydrates' }],
  ])('is what was noted: %s', async (_, known) => {
    const { compiledOf, cacheCompiled } = await compiled()
    await cacheCompiled('code', known)
    expect(await compiledOf('code')).toEqual(known)
  })

  test.each<[string, () => unknown]>([
    ['other code was compiled', async () => (await compiled()).cacheCompiled('other code', forWorkers)],
    ['it was forgotten', async () => (await compiled()).clearCompiled()],
    ['the note is damaged', () => write('.next/compiled.json', '{"fingerprint":"co')],
    ['the note says nothing', () => write('.next/compiled.json', 'null')],
  ])('is nothing when %s', async (_, change) => {
    const { compiledOf, cacheCompiled } = await compiled()
    await cacheCompiled('code', forWorkers)
    await change()
    expect(await compiledOf('code')).toBeUndefined()
  })

  test.each<[string, () => unknown, boolean, boolean]>([
    ['a file that Next has compiled is gone', () => rmSync('.next/server/page.js'), false, false],
    ['one is empty', () => write('.next/server/page.js'), false, false],
    ['one is another of the same size and time', () => writeUnseen('.next/server/page.js', 'pagE'), true, false],
    ['a file of the export is gone', () => rmSync('.cache/export/404.html'), false, false],
    ['one of the export is another', () => writeUnseen('.cache/export/404.html', 'nonE'), true, false],
    ['the export has one more', () => write('.cache/export/more.html'), false, false],
    ['`next typegen` has left its own there', () => write('.cache/export/types/routes.d.ts'), true, true],
    ['`next dev` has written its own', () => write('.next/dev/server/page.js', 'other'), true, true],
  ])('holds by sizes and times, and by content, where %s', async (_, change, byTime, byContent) => {
    const { compiledOf, cacheCompiled } = await compiled()
    await cacheCompiled('code', forWorkers)
    change()
    expect(await compiledOf('code')).toEqual(byTime ? forWorkers : undefined)
    expect(await compiledOf('code', { byContent: true })).toEqual(byContent ? forWorkers : undefined)
  })

  test.each<[string, () => unknown, boolean]>([
    ['it is as it was left', () => {}, true],
    ['a file is damaged', () => writeUnseen('.next/server/page.js', 'pagE'), false],
    ['nothing is known of it, as after a build that was killed', () => rmSync('.next/compiled.json'), false],
  ])('once forgotten, what was compiled stays for Next to go on from where %s', async (_, change, stays) => {
    const { cacheCompiled, clearCompiled } = await compiled()
    await cacheCompiled('code', forWorkers)
    change()
    await clearCompiled()
    expect(existsSync('.next/server/page.js')).toBe(stays)
    expect(existsSync('.next/dev/server/page.js')).toBe(true)
  })

  it('is nothing when what Next has exported is gone', async () => {
    const { compiledOf, cacheCompiled } = await compiled()
    await cacheCompiled('code', forWorkers)
    rmSync('.cache/export', { recursive: true })
    expect(await compiledOf('code')).toBeUndefined()
  })
})
