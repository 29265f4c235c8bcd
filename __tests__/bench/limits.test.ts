import type { SizeResult } from '../../bench/limits'
import { type OwnBuilds, type OwnStep, ownStepNames } from '../../bench/own-builds'
import { limitsTable, sizeTable } from '../../bench/publish-tables'

const megabyte = 1024 ** 2
const built = (seconds: number, together = 500) => ({
  seconds,
  said: [],
  memory: { together: together * megabyte, largest: together * megabyte },
  files: 1,
  bytes: megabyte,
})

type Seconds = Partial<Record<OwnStep, number>>
type Changes = { articles?: number; own?: Seconds; next?: number; hugo?: number; memory?: number }

/** Numbers that hold every limit, but for what is changed. */
function result({ articles = 10_000, own = {}, next = 100, hugo = 10, memory = 900 }: Changes = {}): SizeResult {
  const seconds = {
    first: 150,
    cold: 90,
    bodies: 60,
    none: 0.2,
    settle: 1.9,
    edit: 1.8,
    post: 2,
    rename: 4,
    deleted: 2,
    ...own,
  }
  const builds = Object.fromEntries(ownStepNames.map((step) => [step, built(seconds[step], memory)]))
  const peer = (time: number) => ({ full: built(time), edit: built(time) })
  return {
    articles,
    own: { ...builds, cards: articles + 1 } as OwnBuilds,
    peers: { next: peer(next), hugo: peer(hugo) },
  }
}

/** What the table says of a number: measured, at most, and whether that holds. */
function verdict(what: string, ...results: SizeResult[]): string[] | undefined {
  const rows = limitsTable(results)
    .split('\n')
    .map((line) => line.split(' | '))
  return rows
    .find((cells) => cells[1] === what)
    ?.slice(2)
    .map((cell) => cell.replace(/ ?\|$/, ''))
}

describe('the limits', () => {
  it('hold for a result within all of them', () => {
    const table = limitsTable([result({ articles: 1000, own: { first: 24, cold: 9, bodies: 6 }, next: 10 }), result()])
    expect(table).not.toMatch(/misses/)
    expect(table.match(/holds/g)).toHaveLength(5 + 8 + 1)
  })

  it.each<[string, Changes, string]>([
    ['cold build / plain Next', { own: { cold: 101 } }, '1.01 ×'],
    ['cold build, bodies cached / plain Next', { own: { bodies: 71 } }, '0.71 ×'],
    ["one edit / Hugo's full build", { hugo: 4.5 }, '0.40 ×'],
    ['first edit after a full build', { own: { settle: 2.01 } }, '2.01 s'],
    ['one edit', { own: { edit: 2.01 }, hugo: 100 }, '2.01 s'],
    ['no change', { own: { none: 0.31 } }, '0.31 s'],
    ['most memory of any build', { memory: 1025 }, '1,025 MB'],
    ['one social card', { own: { first: 250 } }, '16.00 ms'],
  ])('miss where %s is too much', (what, changes, measured) => {
    const [value, , limit] = verdict(what, result(changes)) ?? []
    expect([value, limit]).toEqual([measured, 'misses'])
    expect(limitsTable([result(changes)]).match(/misses/g)).toHaveLength(1)
  })

  it('compare the cost of an article in the largest corpus with that in the smallest, in any order', () => {
    const [few, many] = [result({ articles: 1000, own: { cold: 7 } }), result({ own: { cold: 91 }, next: 1000 })]
    for (const results of [
      [few, many],
      [many, few],
    ])
      expect(verdict('an article, cold / the same at 1,000', ...results)).toEqual(['1.30 ×', '1.20 ×', 'misses'])
    expect(verdict('an article, cold / the same at 1,000', many)).toBeUndefined()
  })

  it.each([
    [1000, 'cold build / plain Next', '–'],
    [1000, 'one edit', '2.00 s'],
    [1000, 'most memory of any build', '1,024 MB'],
    [50_000, 'cold build / plain Next', '1.00 ×'],
    [50_000, 'no change', '–'],
    [50_000, 'most memory of any build', '2,048 MB'],
  ])('of %i articles: %s, %s', (articles, what, limit) => {
    expect(verdict(what, result({ articles }))?.[1]).toBe(limit)
  })

  it('leave out what was not measured', () => {
    expect(verdict('cold build / plain Next', { ...result(), peers: {} })).toBeUndefined()
    expect(verdict('one social card', result({ own: { first: 80 } }))).toBeUndefined()
  })
})

describe('the table of a size', () => {
  it('has a row for each of our builds and two for each other program', () => {
    const rows = sizeTable(result())
      .split('\n')
      .filter((line) => line.startsWith('| '))
    expect(rows).toHaveLength(2 + ownStepNames.length + 2 * 2)
    expect(new Set(rows.map((row) => row.split('|').length)).size).toBe(1)
  })
})
