import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const home = process.cwd()
const original = readFileSync('lib/site.ts', 'utf8')
let folder: string

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'settings-')))
  cpSync('lib', path.join(folder, 'lib'), { recursive: true })
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true, force: true })
})

/** The settings with one value, or one whole line, written otherwise. */
function withValue(name: string, value: string): string {
  const pattern = new RegExp(`^( +${name}: *\\n? *)(?:\\[.*\\]|'.*'|\\d+)`, 'm')
  expect(original).toMatch(pattern)
  return original.replace(pattern, (_, start) => `${start}${value}`)
}

async function told(text: string): Promise<string> {
  writeFileSync('lib/site.ts', text)
  jest.resetModules()
  try {
    await import(path.resolve('lib/site.ts'))
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

/** Where a value stands in a text. */
function placeOf(text: string, value: string): string {
  const before = text.slice(0, text.indexOf(value)).split('\n')
  return `lib/site.ts:${before.length}:${(before.at(-1) ?? '').length + 1}: `
}

describe('a setting', () => {
  test.each([
    ['name', "''", /^name is not text/],
    ['name', "'Sense\\n& Act'", /^name is not text on one line/],
    ['tagline', '4711', /^tagline is not text.*: 4711\. Write some words/],
    ['description', "'   '", /^description is not text/],
    ['language', "'german'", /^language is not a language: "german"\. Write a language tag of BCP 47, as 'en-GB'/],
    ['language', "'xx-XX'", /not a language/],
    ['language', "'en_GB'", /not a language/],
    ['language', "'en-UK'", /not a language/],
    ['language', "'eng'", /not a language/],
    ['language', "''", /not a language/],
    ['language', "['en']", /not a language: \["en"\]/],
    ['url', "'sense-and-act.example'", /^url is not a web address.*Write 'https:\/\/example\.org'/],
    ['url', "'https://example.org//magazine'", /not a web address/],
    ['url', "'https://ada:secret@example.org'", /not a web address/],
    ['url', "'https://example.org/%zz'", /not a web address/],
    ['timeZone', "'Europe/Berln'", /^timeZone is not a time zone: "Europe\/Berln"\. Write its name in the IANA list/],
    ['timeZone', "'+01:00'", /not a time zone/],
    ['timeZone', "'local'", /not a time zone/],
    ['timeZone', "''", /not a time zone/],
    ['pageSize', '0', /^pageSize is not a number of articles: 0\. Write a whole number from 1 to 1000/],
    ['pageSize', '-20', /not a number of articles/],
    ['pageSize', '2.5', /not a number of articles/],
    ['pageSize', '1001', /not a number of articles/],
    ['pageSize', 'Number.NaN', /not a number of articles: NaN/],
    ['pageSize', "'20'", /not a number of articles: "20"/],
    ['since', '23', /^since is not a year: 23\. Write a year, as 2023/],
    ['since', '20233', /not a year/],
    ['blue', "'#2440c9'", /^blue is not two colours.*Write the light one and the dark one/],
    ['blue', "['#2440c9']", /not two colours/],
    ['paper', "'white'", /^paper is not two colours: "white"/],
  ])('cannot be %s: %s', async (name, value, message) => {
    const text = withValue(name, value)
    const place = placeOf(text, `${value},`)
    const words = await told(text)
    expect(words.slice(0, place.length)).toBe(place)
    expect(words.slice(place.length)).toMatch(message)
  })

  test.each([
    ['ochre', "'red'", 0, 'ochre is not a colour: "red"'],
    ['ochre', "'#fff'", 1, 'ochre is not a colour: "#fff"'],
    ['line', "'rgb(1, 2, 3)'", 0, 'line is not a colour: "rgb(1, 2, 3)"'],
    ['ink', "'#15171cz0'", 1, 'ink is not a colour: "#15171cz0"'],
  ])('cannot have, for %s, the colour %s', async (name, value, index, message) => {
    const text = withValue(name, index ? `['#000000', ${value}]` : `[${value}, '#000000']`)
    expect(await told(text)).toBe(`${placeOf(text, value)}${message}. Write #rrggbb or #rrggbbaa, as '#2440c9'.`)
  })

  it('cannot be left out', async () => {
    const text = original.replace(/^ *since: .*\n/m, '').replace(/^ *soft: .*\n/m, '')
    expect(await told(text)).toBe(
      [
        `${placeOf(text, 'publication =')}since is missing. Write a year, as 2023.`,
        `${placeOf(text, 'colours =')}soft is missing. Write the light one and the dark one, as ['#2440c9', '#93a8ff'].`,
      ].join('\n'),
    )
  })

  it('can be the name of a hue only where a stylesheet can name it', async () => {
    const text = original.replace("blue: ['#2440c9'", "'Blue}': ['#2440c9'")
    expect(await told(text)).toBe(
      `${placeOf(text, "['#2440c9'")}A key is not the name of a hue: "Blue}". Write lower-case letters, as blue.`,
    )
  })

  it('is found though a comment names it before', async () => {
    const text = withValue('pageSize', '0').replace(
      '/** Articles on',
      '/* pageSize: 0, // pageSize: 0 */ /** Articles on',
    )
    expect(await told(text)).toMatch(
      new RegExp(`^lib/site.ts:${text.slice(0, text.indexOf(' pageSize: 0,\n')).split('\n').length}:13: `),
    )
  })

  it('is told with every other that is wrong', async () => {
    const text = withValue('timeZone', "'Mars/Olympus'").replace(/pageSize: \d+/, 'pageSize: 0')
    expect((await told(text)).split('\n')).toEqual([
      expect.stringMatching(/^lib\/site\.ts:\d+:\d+: timeZone is not/),
      expect.stringMatching(/^lib\/site\.ts:\d+:\d+: pageSize is not/),
    ])
  })

  test.each([
    ...['de', 'pt-BR', 'zh-Hant-TW', 'sr-Latn', 'nb', 'la', 'en-gb'].map((tag) => ['language', `'${tag}'`]),
    ...['UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'].map((zone) => ['timeZone', `'${zone}'`]),
    ...['1', '1000'].map((size) => ['pageSize', size]),
    ...["'http://localhost:8080/x/'", "'https://example.org/magazine'"].map((url) => ['url', url]),
    ['teal', "['#0B6171', '#6FCBDC80']"],
  ])('can be %s: %s', async (name, value) => {
    expect(await told(withValue(name, value))).toBe('')
  })
})
