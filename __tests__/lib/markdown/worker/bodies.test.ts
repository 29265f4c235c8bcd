import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readyText } from '../../../../lib/content/lazy-text'
import type { Target } from '../../../../lib/markdown/render/render'
import {
  type BodyJob,
  type BodyRenderer,
  createBodyRenderer,
  type RenderedBody,
} from '../../../../lib/markdown/worker/bodies'
import { readBodyText } from '../../../../lib/markdown/worker/cache'
import { resolve } from '../rendering'

let directory: string
const open: BodyRenderer[] = []

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'bodies-'))
})

afterEach(async () => {
  await Promise.all(open.splice(0).map((renderer) => renderer.close()))
  rmSync(directory, { recursive: true, force: true })
})

const text = 'See [x](./other.md) and [y](./nope.md).\n'
const job = ({ body = text, ...changes }: Partial<Omit<BodyJob, 'body'>> & { body?: string } = {}): BodyJob => ({
  file: 'posts/a.md',
  body: readyText(body),
  bodyLine: 10,
  title: 'T',
  ...changes,
})

function renderer(answer = resolve, deadline = 10_000, workers = 2) {
  const asked: [string, Target[]][] = []
  const ask = (file: string, targets: Target[]) => {
    asked.push([file, targets])
    return answer(targets)
  }
  const made = createBodyRenderer({ cacheDirectory: directory, resolve: ask, workers: () => workers, deadline })
  open.push(made)
  return { asked, renderAll: made.renderAll }
}

const texts = () => readdirSync(directory).filter((name) => !name.endsWith('.lines'))
/** Bodies with what they are asked for later. */
const whole = (bodies: RenderedBody[]) => bodies.map((body) => ({ ...body, outline: body.outline() }))
const htmlOf = ({ id }: { id: string }) => readBodyText(directory, id).html

test('renders all in order, and again from the cache with the same result', async () => {
  const jobs = ['one', 'two', 'three'].map((word) => job({ body: `${word} [x](./other.md)`, file: `posts/${word}.md` }))
  const first = await renderer().renderAll(jobs)
  expect(first.map((body) => htmlOf(body).slice(3, 6))).toEqual(['one', 'two', 'thr'])
  expect(texts()).toHaveLength(3)
  expect(whole(await renderer().renderAll(jobs))).toEqual(whole(first))
})

test('finds a renamed file with longer front matter in the cache, its problems in their new place', async () => {
  await renderer().renderAll([job()])
  const [moved] = await renderer().renderAll([job({ file: 'posts/b.md', bodyLine: 12 })])
  expect(moved?.problems).toMatchObject([{ file: 'posts/b.md', line: 12, column: 25, rule: 'broken-link' }])
  expect(texts()).toHaveLength(1)
})

test('renders again when a link resolves to something else', async () => {
  await renderer().renderAll([job()])
  const elsewhere = renderer(async (targets) => targets.map(() => ({ href: '/elsewhere/' })))
  const [rendered] = await elsewhere.renderAll([job()])
  expect(rendered && htmlOf(rendered)).toContain('href="/elsewhere/"')
  expect(rendered?.problems).toEqual([])
})

test('renders again when the index of the cache is damaged', async () => {
  const first = await renderer().renderAll([job()])
  const index = readdirSync(directory).find((name) => name.endsWith('.lines')) ?? ''
  writeFileSync(path.join(directory, index), '["one",{"id"')
  expect(whole(await renderer().renderAll([job()]))).toEqual(whole(first))
})

test.each([1, 2])('names a body that takes too long, and renders the others (workers: %i)', async (workers) => {
  const slow = job({ file: 'posts/slow.md', body: '> - a\n> - b\n>\n> text\n>\n'.repeat(11_000) })
  const jobs = [slow, job({ body: 'quick' }), job({ body: 'also quick' })]
  const results = await renderer(resolve, 1500, workers).renderAll(jobs)
  expect(results.map(({ problems }) => problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`))).toEqual([
    ['posts/slow.md:10 too-slow'],
    [],
    [],
  ])
  expect(texts()).toHaveLength(2)
})

test('renders again what was taken away from the cache, for who looks', async () => {
  const first = await renderer().renderAll([job()])
  const looking = createBodyRenderer({
    cacheDirectory: directory,
    resolve: (_, targets) => resolve(targets),
    looksForTexts: true,
  })
  open.push(looking)
  for (const name of texts()) rmSync(path.join(directory, name))
  expect(whole(await looking.renderAll([job()]))).toEqual(whole(first))
  expect(texts()).toHaveLength(1)
})

test('goes on with the next body while one waits for an answer', async () => {
  const asks: (() => void)[] = []
  const second = new Promise<void>((tell) => asks.push(() => {}, tell))
  const answer = async (targets: Target[]) => {
    asks.shift()?.()
    await second
    return resolve(targets)
  }
  const jobs = ['one', 'two'].map((word) => job({ body: `${word} [x](./other.md)`, file: `posts/${word}.md` }))
  const results = await renderer(answer, 10_000, 1).renderAll(jobs)
  expect(results.map((body) => htmlOf(body).slice(3, 6))).toEqual(['one', 'two'])
})

test('renders what it knows not, what has another answer, and nothing else', async () => {
  const jobs = ['known', 'elsewhere'].map((word) =>
    job({ body: `${word} [x](./${word}.md)`, file: `posts/${word}.md` }),
  )
  const all = [...jobs, job({ body: 'fresh', file: 'posts/fresh.md' })]
  const answer = (href: string) => async (targets: Target[]) =>
    targets.map(({ url }) => ({ href: url === './known.md' ? '/known/' : href }))
  await renderer(answer('/before/')).renderAll(jobs)
  const steps: string[] = []
  const made = createBodyRenderer({
    cacheDirectory: directory,
    resolve: (_, targets) => answer('/after/')(targets),
    onProgress: (done, total) => steps.push(`${done}/${total}`),
  })
  open.push(made)
  const results = await made.renderAll(all)
  expect(results.map(htmlOf).map((html) => /href="(.*?)"/.exec(html)?.[1])).toEqual(['/known/', '/after/', undefined])
  expect(steps).toHaveLength(2)
  expect(steps.at(-1)).toBe('3/3')
})

test('begins no further body when one cannot be read, and ends when all that it began have', async () => {
  let read = 0
  const jobs = Array.from({ length: 40 }, (_, index) => {
    const of = job({ body: `Body ${index}` })
    const readOne = () => {
      read++
      if (index === 3) throw new Error('it has changed')
      return of.body.read()
    }
    return { ...of, body: { hash: of.body.hash, read: readOne } }
  })
  await expect(renderer().renderAll(jobs)).rejects.toThrow('it has changed')
  const [begun, rendered] = [read, texts()]
  expect(begun).toBeLessThan(12)
  await wait(500)
  expect(read).toBe(begun)
  expect(texts()).toEqual(rendered)
})

test('says when nothing answers about the links, instead of waiting', async () => {
  const failing = renderer(() => Promise.reject(new Error('no library')))
  await expect(failing.renderAll([job()])).rejects.toThrow('no library')
})

test('tells how far it is', async () => {
  const steps: string[] = []
  const made = createBodyRenderer({
    cacheDirectory: directory,
    resolve: (_, t) => resolve(t),
    onProgress: (done, total) => steps.push(`${done}/${total}`),
  })
  open.push(made)
  await made.renderAll([job({ body: 'a' }), job({ body: 'b' })])
  expect(steps).toEqual(['1/2', '2/2'])
})

test('reads no text that the cache has rendered', async () => {
  const known = job()
  const first = await renderer().renderAll([known])
  const unread = { ...known, body: { hash: known.body.hash, read: jest.fn() } }
  expect(whole(await renderer().renderAll([unread]))).toEqual(whole(first))
  expect(unread.body.read).not.toHaveBeenCalled()
})

test('gets a worker ready before there is work, and can be closed meanwhile', async () => {
  const expected = await renderer().renderAll([job()])
  for (const waits of [true, false]) {
    const made = createBodyRenderer({
      cacheDirectory: path.join(directory, `${waits}`),
      resolve: (_, t) => resolve(t),
    })
    open.push(made)
    const warm = made.warm()
    if (waits) await warm
    expect(await made.renderAll([job()])).toMatchObject(expected.map(({ problems }) => ({ problems })))
    await warm
  }
  const closed = createBodyRenderer({ cacheDirectory: directory, resolve: (_, t) => resolve(t) })
  const warm = closed.warm()
  await closed.close()
  await warm
})
