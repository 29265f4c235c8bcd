import { EventEmitter } from 'node:events'
import type { Outcome } from '../../../lib/markdown/body-worker'
import { startBodyWorker } from '../../../lib/markdown/body-worker'
import { createBodyWorkers } from '../../../lib/markdown/body-workers'
import type { FromWorker, ToWorker } from '../../../lib/markdown/messages'
import type { Rendered } from '../../../lib/markdown/rendered'

const rendered = {} as Rendered

/** Renders one body after another, each in a moment; but one that is called "slow" never, and with "deadly" it ends. */
class FakeWorker extends EventEmitter {
  static live = 0
  static most = 0
  private readonly waiting: ToWorker[] = []
  private isGone = false
  private isBusy = false

  constructor() {
    super()
    FakeWorker.most = Math.max(FakeWorker.most, ++FakeWorker.live)
  }

  postMessage(message: ToWorker) {
    this.waiting.push(message)
    this.next()
  }

  async terminate() {
    if (this.isGone) return
    this.isGone = true
    FakeWorker.live--
    this.emit('exit')
  }

  say(message: FromWorker) {
    if (!this.isGone) this.emit('message', message)
  }

  private next() {
    const message = this.isBusy || this.isGone ? undefined : this.waiting.shift()
    if (message?.kind !== 'render') return
    this.isBusy = true
    if (message.body === 'slow') return
    setImmediate(() => {
      if (message.body === 'deadly') return this.terminate()
      this.isBusy = false
      this.say({ kind: 'done', id: message.id, rendered })
      return this.next()
    })
  }
}

const workers: FakeWorker[] = []
const failures: Error[] = []

jest.mock('../../../lib/bundled-worker', () => ({
  startBundled: async () => {
    const failure = failures.shift()
    if (failure) throw failure
    workers.push(new FakeWorker())
    return workers.at(-1)
  },
}))

beforeEach(() => {
  workers.length = 0
  Object.assign(FakeWorker, { live: 0, most: 0 })
})

const limit = 40
const work = (body: string) => ({ body, title: '', limit, resolve: async () => [] })

/** Renders bodies with at most six under way, and says how each ended. */
async function rendering(bodies: string[], most: number): Promise<Outcome['kind'][]> {
  const pool = createBodyWorkers(() => most)
  const kinds: Outcome['kind'][] = []
  const waiting = bodies.entries()
  const take = async () => {
    for (const [index, body] of waiting) kinds[index] = (await pool.render(work(body))).kind
  }
  await Promise.all(Array.from({ length: 6 }, take))
  await pool.close()
  return kinds
}

describe.each([1, 2])('with %i of them', (most) => {
  test.each([
    [0, 'slow', 'too-slow'],
    [3, 'slow', 'too-slow'],
    [17, 'slow', 'too-slow'],
    [0, 'deadly', 'crashed'],
    [5, 'deadly', 'crashed'],
    [39, 'deadly', 'crashed'],
  ])('blame body %i alone when it is %s', async (bad, body, kind) => {
    const bodies = Array.from({ length: 40 }, (_, index) => (index === bad ? body : 'quick'))
    const kinds = await rendering(bodies, most)
    expect(kinds).toEqual(bodies.map((_, index) => (index === bad ? kind : 'done')))
    expect(FakeWorker.live).toBe(0)
    expect(FakeWorker.most).toBeLessThanOrEqual(most + 1)
  })

  test('blame each of several that are too much', async () => {
    const bodies = Array.from({ length: 24 }, (_, index) => ['quick', 'slow', 'quick', 'deadly'][index % 4] ?? '')
    const kinds = await rendering(bodies, most)
    expect(kinds).toEqual(bodies.map((body) => (body === 'quick' ? 'done' : body === 'slow' ? 'too-slow' : 'crashed')))
    expect(FakeWorker.most).toBeLessThanOrEqual(most + 1)
  })
})

test('where one cannot begin, the next body has another', async () => {
  const pool = createBodyWorkers(() => 1)
  failures.push(new Error('no memory'))
  await expect(pool.render(work('quick'))).rejects.toThrow('no memory')
  expect(await pool.render(work('quick'))).toMatchObject({ kind: 'done' })
  await pool.close()
})

test('a worker whose answer has come is not late, however long nobody listened', async () => {
  const worker = await startBodyWorker()
  const outcome = worker.render(work('slow'))
  // As a message does, it comes after the timers that are due, and before whatever they ask for.
  setTimeout(() => workers[0]?.say({ kind: 'done', id: 0, rendered }), limit)
  setTimeout(() => {
    const until = performance.now() + 2 * limit
    while (performance.now() < until);
  }, 1)
  expect(await outcome).toMatchObject({ kind: 'done' })
  await new Promise((resolve) => setTimeout(resolve, 2 * limit))
  expect(FakeWorker.live).toBe(1)
  await worker.end()
})

test('a worker that is gone takes no more work, and blames nobody', async () => {
  const worker = await startBodyWorker()
  await workers[0]?.terminate()
  expect(await worker.render(work('quick'))).toMatchObject({ kind: 'crashed', alone: false })
})
