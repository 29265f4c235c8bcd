import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Rendered } from '@/lib/markdown/rendered'
import { MissingBody, openCache, readBodyText } from '@/lib/markdown/worker/cache'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'cache-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const index = () => path.join(directory, readdirSync(directory).find((name) => name.endsWith('.lines')) ?? '')
const lines = () => readFileSync(index(), 'utf8').split('\n').length - 1

/** A body whose text is a word. */
const body = (text: string) => ({
  targets: [],
  resolutions: [],
  rendered: { html: `<p>${text}</p>`, edits: [], text } as unknown as Rendered,
})

/** Adds bodies as one run would, and writes them down. Returns their ids. */
async function add(...keys: string[]): Promise<string[]> {
  const cache = await openCache(directory)
  const ids: string[] = []
  for (const key of keys) ids.push((await cache.add(key, body(key))).id)
  await cache.save()
  return ids
}

/** As if all that lies there had been written two hours ago. */
function makeOld(): void {
  const then = Date.now() / 1000 - 7200
  for (const name of readdirSync(directory)) utimesSync(path.join(directory, name), then, then)
}

async function idsOf(...keys: string[]): Promise<(string | undefined)[]> {
  const cache = await openCache(directory)
  return keys.map((key) => cache.find(key)?.id)
}

describe('the index of rendered bodies', () => {
  it('grows by a line for each body, whoever wrote the others', async () => {
    const first = await add('one', 'two')
    const { ino } = statSync(index())
    const more = await add('three')
    expect(await idsOf('one', 'two', 'three', 'four')).toEqual([...first, ...more, undefined])
    expect(lines()).toBe(3)
    expect(statSync(index()).ino).toBe(ino)
  })

  it('is not touched where nothing was added', async () => {
    await add('one')
    const before = statSync(index()).mtimeMs
    await add()
    expect(statSync(index()).mtimeMs).toBe(before)
  })

  it('says of a key what was written last', async () => {
    await add('one')
    const cache = await openCache(directory)
    const { id } = await cache.add('one', { ...body('one'), resolutions: [{ href: '/a/' }] })
    await cache.save()
    expect(await idsOf('one')).toEqual([id])
  })

  it('holds every line but one in which a byte is another', async () => {
    const [, two] = await add('one', 'two')
    writeFileSync(index(), readFileSync(index(), 'utf8').replace('"one"', '"on3"'))
    expect(await idsOf('one', 'on3', 'two')).toEqual([undefined, undefined, two])
  })

  it('begins anew where a folder stands in its place', async () => {
    await add('one')
    const place = index()
    rmSync(place)
    mkdirSync(place)
    const [two] = await add('two')
    expect(await idsOf('one', 'two')).toEqual([undefined, two])
  })

  it('holds every whole line where its writer was killed, whatever comes behind', async () => {
    const meanwhile = await openCache(directory)
    const [one, two] = await add('one', 'two')
    truncateSync(index(), statSync(index()).size - 5)
    expect(await idsOf('one', 'two')).toEqual([one, undefined])
    await meanwhile.add('three', body('three'))
    await meanwhile.save()
    expect(await idsOf('one', 'two', 'three')).toEqual([one, undefined, undefined])
    const mended = await add('two', 'three')
    expect(await idsOf('one', 'two', 'three')).toEqual([one, ...mended])
    expect(mended[0]).toBe(two)
  })

  it('is another for other code that renders, whoever writes last', async () => {
    const meanwhile = await openCache(directory)
    const other = await openCache(directory, 'other')
    await other.add('one', body('other'))
    await other.save()
    await meanwhile.add('two', body('two'))
    await meanwhile.save()
    const [again, ours] = [await openCache(directory, 'other'), await openCache(directory)]
    expect([again, ours].map((cache) => ['one', 'two'].map((key) => cache.find(key) !== undefined))).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('is begun anew where another process has taken it away', async () => {
    const cache = await openCache(directory)
    await cache.add('one', body('one'))
    rmSync(directory, { recursive: true })
    const { id } = await cache.add('two', body('two'))
    rmSync(directory, { recursive: true })
    await cache.save()
    expect(await idsOf('two')).toEqual([id])
  })

  it('is swept of lines that nobody asks for, once they are many, and of their texts, unless they are as young as those of another process may be', async () => {
    await add(...Array.from({ length: 1010 }, (_, number) => `old ${number}`))
    makeOld()
    const [kept, fresh] = await add('kept', 'fresh')
    const cache = await openCache(directory)
    cache.find('kept')
    await cache.sweep()
    expect(lines()).toBe(1)
    expect(readdirSync(directory).sort()).toEqual([`${kept}.json`, `${fresh}.json`, path.basename(index())].sort())
    expect(await idsOf('kept', 'old 1')).toEqual([kept, undefined])
  })
})

test.each<[string, (file: string) => void]>([
  ['gone', (file) => rmSync(file)],
  ['empty', (file) => truncateSync(file)],
  ['another in one word', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('<p>one', '<p>two'))],
  ['null', (file) => writeFileSync(file, 'null')],
])('the text of a body that is %s is missing', async (_, damage) => {
  const [id = ''] = await add('one')
  expect(readBodyText(directory, id).html).toBe('<p>one</p>')
  damage(path.join(directory, `${id}.json`))
  expect(() => readBodyText(directory, id)).toThrow(MissingBody)
})
