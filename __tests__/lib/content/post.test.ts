import { placeIn } from '@/lib/content/places'
import { parsePost } from '@/lib/content/post'
import { sourceOf } from '@/lib/source'
import { articleOf, categories, errorsOf, parse, placeOf, post } from './valid-post'

const laughs = ['a: &a [x,x]', 'b: &b [*a,*a]', 'c: &c [*b,*b]'].join('\n')
const nul = String.fromCharCode(0)

describe('the fence', () => {
  test.each([
    ['a language on it', '---js\nmodule.exports = 1\n---\n', '1:4', /names no language/],
    ['a language after a space', '--- JavaScript\n{}\n---\n', '1:5', /names no language/],
    ['a language that is never closed', '---coffee\nx', '1:4', /names no language/],
    ['a language that objects inherit', '---constructor\nx\n---\n', '1:4', /names no language/],
    ['no front matter', 'Just text.\n', '1:1', /title, excerpt, category, author, date/],
    ['an empty file', '', '1:1', /title, excerpt, category, author, date/],
    ['an empty front matter', '---\n---\nText', '1:1', /empty.*title, excerpt, category, author, date/],
    ['only a comment in it', '---\n# later\n---\nText', '1:1', /empty/],
    ['a blank line before it', `\n${post()}`, '1:1', /must be the first line/],
    ['a space before it', ` ${post()}`, '1:1', /must be the first line/],
    ['no end', '---\ntitle: x\n', '1:1', /never closed/],
    ['four hyphens at the end', '---\ntitle: x\n----\nText', '3:1', /more than three hyphens/],
    ['a word at the end', '---\ntitle: x\n---x\nText', '3:1', /more than three hyphens/],
    ['four hyphens at the beginning', '----\ntitle: x\n----\n', '1:1', /more than three hyphens/],
  ])('it refuses %s', (_, text, place, message) => {
    const problems = errorsOf(text)
    expect(problems.map(placeOf)).toEqual([place])
    expect(problems[0]?.message).toMatch(message)
  })

  it('executes nothing of a post, whatever language it names', () => {
    const trap = '(() => { globalThis.trapped = true; return {} })()'
    for (const language of ['js', 'javascript', 'JS', ' js', '\tjs', 'coffee', 'json'])
      parse(`---${language}\n${trap}\n---\n`)
    expect(globalThis).not.toHaveProperty('trapped')
  })

  it('takes spaces behind the hyphens and line ends of Windows', () => {
    const article = articleOf(post().replaceAll('---', '---  ').replaceAll('\n', '\r\n'))
    expect(article).toMatchObject({ title: 'A valve', bodyLine: 8 })
    expect(article.body.read()).toBe('Text.\r\n')
  })
})

describe('one mistake in one field', () => {
  test.each([
    ['a colon in a value', { title: 'Foo: a story' }, '2:8', /colon/, 'title: "Foo: a story"'],
    ['an apostrophe in quotes', { title: "'It's here'" }, '2:11', /quote ends/, `title: "It's here"`],
    ['quotes in quotes', { title: '"He said "hi""' }, '2:17', /quote ends/, `title: 'He said "hi"'`],
    ['a quote never closed', { title: '"Half' }, '2:8', /never closed/, /Close it/],
    ['an at sign', { author: '@jane' }, '5:9', /begins with @/, 'author: "@jane"'],
    ['a backtick', { title: '`x`' }, '2:8', /backtick/, 'title: "`x`"'],
    ['a percent sign', { title: '%50 off' }, '2:8', /begins with %/, 'title: "%50 off"'],
    ['a bracket', { title: '[Draft] hello' }, '2:8', /begins with \[/, 'title: "[Draft] hello"'],
    ['a bracket that holds all', { title: '[Draft]' }, '2:8', /Text is expected/, 'title: "[Draft]"'],
    ['a star', { title: '*Bold*' }, '2:8', /begins with \*/, 'title: "*Bold*"'],
    ['an ampersand', { title: '&co' }, '2:8', /begins with &/, 'title: "&co"'],
    ['an exclamation mark', { title: '!important' }, '2:8', /begins with !/, 'title: "!important"'],
    ['a greater-than sign', { title: '> quoted' }, '2:8', /begins with >/, 'title: "> quoted"'],
    ['braces', { title: '{{x}}' }, '2:8', /begins with {/, 'title: "{{x}}"'],
    ['a comment in a value', { title: 'C# rocks #1' }, '2:17', /# after a space/, 'title: "C# rocks #1"'],
    ['a value that is a comment', { title: '#1' }, '2:8', /# after a space/, 'title: "#1"'],
    ['a value of nothing', { title: '' }, '2:1', /empty/, /Write a value/],
    ['a value of empty quotes', { title: '""' }, '2:8', /empty/, /Write a value/],
    ['a value of spaces', { title: '"   "' }, '2:8', /empty/, /Write a value/],
    ['a tilde', { title: '~' }, '2:8', /empty/, /Write a value/],
    ['a field that is missing', { title: undefined }, '1:1', /title is missing/, /title: …/],
    ['a misspelt field', { titel: 'x' }, '7:1', /did you mean "title"/, /title: …/],
    ["another engine's field", { description: 'x' }, '7:1', /did you mean "excerpt"/, /excerpt: …/],
    ['a field near nothing', { xyzzyplugh: 'x' }, '7:1', /no field "xyzzyplugh"/, /The fields are title, excerpt/],
    ['a field in capitals', { Title: 'x' }, '7:1', /did you mean "title"/, /title: …/],
    ['__proto__', { ['__proto__']: 'x' }, '7:1', /no field "__proto__"/, /The fields are/],
    ['constructor', { constructor: 'x' }, '7:1', /no field "constructor"/, /The fields are/],
    ['a merge key', { '<<': '{ draft: true }' }, '7:1', /merge keys/, /Write the fields out/],
    ['draft: yes', { draft: 'yes' }, '7:8', /neither true nor false/, /true or false/],
    ['featured: 1', { featured: '1' }, '7:11', /neither true nor false/, /true or false/],
    ['readTime: 5:30', { readTime: '5:30' }, '7:11', /not a number of minutes/, /readTime: 8/],
    ['readTime: -3', { readTime: '-3' }, '7:11', /not a number of minutes/, /readTime: 8/],
    ['readTime: abc', { readTime: 'abc' }, '7:11', /not a number of minutes/, /readTime: 8/],
    ['readTime: 0', { readTime: '0' }, '7:11', /not a number of minutes/, /readTime: 8/],
    ['a misspelt category', { category: 'insigth' }, '4:11', /did you mean "insight"/, 'category: insight'],
    ['a category in capitals', { category: 'Insight' }, '4:11', /did you mean "insight"/, 'category: insight'],
    ["a category's name", { category: 'Case study' }, '4:11', /did you mean "case-study"/, 'category: case-study'],
    ['a category near nothing', { category: 'gardening' }, '4:11', /no category/, /insight, case-study/],
    ['tags that are text', { tags: 'a, b' }, '7:7', /A list is expected/, 'tags: [a, b]'],
    ['an empty list', { tags: '[]' }, '7:7', /list is empty/, /delete the line/],
    ['an empty tag', { tags: '[a, ""]' }, '7:11', /empty/, /Write a value/],
    ['a list in a list', { tags: '[a, [b]]' }, '7:11', /Text is expected/, /quotes/],
    ['a group for an author', { author: '{ name: Ada }' }, '5:9', /expected/, /quotes/],
    ['a reference in a list', { tags: '[a, *b]' }, '7:11', /references/, /quotes/],
    ['a comment in a list', { tags: '[a #b, c]' }, '7:10', /# after a space/, /quotes/],
    ['a tag that begins with a sign', { tags: '[#ai, heat]' }, '7:8', /# starts a comment/, '"#ai"'],
    ['a slug in capitals', { slug: 'A Valve' }, '7:7', /not a slug/, 'slug: a-valve'],
    ['the slug page', { slug: 'page' }, '7:7', /cannot be used/, /another/],
    ['an alias without a slash', { aliases: '[old]' }, '7:11', /not a path/, '/articles/old-name/'],
    ['an alias that climbs', { aliases: '[/../x/]' }, '7:11', /not a path/, '/articles/old-name/'],
    ['a canonical address without https', { canonicalUrl: 'http://a.example/' }, '7:15', /not an https/, 'https://'],
    ['an escape that is NUL', { title: '"a\\0b"' }, '2:10', /U\+0000/, /Delete/],
    ['an escape that is half of a character', { title: '"ab\\uD800"' }, '2:11', /U\+D800/, /Delete/],
    ['an escape that is no character', { title: '"ab\\U00110000"' }, '2:11', /escape/, /quotes/],
  ])('it refuses %s', (_, changes: Record<string, string | undefined>, place, message, hint) => {
    const problems = errorsOf(post(changes))
    expect(problems.map(placeOf)).toEqual([place])
    expect(problems[0]?.message).toMatch(message)
    expect(problems[0]?.hint).toEqual(expect.stringMatching(typeof hint === 'string' ? escaped(hint) : hint))
  })

  const pictures = [
    'javascript:alert(1)',
    '"data:image/png;base64,AA"',
    '//x',
    '../../etc/passwd',
    'http://x.example/a.png',
  ]
  const more = [
    './../x.png',
    './a/../../x.png',
    '/%2e%2e/x.png',
    'x.png',
    './x.svg',
    'https://user@x.example/a',
    'https:x',
  ]
  it.each([...pictures, ...more])('refuses imageUrl: %s', (address) => {
    expect(errorsOf(post({ imageUrl: address }))).toMatchObject([
      { line: 7, column: 11, rule: expect.stringMatching(/^picture-(?:address|kind)$/) },
    ])
  })

  it.each(['2024-02-30', '2024-13-45', '01/02/2024', '2024', 'yesterday', '2024-2-3', 'Feb 30, 2024', '0000-01-01'])(
    'refuses date: %s',
    (date) => {
      expect(errorsOf(post({ date }))).toMatchObject([
        { line: 6, column: 7, message: expect.stringContaining('is not a day'), hint: 'Write a day as 2024-02-29.' },
      ])
    },
  )
})

describe('a line that is no field', () => {
  test.each([
    ['without a space', 'title:Foo', '2:7', /space is missing/],
    ['with a tab before it', '\ttitle: Foo', '2:1', /start of its line/],
    ['with spaces before it', '  title: Foo', '2:1', /start of its line/],
    ['of prose', 'Once upon a time', '2:1', /not a field/],
  ])('it names a line %s', (_, line, place, message) => {
    const problems = errorsOf(post().replace('title: A valve', line))
    expect(problems.map(placeOf)).toContain(place)
    expect(problems.find((problem) => placeOf(problem) === place)?.message).toMatch(message)
  })

  it('names the tab that indents a list', () => {
    const problems = errorsOf(post().replace('date:', 'tags:\n\t- a\ndate:'))
    expect(problems).toMatchObject([{ line: 7, column: 1, message: expect.stringMatching(/tab/) }])
  })

  it('names the second of two equal fields', () => {
    const problems = errorsOf(post().replace('date:', 'title: Two\ndate:'))
    expect(problems).toMatchObject([{ line: 6, column: 1, message: 'title is given twice.' }])
  })

  it('says once that prose stands where fields should', () => {
    const problems = errorsOf(post({}, 'x').replace('date:', 'One line.\nAnother line.\nA third.\ndate:'))
    expect(problems).toMatchObject([{ line: 6, rule: 'not-a-field' }])
  })

  it('finds an indented field under a value', () => {
    const problems = errorsOf(post().replace('category:', '  category:'))
    expect(problems).toContainEqual(expect.objectContaining({ line: 4, column: 3, rule: 'indentation' }))
  })
})

describe('a valid post', () => {
  it.each([
    '1984',
    'yes',
    '1.10',
    '0x1F',
    'null',
    '2001-01-01',
    'C#',
    'a:b',
    "It's",
    'What? Why!',
    '日本',
    '5:30',
    'a - b',
  ])('keeps title: %s as text', (title) => {
    expect(articleOf(post({ title })).title).toBe(title)
  })

  it.each(['</script><script>alert(1)</script>', ']]><x>', `{{x}} $${'{x}'}`, 'C# rocks #1', "It's: here"])(
    'keeps title: "%s" as text',
    (title) => {
      expect(articleOf(post({ title: `"${title}"` })).title).toBe(title)
    },
  )

  it.each(['2024-02-29', 'February 29, 2024', '29 February 2024', '"2024-02-29"'])('reads the day %s', (date) => {
    expect(articleOf(post({ date })).date).toBe('2024-02-29')
  })

  it.each(['8', '8 min', '"8"'])('reads %s as eight minutes', (readTime) => {
    expect(articleOf(post({ readTime })).readTime).toBe(8)
  })

  it('reads every field', () => {
    const text = post({
      author: '[Ada Lovelace, "Grace Hopper"]',
      updated: '2024-03-01',
      imageUrl: './_pictures/valve.png',
      imageAlt: 'A valve',
      imageCredit: 'NASA',
      draft: 'false',
      featured: 'true',
      tags: '\n  - sensors\n  - "edge: inference"',
      series: 'A node',
      slug: 'valve',
      aliases: '[/old, /older/]',
      canonicalUrl: 'https://example.org/valve/?a=b#c',
    })
    const article = articleOf(text)
    expect(article).toMatchObject({
      file: 'posts/a-valve.md',
      slug: 'valve',
      authors: ['Ada Lovelace', 'Grace Hopper'],
      updated: '2024-03-01',
      featured: true,
      draft: false,
      tags: ['sensors', 'edge: inference'],
      aliases: ['/old/', '/older/'],
      canonicalUrl: 'https://example.org/valve/?a=b#c',
      bodyLine: 21,
    })
    expect(article.body.read()).toBe('Text.\n')
    expect(placeIn(article.places, 'title')).toEqual({ line: 2, column: 8, length: 7, text: 'title: A valve' })
    expect(placeIn(article.places, 'tags.1')).toMatchObject({ line: 15, column: 5 })
  })

  it('folds a text of several lines into one', () => {
    expect(articleOf(post({ excerpt: '>\n  One\n  two.' })).excerpt).toBe('One two.')
    expect(articleOf(post({ excerpt: 'One\n  two.' })).excerpt).toBe('One two.')
    expect(articleOf(post({ excerpt: '|\n  One\n\n  two.' })).excerpt).toBe('One two.')
  })

  it('takes a comment on a line of its own', () => {
    const text = post({ excerpt: '|\n  One two.\n# a note' })
    expect(articleOf(text.replace('---', '---\n# first')).excerpt).toBe('One two.')
  })

  it('keeps a body with fences of its own', () => {
    expect(articleOf(post({}, 'a\n\n---\n\nb')).body.read()).toBe('a\n\n---\n\nb')
  })

  it('warns of a tag that is given twice, and keeps it once', () => {
    const parsed = parse(post({ tags: '[iot, IoT, vision]' }))
    expect(parsed).toMatchObject({
      article: { tags: ['iot', 'vision'] },
      problems: [{ severity: 'warning', rule: 'repeated', line: 7, column: 13 }],
    })
    expect('article' in parsed && placeIn(parsed.article.places, 'tags.1')).toMatchObject({ column: 18 })
  })

  it('warns of an update before the publication', () => {
    expect(parse(post({ updated: '2020-01-01' })).problems).toMatchObject([
      { severity: 'warning', rule: 'updated-before-date', line: 7, column: 10 },
    ])
  })
})

describe('many mistakes', () => {
  it('are all reported at once', () => {
    const text = post({ title: 'A: b', category: 'x', author: undefined, date: '"', tags: 'a' })
    expect(
      errorsOf(text)
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(['colon-in-value', 'missing-field', 'quote-not-closed', 'unknown-category', 'wrong-kind'].sort())
  })

  it('of a draft are warnings, and the draft keeps its name', () => {
    const parsed = parse(post({ draft: 'true', category: 'nonsense', date: undefined }))
    expect(parsed).toMatchObject({ invalid: { slug: 'a-valve', title: 'A valve', draft: true } })
    expect(new Set(parsed.problems.map(({ severity }) => severity))).toEqual(new Set(['warning']))
  })
})

describe('hostile front matter', () => {
  const size = 60_000
  test.each<[string, string]>([
    ['a billion laughs', laughs],
    ['open brackets', `a: ${'['.repeat(size)}`],
    ['open lists with items', `a: ${'[a, '.repeat(size / 4)}`],
    ['commas', `a: [${','.repeat(size)}]`],
    ['brackets on many lines', Array.from({ length: 900 }, (_, index) => `a${index}: ${'['.repeat(60)}`).join('\n')],
    ['question marks', '? '.repeat(size / 2)],
    ['anchors', `a: ${'&a '.repeat(size / 3)}`],
    ['keys', 'a:\n'.repeat(size / 3)],
    ['blank lines', `a: b${'\n'.repeat(size)}`],
    ['blank lines of another script', `a: b${'\u2028'.repeat(size)}`],
    ['a row of spaces', `title: a${' '.repeat(size)}b`],
    ['a row of spaces before a colon', `title: a${' '.repeat(size)}: b`],
    ['a row of spaces in quotes', `title: "a${' '.repeat(size)}b"`],
    ['a row of empty lines in quotes', `title: "a${`${' '.repeat(600)}\n`.repeat(90)}b"`],
    ['unknown fields', Array.from({ length: 950 }, (_, index) => `field${index}: x`).join('\n')],
    ['colons', `a${': a'.repeat(size / 3)}`],
    ['quotes', `a: "${'\\"'.repeat(size / 2)}`],
    ['nested groups', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['100 KB of text', `a: ${'x '.repeat(size)}`],
  ])('it takes no time over %s', (_, yaml) => {
    const source = sourceOf('posts/x.md', `---\n${yaml}\n---\n`)
    parsePost(source, { categories, language: 'en' })
    const before = process.cpuUsage()
    const { problems } = parsePost(source, { categories, language: 'en' })
    const { user, system } = process.cpuUsage(before)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.length).toBeLessThan(1100)
    // A second run is measured, and twice the time allowed, so that a busy machine does not fail it.
    expect((user + system) / 1000).toBeLessThan(100)
  })
})

describe('front matter that is too large', () => {
  test.each([
    ['64 KB', `title: ${'x'.repeat(65_536)}`],
    ['1,000 lines', 'title: x\n'.repeat(1001)],
    ['200 blank lines', `title: x\n${`${' '.repeat(64)}\n`.repeat(250)}`],
  ])('it ends at %s', (_, yaml) => {
    expect(errorsOf(`---\n${yaml}\n---\n`)).toMatchObject([{ line: 1, column: 1, rule: 'front-matter-too-large' }])
  })
})

describe('characters', () => {
  test.each([
    ['NUL in the title', post({ title: `a${nul}b` }), '2:9'],
    ['NUL in the body', post({}, `Text.\n\nab${nul}`), '10:3'],
    ['an escape character', post({}, '\u001b[31m'), '8:1'],
    ['half of a character', post({}, 'ab\ud83d'), '8:3'],
    ['a character that is none', post({}, '\ufffe'), '8:1'],
  ])('it names %s', (_, text, place) => {
    const problems = errorsOf(text)
    expect(problems.map(placeOf)).toEqual([place])
    expect(problems[0]?.rule).toBe('control-character')
  })
})

const escaped = (text: string) => new RegExp(text.replace(/[^\w\s]/g, '\\$&'))
