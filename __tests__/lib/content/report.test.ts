import { problemOn } from '@/lib/content/places'
import { report, tally } from '@/lib/content/report'
import { formatProblem, type Problem } from '@/lib/problem'
import { problemAt, sourceOf } from '@/lib/source'

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
    [[], 10_000, 'No problems in 10,000 posts.'],
  ])('it counts (%#)', (problems, posts, expected) => {
    expect(tally(problems, posts)).toBe(expected)
  })
})

describe('warnings in the same words', () => {
  const remote = (index: number) =>
    problem({
      ...{ file: `posts/${index}.md`, line: 4, column: 11, severity: 'warning', rule: 'picture-not-fetched' },
      ...{ message: 'The picture is not fetched yet.', hint: 'Run  npm run images' },
      excerpt: { text: `imageUrl: https://x.example/${index}.png`, length: 23 },
    })
  const remotes = (count: number) => Array.from({ length: count }, (_, index) => remote(index))

  it('are told in ten lines, however many: the first few places, how many more, and how to see all', () => {
    expect(report(remotes(10_000), 10_000).split('\n')).toEqual([
      'posts/0.md:4:11: warning picture-not-fetched  The picture is not fetched yet.',
      '    4 | imageUrl: https://x.example/0.png',
      '      |           ^^^^^^^^^^^^^^^^^^^^^^^',
      '    Run  npm run images',
      'posts/1.md:4:11: warning picture-not-fetched  The same.',
      'posts/2.md:4:11: warning picture-not-fetched  The same.',
      '    And 9,997 more, in 9,997 files. To see all:  npm run check -- --all',
      '10,000 warnings in 10,000 files.',
    ])
  })

  it('are told one by one where they are few', () => {
    expect(report(remotes(3), 3)).toBe([...remotes(3).map(formatProblem), '3 warnings in 3 files.'].join('\n'))
  })

  test.each<[string, Partial<Problem>]>([
    ['another rule', { rule: 'far' }],
    ['other words', { message: 'The picture is too large.' }],
    ['another hint', { hint: 'Try again.' }],
    ['the weight of an error', { severity: 'error' }],
  ])('do not hide one of %s among them', (_, changes) => {
    const other = { ...remote(500), ...changes }
    const told = report([...remotes(500), other, ...remotes(400)], 901)
    expect(told).toContain(formatProblem(other))
    expect(told).toContain('And 897 more, in 500 files.')
  })

  test.each(['json', 'github'] as const)('are given to machines whole: %s', (format) => {
    const told = report(remotes(500), 500, format)
    expect(remotes(500).filter(({ file }) => !told.includes(file))).toEqual([])
  })

  it('are told one by one where that is asked for', () => {
    expect(report(remotes(500), 500, 'text', { all: true }).split('\n')).toHaveLength(4 * 500 + 1)
  })
})

describe('warnings of one rule in words of their own', () => {
  const slips = (count: number) =>
    Array.from({ length: count }, (_, line) => problem({ severity: 'warning', rule: 'slip', message: `Slip ${line}.` }))
  const lines = (problems: Problem[]) => report(problems, 1).split('\n')

  test.each([
    [20, 20],
    [21, 21],
    [22, 22],
    [500, 22],
  ])('are told of %i in %i lines', (count, shown) => {
    expect(lines(slips(count))).toHaveLength(shown + 1)
  })

  it('are counted by the last of them, which says how to see all', () => {
    expect(lines(slips(1057)).slice(-3, -1)).toEqual([
      'posts/a.md:2:8: warning slip  This and 1,036 more of the same kind.',
      '    To see all:  npm run check -- --all',
    ])
  })

  it('count those in the same words, too', () => {
    expect(report([...slips(21), ...warnings(30).map((one) => ({ ...one, rule: 'slip' }))], 1)).toContain(
      'This and 30 more of the same kind.',
    )
  })

  it('never hide an error', () => {
    const errors = Array.from({ length: 50 }, (_, index) => problem({ file: `posts/${index}.md` }))
    const told = lines([...errors, ...slips(30)])
    expect(told.filter((line) => line.includes('error'))).toHaveLength(50 + 1)
  })
})

describe('the formats', () => {
  it('shows a writer the line and the way out', () => {
    const excerpt = { text: 'title: A: b', length: 4 }
    expect(report([problem({ excerpt, hint: 'Put it in quotes:  title: "A: b"' })], 1).split('\n')).toEqual([
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
    const odd = problem({ file: 'posts/a,b:c%.md', message: '100%\r\n::error::x', hint: 'Stop.\nOr go.' })
    expect(report([odd], 1, 'github').split('\n')[0]).toBe(
      '::error file=posts/a%2Cb%3Ac%25.md,line=2,col=8,title=colon-in-value::100%25\\r\\n::error::x%0AStop.%0AOr go.',
    )
  })
})

describe('what comes from a post', () => {
  const formats = ['text', 'github', 'json'] as const
  const signs = [
    ['a line feed', '\n', '\\n'],
    ['a carriage return', '\r', '\\r'],
    ['a tab', '\t', '\\t'],
    ['an escape', '\u001b', '\\u001B'],
    ['the CSI of eight bits', '\u009b', '\\u009B'],
    ['a delete', '\u007f', '\\u007F'],
    ['the line end of Unicode', '\u2028', '\\u2028'],
    ['a turn of direction', '\u202e', '\\u202E'],
    ['half of a character', '\ud800', '\\uD800'],
  ] as const
  const parts = {
    message: (sign: string) => problem({ message: `No "a${sign}::warning::b".` }),
    hint: (sign: string) => problem({ hint: `Write:  a${sign}b` }),
    file: (sign: string) => problem({ file: `posts/a${sign}::warning::b.md` }),
    rule: (sign: string) => problem({ rule: `a${sign}b` }),
    excerpt: (sign: string) => problem({ excerpt: { text: `a: "${sign}"`, length: 3 } }),
  }
  const rows = signs.flatMap(([name, sign, written]) =>
    formats.flatMap((format) =>
      (Object.keys(parts) as (keyof typeof parts)[]).map((part) => [name, part, format, sign, written] as const),
    ),
  )
  // What ends the lines of a report, and of a hint of ours.
  const isOwn = (part: string, sign: string) => part === 'hint' && sign === '\n'

  test.each(rows.filter(([, part, , sign]) => !isOwn(part, sign)))(
    'prints %s in the %s as an escape in the format %s',
    (_, part, format, sign, written) => {
      const ordinary = report([parts[part]('x')], 1, format)
      const told = report([parts[part](sign)], 1, format)
      expect(told.split('\n')).toHaveLength(ordinary.split('\n').length)
      expect(told.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202e]/u)
      if (part !== 'excerpt' && format !== 'json') expect(told).toContain(written)
      if (format === 'json') expect(JSON.parse(told)).toEqual([parts[part](sign)])
    },
  )

  test.each([
    ['a hint', problem({ hint: 'Write one of:\n::warning::pwned' })],
    ['a hint after spaces', problem({ hint: 'Write one of:\n  ::warning::pwned' })],
    ['a file', problem({ file: '::warning::pwned' })],
    ['an excerpt', problem({ excerpt: { text: '##[warning]pwned', length: 3 } })],
    ['a message', problem({ message: 'No ##[warning]pwned.' })],
  ])('is no command of GitHub in a text report, by %s', (_, odd) => {
    const lines = report([odd], 1).split('\n')
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([])
  })

  it('leaves every script and sign as it is', () => {
    const message = 'نص, テキスト, "é", 👩🏽‍🚀, a :: b, # [x]'
    expect(report([problem({ message })], 1)).toContain(message)
  })
})

describe('of a very long line', () => {
  const source = sourceOf('posts/a.md', `${'x'.repeat(40_000)}here${'y'.repeat(40_000)}\n${'short '.repeat(50)}`)
  const finding = { severity: 'error' as const, rule: 'far', message: 'Far.' }
  const kinds: [string, (offset: number) => Problem][] = [
    ['an offset', (offset) => problemAt(source, offset, 4, finding)],
    ['a span', (offset) => problemOn(source, { start: offset, end: offset + 4 }, finding)],
  ]

  test.each(kinds)('a problem at %s keeps no more than can be shown', (_, at) => {
    const problem = at(40_000)
    expect(problem).toMatchObject({ line: 1, column: 40_001 })
    expect(JSON.stringify(problem).length).toBeLessThan(2000)
    const [, line = '', marker = ''] = report([problem], 1).split('\n')
    expect(line.slice(marker.indexOf('^'), marker.lastIndexOf('^') + 1)).toBe('here')
  })

  test.each(kinds)('a problem at %s of an ordinary line keeps it whole', (_, at) => {
    expect(at(80_005 + 6).excerpt).toEqual({ text: 'short '.repeat(50), length: 4 })
  })

  test.each(kinds)('the marker of %s never leaves the line', (_, at) => {
    const [, line = '', marker = ''] = report([at(80_003)], 1).split('\n')
    expect(marker.length).toBeLessThanOrEqual(line.length)
  })
})
