import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import type { Outcome } from '../../../../lib/markdown/worker/body-worker'
import { createBodyWorkers } from '../../../../lib/markdown/worker/body-workers'
import { someThreads } from '../some-threads'

// Far more than a quick body takes, so that a slow machine changes nothing.
const limit = 150
const work = (body: string, most = limit) => ({ body, title: '', limit: most, resolve: async () => [] })
const told = (outcome: Outcome) => ('message' in outcome ? `${outcome.kind}: ${outcome.message}` : outcome.kind)

/** Renders bodies with at most six under way, and says how each ended. */
async function rendering(bodies: string[], most: number) {
  const threads = someThreads()
  const pool = createBodyWorkers(() => most, threads.start)
  const ends: string[] = []
  const waiting = bodies.entries()
  const take = async () => {
    for (const [index, body] of waiting) ends[index] = told(await pool.render(work(body)))
  }
  await Promise.all(Array.from({ length: 6 }, take))
  await pool.close()
  return { ends, threads }
}

const ends: Record<string, string> = {
  quick: 'done',
  asking: 'done',
  slow: 'too-slow',
  deadly: 'crashed: the worker ended by itself',
  failing: 'crashed: no memory',
}

describe.each([1, 2])('with %i of them', (most) => {
  test.each([
    [0, 'slow'],
    [3, 'slow'],
    [17, 'slow'],
    [0, 'deadly'],
    [5, 'deadly'],
    [39, 'deadly'],
    [7, 'failing'],
  ])('blame body %i alone when it is %s', async (bad, body) => {
    const bodies = Array.from({ length: 40 }, (_, index) => (index === bad ? body : 'quick'))
    const found = await rendering(bodies, most)
    expect(found.ends).toEqual(bodies.map((each) => ends[each]))
    expect(found.threads.live()).toBe(0)
    expect(found.threads.most()).toBeLessThanOrEqual(most + 1)
  })

  test('blame each of several that are too much', async () => {
    const bodies = Array.from({ length: 24 }, (_, index) => ['quick', 'slow', 'asking', 'deadly'][index % 4] ?? '')
    const found = await rendering(bodies, most)
    expect(found.ends).toEqual(bodies.map((each) => ends[each]))
    expect(found.threads.most()).toBeLessThanOrEqual(most + 1)
  })

  test('count no time in which a body was not worked on', async () => {
    const bodies = Array.from({ length: 4 }, () => `sleeping ${3 * limit}`)
    const found = await rendering(bodies, most)
    expect(found.ends).toEqual(bodies.map(() => 'done'))
    expect(found.threads.started.length).toBe(most)
  })
})

test('where one cannot begin, the next body has another', async () => {
  const threads = someThreads()
  let fails = true
  const start = async () => {
    if (!fails) return threads.start()
    fails = false
    throw new Error('no memory')
  }
  const pool = createBodyWorkers(() => 1, start)
  await expect(pool.render(work('quick'))).rejects.toThrow('no memory')
  expect(await pool.render(work('quick'))).toMatchObject({ kind: 'done' })
  await pool.close()
})

test('where one is ended while it had nothing to do, the next bodies have a new one', async () => {
  const threads = someThreads()
  const pool = createBodyWorkers(() => 1, threads.start)
  await pool.render(work('quick'))
  await threads.started[0]?.terminate()
  const outcomes = await Promise.all(['quick', 'quick', 'asking'].map((body) => pool.render(work(body))))
  expect(outcomes.map(told)).toEqual(['done', 'done', 'done'])
  expect(threads.started.length).toBe(2)
  await pool.close()
})

test('where one is ended from outside, the bodies that it had are rendered all the same', async () => {
  const threads = someThreads()
  const pool = createBodyWorkers(() => 1, threads.start)
  await pool.render(work('quick'))
  const outcomes = Promise.all([pool.render(work(`sleeping ${limit}`)), pool.render(work('quick'))])
  await turn()
  await threads.started[0]?.terminate()
  expect((await outcomes).map(told)).toEqual(['done', 'done'])
  await pool.close()
})

test('a worker whose answer has come is not late, however long nobody listened', async () => {
  const threads = someThreads()
  const worker = await threads.start()
  const outcomes = Promise.all([1, 2].map(() => worker.render(work(`working ${0.7 * limit}`))))
  await turn()
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 3000 * limit);
  expect((await outcomes).map(told)).toEqual(['done', 'done'])
  expect(threads.live()).toBe(1)
  await worker.end()
})

test.each([
  ['waits for something', 'still', /^crashed: the worker stood still over it$/],
  // What the main thread spends meanwhile may come to the limit first.
  ['sleeps', 'asleep', /^crashed: the worker stood still over it$|^too-slow$/],
])('a worker that %s for ever is given up', async (_, body, end) => {
  const threads = someThreads()
  const worker = await threads.start()
  expect(told(await worker.render(work(body, 20)))).toMatch(end)
  await worker.ended
  expect(threads.live()).toBe(0)
})

test('a worker that is gone takes no more work, and says so', async () => {
  const threads = someThreads()
  const worker = await threads.start()
  const [thread] = threads.started
  if (!thread) throw new Error('none was started')
  const gone = once(thread, 'exit')
  await thread.terminate()
  await gone
  expect(await worker.render(work('quick'))).toEqual({ kind: 'crashed', message: 'the worker ended by itself' })
})
