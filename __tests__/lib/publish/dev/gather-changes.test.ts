import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gatherChanges } from '@/lib/publish/dev/gather-changes'

describe('changes that are gathered', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'changes-'))
  const [first = '', second = ''] = ['first.ts', 'second.ts'].map((name) => path.join(folder, name))
  let told: string[][] = []
  const changed = gatherChanges((files) => told.push(files))

  const write = (...files: string[]) => {
    for (const file of files) writeFileSync(file, `export const at = ${performance.now()}`)
  }
  /** What has been told once a moment has gone by. */
  async function toldAfter(...files: string[]): Promise<string[][]> {
    for (const file of files) changed(file)
    jest.advanceTimersByTime(1000)
    const news = told
    told = []
    return news
  }

  beforeAll(() => jest.useFakeTimers({ doNotFake: ['performance'] }))
  afterAll(() => {
    jest.useRealTimers()
    rmSync(folder, { recursive: true })
  })

  it('are told at once, each file once', async () => {
    write(first, second)
    expect(await toldAfter(first, second, first)).toEqual([[first, second]])
  })

  it('are not told a second time, until there is something new', async () => {
    expect(await toldAfter(first, second)).toEqual([])
    write(first)
    expect(await toldAfter(first, second)).toEqual([[first]])
  })

  it('may take a file away, and bring it again', async () => {
    rmSync(second)
    expect(await toldAfter(second, second)).toEqual([[second]])
    expect(await toldAfter(second)).toEqual([])
    write(second)
    expect(await toldAfter(second)).toEqual([[second]])
  })
})
