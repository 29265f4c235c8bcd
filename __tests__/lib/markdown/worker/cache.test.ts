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
const lines = () => readFileSync(index(), 'utf8').split('\n').filter(Boolean).length

/** A body whose text is a word. */
const body = (text: string) => ({
  targets: [],
  resolutions: [],
  rendered: { html: `<p>${text}</p>`, edits: [], text } as unknown as Rendered,
})

/** Adds bodies as one run would, and writes them down. Returns their ids. */
function add(...keys: string[]): string[] {
  const cache = openCache(directory)
  const ids = keys.map((key) => cache.add(key, body(key)).id)
  cache.save()
  return ids
}

/** As if all that lies there had been written two hours ago. */
function makeOld(): void {
  const then = Date.now() / 1000 - 7200
  for (const name of readdirSync(directory)) utimesSync(path.join(directory, name), then, then)
}

function idsOf(...keys: string[]): (string | undefined)[] {
  const cache = openCache(directory)
  return keys.map((key) => cache.find(key)?.id)
}

describe('the index of rendered bodies', () => {
  it('grows by a line for each body, whoever wrote the others', () => {
    const first = add('one', 'two')
    const { ino } = statSync(index())
    const more = add('three')
    expect(idsOf('one', 'two', 'three', 'four')).toEqual([...first, ...more, undefined])
    expect(lines()).toBe(3)
    expect(statSync(index()).ino).toBe(ino)
  })

  it('is not touched where nothing was added', () => {
    add('one')
    const before = statSync(index()).mtimeMs
    add()
    expect(statSync(index()).mtimeMs).toBe(before)
  })

  it('says of a key what was written last', () => {
    add('one')
    const cache = openCache(directory)
    const { id } = cache.add('one', { ...body('one'), resolutions: [{ href: '/a/' }] })
    cache.save()
    expect(idsOf('one')).toEqual([id])
  })

  it('holds every line but one in which a byte is another', () => {
    const [, two] = add('one', 'two')
    writeFileSync(index(), readFileSync(index(), 'utf8').replace('"one"', '"on3"'))
    expect(idsOf('one', 'on3', 'two')).toEqual([undefined, undefined, two])
  })

  it('begins anew where a folder stands in its place', () => {
    add('one')
    const place = index()
    rmSync(place)
    mkdirSync(place)
    const [two] = add('two')
    expect(idsOf('one', 'two')).toEqual([undefined, two])
  })

  it('holds every whole line where its writer was killed, whatever comes behind', () => {
    const meanwhile = openCache(directory)
    const [one, two] = add('one', 'two')
    truncateSync(index(), statSync(index()).size - 5)
    expect(idsOf('one', 'two')).toEqual([one, undefined])
    const { id: three } = meanwhile.add('three', body('three'))
    meanwhile.save()
    expect(idsOf('one', 'two', 'three')).toEqual([one, undefined, three])
    expect(add('two')).toEqual([two])
    expect(idsOf('one', 'two', 'three')).toEqual([one, two, three])
  })

  it('is another for other code that renders, whoever writes last', () => {
    const meanwhile = openCache(directory)
    const other = openCache(directory, 'other')
    other.add('one', body('other'))
    other.save()
    meanwhile.add('two', body('two'))
    meanwhile.save()
    const [again, ours] = [openCache(directory, 'other'), openCache(directory)]
    expect([again, ours].map((cache) => ['one', 'two'].map((key) => cache.find(key) !== undefined))).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('is begun anew where another process has taken it away', () => {
    const cache = openCache(directory)
    cache.add('one', body('one'))
    rmSync(directory, { recursive: true })
    const { id } = cache.add('two', body('two'))
    rmSync(directory, { recursive: true })
    cache.save()
    expect(idsOf('two')).toEqual([id])
  })

  it('is swept of lines that nobody asks for, once they are many, and of their texts, unless they are as young as those of another process may be', async () => {
    add(...Array.from({ length: 1010 }, (_, number) => `old ${number}`))
    makeOld()
    const [kept, fresh] = add('kept', 'fresh')
    const cache = openCache(directory)
    cache.find('kept')
    await cache.sweep()
    expect(lines()).toBe(1)
    expect(readdirSync(directory).sort()).toEqual([`${kept}.json`, `${fresh}.json`, path.basename(index())].sort())
    expect(idsOf('kept', 'old 1')).toEqual([kept, undefined])
  })
})

test.each<[string, (file: string) => void]>([
  ['gone', (file) => rmSync(file)],
  ['empty', (file) => truncateSync(file)],
  ['another in one word', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('<p>one', '<p>two'))],
  ['null', (file) => writeFileSync(file, 'null')],
])('the text of a body that is %s is missing', (_, damage) => {
  const [id = ''] = add('one')
  expect(readBodyText(directory, id).html).toBe('<p>one</p>')
  damage(path.join(directory, `${id}.json`))
  expect(() => readBodyText(directory, id)).toThrow(MissingBody)
})
