import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import remarkHtml from 'remark-html'
import { type Resolve, renderUnplaced } from '../lib/markdown/render/render'
import { startBodyWorker } from '../lib/markdown/worker/body-worker'
import { corpusPost } from './corpus-post'

/** Milliseconds of processor time a body: rendered by us, and by remark with GFM, which highlights and checks nothing. */
export type BodyTimes = { kind: string; ours: number; plain: number }

const count = 600
const atOnce = 10

const kinds: Record<string, (body: string) => boolean> = {
  'all of them': () => true,
  'words alone': (body) => !/^(?:```|\||\[\^)/m.test(body),
  'with code': (body) => body.includes('```'),
  'with a table': (body) => /^\|/m.test(body),
  'with a note': (body) => body.includes('[^1]'),
}

const plain = remark().use(remarkGfm).use(remarkHtml).freeze()
const resolve: Resolve = async (targets) => targets.map(({ url }) => ({ href: `/articles/${url}/` }))

/** Renders posts of a corpus by the hundred in one process, and prints what one costs and how long a worker takes to begin. */
export async function benchBodies(): Promise<BodyTimes[]> {
  const bodies = Array.from({ length: count }, (_, index) => withoutFields(corpusPost(index, count)))
  // A bare address is tried for at every word, so a body that may hold one is dearer.
  const addressed = bodies.map((body) => `${body}\nWrite to ines@example.org.\n`)
  await timed('warm', bodies)
  const times = [await timed('with an address', addressed)]
  for (const [kind, isOfKind] of Object.entries(kinds)) times.push(await timed(kind, bodies.filter(isOfKind)))
  const worker = await cpuOf(startBodyWorker)
  await worker.result.end()
  const size = bodies.reduce((sum, { length }) => sum + length, 0) / count / 1024
  const rows = times.map(
    ({ kind, ours, plain }) =>
      `  ${kind.padEnd(24)} ${ours.toFixed(1).padStart(6)} ms   remark with GFM ${plain.toFixed(1)}`,
  )
  console.log(`Bodies of ${size.toFixed(1)} KB (${count} of them), processor time a body
${rows.join('\n')}
  ${'a worker begins'.padEnd(24)} ${worker.cpu.toFixed(0).padStart(6)} ms`)
  return times
}

const withoutFields = (post: string) => post.slice(post.indexOf('\n---\n') + 5)

/** Takes turns every few bodies, so that a busy machine weighs on both alike. */
async function timed(kind: string, bodies: string[]): Promise<BodyTimes> {
  const sum = { ours: 0, plain: 0 }
  for (let start = 0; start < bodies.length; start += atOnce) {
    const some = bodies.slice(start, start + atOnce)
    sum.ours += (await cpuOf(() => each(some, (body) => renderUnplaced(body, 'Title', resolve)))).cpu
    sum.plain += (await cpuOf(() => each(some, (body) => plain.process(body)))).cpu
  }
  return { kind, ours: sum.ours / bodies.length, plain: sum.plain / bodies.length }
}

async function each(bodies: string[], render: (body: string) => Promise<unknown>): Promise<void> {
  for (const body of bodies) await render(body)
}

async function cpuOf<Result>(work: () => Promise<Result>): Promise<{ cpu: number; result: Result }> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000, result }
}
