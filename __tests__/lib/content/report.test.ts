import type { Problem } from '@/lib/content/problem'
import { report, summarise, tally } from '@/lib/content/report'

const problem = (changes: Partial<Problem> = {}): Problem => ({
  file: 'posts/a.md',
  line: 2,
  column: 8,
  severity: 'error',
  rule: 'colon-in-value',
  message: 'A colon.',
  ...changes,
})
const warnings = (count: number) =>
  Array.from({ length: count }, (_, index) => problem({ severity: 'warning', rule: 'far', line: index + 1 }))

describe('the last line', () => {
  test.each([
    [[], 16, 'No problems in 16 posts.'],
    [[], 1, 'No problems in 1 post.'],
    [
      [problem(), problem(), problem(), problem({ severity: 'warning', file: 'b' })],
      9,
      '3 errors, 1 warning in 2 files.',
    ],
    [warnings(2), 9, '2 warnings in 1 file.'],
    [[problem()], 9, '1 error in 1 file.'],
  ])('it counts (%#)', (problems, posts, expected) => {
    expect(tally(problems, posts)).toBe(expected)
  })
})

describe('warnings of one kind', () => {
  test.each([
    [20, 20],
    [21, 21],
    [22, 21],
    [500, 21],
  ])('it shows of %i only %i lines', (count, shown) => {
    expect(summarise(warnings(count))).toHaveLength(shown)
  })

  it('are counted by the last of them', () => {
    expect(summarise(warnings(57)).at(-1)?.message).toBe('This and 36 more of the same kind.')
  })

  it('never hide an error', () => {
    const errors = Array.from({ length: 50 }, () => problem())
    expect(summarise([...errors, ...warnings(30)])).toHaveLength(71)
  })
})

describe('the formats', () => {
  it('shows a writer the line and the way out', () => {
    const excerpt = { text: 'title: A: b', length: 4 }
    expect(report([problem({ excerpt, wayOut: 'Put it in quotes:  title: "A: b"' })], 1).split('\n')).toEqual([
      'posts/a.md:2:8: error colon-in-value  A colon.',
      '    2 | title: A: b',
      '      |        ^^^^',
      '    Put it in quotes:  title: "A: b"',
      '1 error in 1 file.',
    ])
  })

  it('gives machines every problem as JSON', () => {
    expect(JSON.parse(report(warnings(30), 1, 'json'))).toEqual(warnings(30))
    expect(JSON.parse(report([], 1, 'json'))).toEqual([])
  })

  it('escapes what would break a command of GitHub', () => {
    const odd = problem({ file: 'posts/a,b:c%.md', message: '100%\r\n::error::x', wayOut: 'Stop.' })
    expect(report([odd], 1, 'github').split('\n')[0]).toBe(
      '::error file=posts/a%2Cb%3Ac%25.md,line=2,col=8,title=colon-in-value::100%25%0D%0A::error::x%0AStop.',
    )
  })
})
