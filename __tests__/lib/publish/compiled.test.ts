import { mkdirSync, rmSync } from 'node:fs'
import type { Compiled } from '@/lib/publish/compiled'
import { inEmptyFolder } from './folder'

const { write } = inEmptyFolder()
beforeEach(() => {
  mkdirSync('.next')
  mkdirSync('.cache/export', { recursive: true })
})

const compiled = () => import('@/lib/publish/compiled')
const page = { links: { ids: ['top'], links: ['/'] }, styles: '/_next/a.css' }
const forWorkers: Compiled = {
  ...{
    onlyByNext: false,
    pages: new Map([['/colophon/index.html', page]]),
    stylesheets: { '/': ['/_next/a.css'] },
    styles: { '/_next/a.css': '/assets/a.css' },
  },
}

describe('what is known of compiled code', () => {
  test.each<[string, Compiled]>([
    ['our workers render it', forWorkers],
    ['only Next renders it', { onlyByNext: true }],
  ])('is what was noted: %s', async (_, known) => {
    const { compiledOf, noteCompiled } = await compiled()
    await noteCompiled('code', known)
    expect(await compiledOf('code')).toEqual(known)
  })

  test.each<[string, () => unknown]>([
    ['other code was compiled', async () => (await compiled()).noteCompiled('other code', forWorkers)],
    ['it was forgotten', async () => (await compiled()).forgetCompiled()],
    ['the note is damaged', () => write('.next/compiled.json', '{"madeWith":"co')],
    ['the note says nothing', () => write('.next/compiled.json', 'null')],
  ])('is nothing when %s', async (_, change) => {
    const { compiledOf, noteCompiled } = await compiled()
    await noteCompiled('code', forWorkers)
    await change()
    expect(await compiledOf('code')).toBeUndefined()
  })

  it('is nothing when what Next has exported is gone', async () => {
    const { compiledOf, noteCompiled } = await compiled()
    await noteCompiled('code', forWorkers)
    rmSync('.cache/export', { recursive: true })
    expect(await compiledOf('code')).toBeUndefined()
  })
})
