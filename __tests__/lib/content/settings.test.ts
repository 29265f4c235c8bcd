import { readSettings } from '@/lib/content/settings'
import { defaultSettings } from '@/lib/settings'
import { sourceOf } from '@/lib/source'
import { settingsFile } from './valid-settings'

const read = (text: string) => readSettings(sourceOf('posts/_site.yml', text))

/** The settings with one line written otherwise, or one more. */
function withLine(name: string, line: string | undefined): string {
  const lines = settingsFile.split('\n').filter((line) => line !== '' && !line.startsWith(`${name}:`))
  return [...lines, ...(line === undefined ? [] : [line]), ''].join('\n')
}

/** Each problem as "line:column rule". */
const told = (text: string) => read(text).problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`)

it('are read', () => {
  expect(read(settingsFile)).toEqual({
    problems: [],
    read: {
      ...defaultSettings,
      ...{ name: 'The Lighthouse', tagline: 'Letters from the coast', language: 'en-GB', timeZone: 'UTC' },
      ...{ description: 'Essays about tides, harbours and lamps.', url: 'https://lighthouse.example' },
    },
  })
})

describe('a setting', () => {
  test.each([
    ['name', 'name:', 'empty-field'],
    ['name', 'name: [a, b]', 'wrong-kind'],
    ['tagline', 'tagline: |', 'empty-field'],
    ['language', 'language: german', 'not-a-language'],
    ['language', 'language: xx-XX', 'not-a-language'],
    ['language', 'language: en_GB', 'not-a-language'],
    ['language', 'language: en-UK', 'not-a-language'],
    ['language', 'language: eng', 'not-a-language'],
    ['language', 'language: [en]', 'wrong-kind'],
    ['url', 'url: salt-and-light.example', 'not-an-address'],
    ['url', 'url: https://example.org//magazine', 'not-an-address'],
    ['url', 'url: https://ada:secret@example.org', 'not-an-address'],
    ['url', 'url: https://example.org/%zz', 'not-an-address'],
    ['timeZone', 'timeZone: Europe/Berln', 'not-a-time-zone'],
    ['timeZone', 'timeZone: +01:00', 'not-a-time-zone'],
    ['timeZone', 'timeZone: local', 'not-a-time-zone'],
    ['pageSize', 'pageSize: 0', 'not-a-number'],
    ['pageSize', 'pageSize: -20', 'not-a-number'],
    ['pageSize', 'pageSize: 2.5', 'not-a-number'],
    ['pageSize', 'pageSize: 1e3', 'not-a-number'],
    ['pageSize', 'pageSize: 1001', 'not-a-number'],
    ['pageSize', 'pageSize: 99999999999999999999', 'not-a-number'],
    ['pageSize', 'pageSize: twenty', 'not-a-number'],
    ['since', 'since: 23', 'not-a-number'],
    ['since', 'since: 20233', 'not-a-number'],
    ['colours', "colours: { paper: '#f8f5ee' }", 'wrong-kind'],
    ['colours', "colours: { paper: ['#f8f5ee'] }", 'not-two-colours'],
    ['colours', "colours: { paper: ['#f8f5ee', '#000000', '#ffffff'] }", 'not-two-colours'],
    ['colours', "colours: { paper: [white, '#000000'] }", 'not-a-colour'],
    ['colours', "colours: { paper: ['#fff', '#000000'] }", 'not-a-colour'],
    ['colours', "colours: { line: ['rgb(1, 2, 3)', '#000000'] }", 'not-a-colour'],
    ['colours', "colours: { papre: ['#f8f5ee', '#000000'] }", 'unknown-field'],
    ['colours', 'colours: blue', 'wrong-kind'],
    ['hues', 'hues: {}', 'no-hue'],
    ['hues', "hues: { 'Blue}': ['#2440c9', '#93a8ff'] }", 'hue-name'],
    ['hues', "hues: { blue: ['#2440c9'] }", 'not-two-colours'],
    ['hues', "hues: { blue: ['#2440c9', '#93a8fg'] }", 'not-a-colour'],
    ['hues', 'hues: [blue]', 'wrong-kind'],
    ['tagline', 'Tagline: Letters', 'unknown-field'],
    ['none', 'timezone: UTC', 'unknown-field'],
    ['none', 'theme: dark', 'unknown-field'],
  ])('%s cannot be written  %s', (name, line, rule) => {
    const text = withLine(name, line)
    const { problems, read: settings } = read(text)
    expect(problems.map(({ rule }) => rule)).toContain(rule)
    const [problem] = problems.filter((problem) => problem.rule === rule)
    expect(problem).toMatchObject({ severity: 'error', file: 'posts/_site.yml', hint: expect.any(String) })
    expect(text.split('\n')[(problem?.line ?? 0) - 1]).toBe(line)
    // The rest of the site can be looked at all the same.
    expect(settings).toEqual({ ...read(withLine(name, undefined)).read })
  })

  it.each(['name', 'tagline', 'description', 'language', 'url', 'timeZone'])('%s cannot be left out', (name) => {
    expect(told(withLine(name, undefined))).toEqual(['1:1 missing-field'])
    expect(read(withLine(name, undefined)).problems[0]?.message).toBe(`${name} is missing.`)
  })

  it('is told with every other that is wrong, where it stands', () => {
    const text = settingsFile.replace('UTC', 'Mars/Olympus').replace('en-GB', 'german')
    expect(told(text)).toEqual(['4:11 not-a-language', '6:11 not-a-time-zone'])
  })

  it.each([
    ['title: The Lighthouse', 'name'],
    ['locale: de', 'language'],
    ['baseURL: https://example.org', 'url'],
    ['timezone: UTC', 'timeZone'],
    ['perPage: 20', 'pageSize'],
  ])('of another engine is known by its name there: %s', (line, name) => {
    expect(read(withLine(name, line)).problems.map(({ hint }) => hint)).toContain(`Write:  ${name}: …`)
  })

  test.each([
    ...['de', 'pt-BR', 'zh-Hant-TW', 'sr-Latn', 'nb', 'la', 'en-gb'].map((tag) => ['language', tag]),
    ...['UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'].map((zone) => ['timeZone', zone]),
    ...['http://localhost:8080/x/', 'https://example.org/magazine'].map((url) => ['url', url]),
    ['name', 'Salt & Light'],
    ['name', '日本語の雑誌'],
  ])('can be %s: %s', (name, value) => {
    const { problems, read: settings } = read(withLine(name, `${name}: ${value}`))
    expect(problems).toEqual([])
    expect(settings).toMatchObject({ [name]: value })
  })

  test.each([
    ['pageSize: 1000', { pageSize: 1000 }],
    ['since: 1887', { since: 1887 }],
    [
      "colours: { paper: ['#FFFFFF', '#000000FF'] }",
      { colours: { ...defaultSettings.colours, paper: ['#ffffff', '#000000ff'] } },
    ],
    ["hues: { coral: ['#b0300f', '#ff9272'] }", { hues: { coral: ['#b0300f', '#ff9272'] } }],
  ])('can be  %s', (line, expected) => {
    const { problems, read: settings } = read(withLine('none', line))
    expect(problems).toEqual([])
    expect(settings).toEqual({ ...read(settingsFile).read, ...expected })
  })
})

describe('a colour', () => {
  test.each([
    [
      "hues: { sun: ['#ffd700', '#e8b95a'] }",
      '7:15',
      '#ffd700 is hard to read on #f8f5ee: they stand out by 1.2 to 1.',
      'darker',
    ],
    [
      "hues: { night: ['#101010', '#202060'] }",
      '7:28',
      '#202060 is hard to read on #0e1218: they stand out by 1.2 to 1.',
      'lighter',
    ],
    [
      "colours: { ink: ['#999999', '#ffffff'] }",
      '7:18',
      '#999999 is hard to read on #f8f5ee: they stand out by 2.6 to 1.',
      'darker',
    ],
    ["colours: { paper: ['#808080', '#0e1218'] }", '7:10', '', 'darker'],
  ])('that is hard to read is warned of:  %s', (line, place, message, way) => {
    const { problems } = read(withLine('none', line))
    expect(problems[0]).toMatchObject({
      ...{ severity: 'warning', rule: 'low-contrast', hint: `Make it ${way}: text needs 4.5 to 1.` },
      ...(message ? { message } : {}),
    })
    expect(`${problems[0]?.line}:${problems[0]?.column}`).toBe(place)
  })

  it('of those there are is none', () => {
    expect(told(settingsFile)).toEqual([])
  })
})

describe('a file', () => {
  test.each([
    ['', ['1:1 missing-field']],
    ['# Later.\n', ['1:1 missing-field']],
    ['- name: The Lighthouse\n', ['1:1 wrong-kind']],
    ['The Lighthouse\n', ['1:1 wrong-kind']],
    ['name: "The Lighthouse\n', ['1:7 quote-not-closed']],
  ])('%j is told once', (text, expected) => {
    expect([...new Set(told(text))]).toEqual(expected)
    expect(read(text).read).toEqual(defaultSettings)
  })
})

test.each([
  ['colours: { paper: [#f8f5ee, "#0e1218"] }', /#f8f5ee(?=,)/],
  ["colours:\n  paper: ['#f8f5ee', #0e1218]", /#0e1218(?=\])/],
  ["colours:\n  paper: ['#f8f5ee', #0e1218\n    ]", /#0e1218/],
])('the way out of  %s  is what is told', (lines, colour) => {
  const text = withLine('none', lines)
  const [problem, ...others] = read(text).problems
  expect(others).toEqual([])
  expect(problem).toMatchObject({ rule: 'comment-in-value', hint: expect.stringContaining('in quotes:  "#') })
  const [, advice = ''] = problem?.hint?.split(':  ') ?? []
  expect(told(text.replace(colour, advice))).toEqual([])
})

it('a list may hold remarks', () => {
  expect(told(withLine('none', "colours:\n  paper: ['#f8f5ee', # light\n    '#0e1218']"))).toEqual([])
})

it('a colour in place of two is shown as a list that can be read', () => {
  const [problem] = read(withLine('none', "colours: { paper: '#f8f5ee' }")).problems
  expect(problem?.hint).toBe('Write a list:  paper: ["#f8f5ee"]')
})
