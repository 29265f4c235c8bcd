import { render, told } from '../rendering'

const fill = (unit: string, kilobytes: number) => unit.repeat(Math.ceil((kilobytes * 1024) / unit.length))
const prose = 'The sensor reads the room, and the model decides what to do with it before anyone asks. '
const record = '{"id": 7, "tags": ["a", "b_c"], "url": "https://example.org/7", "mail": "ines@example.org"}, '
const runs = (count: number) => Array.from({ length: count }, (_, index) => `a${'`'.repeat(index + 1)} `).join('')

/** Each is one paragraph of so many kilobytes. */
const paragraphs: [string, (kilobytes: number) => string][] = [
  ['prose after an open bracket', (size) => `[ ines@example.org ${fill(prose, size)}`],
  ['prose after an open picture', (size) => `![ ines@example.org ${fill(prose, size)}`],
  ['addresses after an open bracket', (size) => `[ ${fill('https://example.org/a ', size)}`],
  ['data', (size) => fill(record, size)],
  ['data without spaces', (size) => fill(record.replaceAll(' ', ''), size)],
  ['a list of data', (size) => `[${fill(record.replaceAll(' ', ''), size)}`],
  ['open code of ever more backticks', (size) => runs(44 * Math.sqrt(size))],
  ['prose after open code of forty lengths', (size) => `${runs(40)}${fill(prose, size)}`],
  ['prose with closing brackets', (size) => fill(`${prose}] `, size)],
  ['prose with tasks', (size) => fill(`[x] ${prose}`, size)],
  ['comments never closed', (size) => fill('a <!-- ', size)],
  ['declarations never closed', (size) => fill('a <!A ', size)],
  ['instructions never closed', (size) => fill('a <? b ', size)],
  ['names with underscores', (size) => fill('some_snake_case_name ', size)],
  ['sums', (size) => fill('a * b ', size)],
  ['emphasis', (size) => fill('some *words* and ', size)],
]

test.each(paragraphs)('renders a hundred kilobytes of %s', async (_, paragraph) => {
  expect(told(await render(paragraph(100)))).toEqual([])
})

test.each(paragraphs)(
  'spends not much more than four times as much on four times as much of %s',
  async (_, paragraph) => {
    // The processor's clock may tick every ten milliseconds only: a short body is rendered until its time can be told.
    const cost = async (body: string) => {
      const before = process.cpuUsage()
      for (let times = 1; ; times += 1) {
        await render(body)
        const { user, system } = process.cpuUsage(before)
        if (user + system >= 100_000) return (user + system) / times
      }
    }
    const least = async (body: string) => Math.min(await cost(body), await cost(body), await cost(body))
    const [some, more] = [paragraph(25), paragraph(100)]
    await render(some)
    // What grows with the square takes sixteen times as much, however often it is tried. A busy machine may spoil one trial.
    let growth = Number.POSITIVE_INFINITY
    for (let trial = 0; trial < 3 && growth >= 8; trial++) growth = (await least(more)) / (await least(some))
    expect(growth).toBeLessThan(8)
  },
)
