import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readContent } from '@/lib/content/loader'
import { isError } from '@/lib/problem'
import { post } from './valid-post'
import { settingsFile } from './valid-settings'

const categoriesFile = '- slug: insight\n  name: Insight\n  description: What changes.\n  hue: blue\n'
let root: string
let posts: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'content-'))
  posts = path.join(root, 'posts')
  mkdirSync(posts)
  write('_site.yml', settingsFile)
  write('_categories.yml', categoriesFile)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (name: string, text: string | Buffer) => writeFileSync(path.join(posts, name), text)

function read(options: Partial<Parameters<typeof readContent>[0]> = {}) {
  const publicDirectory = path.join(root, 'public')
  return readContent({
    directory: posts,
    publicDirectory,
    now: new Date('2024-06-01T12:00:00Z'),
    timeZone: 'UTC',
    ...options,
  })
}

/** Each problem as "file:line:column rule". */
const summary = (options?: Parameters<typeof read>[0]) =>
  read(options).problems.map(({ file, line, column, rule }) => `${path.basename(file)}:${line}:${column} ${rule}`)

describe('a folder of posts', () => {
  it('gives the published articles, newest first, and settles ties by slug', () => {
    write('08-b.md', post())
    write('2024-01-01-a.md', post())
    write('c.md', post({ date: '2024-03-01' }))
    const content = read()
    expect(content.problems).toEqual([])
    expect(content.articles.map(({ slug }) => slug)).toEqual(['c', 'a', 'b'])
    expect(content.posts).toBe(3)
  })

  it('holds back drafts and later posts, and names them', () => {
    write('draft.md', post({ draft: 'true', title: 'Secret' }))
    write('broken-draft.md', post({ draft: 'true', category: undefined }))
    write('later.md', post({ date: '2024-06-02' }))
    write('today.md', post({ date: '2024-06-01' }))
    const content = read()
    expect(content.articles.map(({ slug }) => slug)).toEqual(['today'])
    expect(content.withheld).toEqual([
      {
        file: expect.stringMatching(/posts\/broken-draft\.md$/),
        slug: 'broken-draft',
        title: 'A valve',
        aliases: [],
        reason: 'draft',
      },
      {
        file: expect.stringMatching(/posts\/draft\.md$/),
        slug: 'draft',
        title: 'Secret',
        aliases: [],
        reason: 'draft',
      },
      {
        file: expect.stringMatching(/posts\/later\.md$/),
        slug: 'later',
        title: 'A valve',
        aliases: [],
        reason: 'scheduled',
        due: '2024-06-02',
      },
    ])
    expect(content.problems.filter(isError)).toEqual([])
    expect(content.problems).toMatchObject([{ rule: 'missing-field', severity: 'warning' }])
  })

  it('says of an update that has yet to come, where readers would see it', () => {
    write('a.md', post({ updated: '2024-06-02' }))
    write('later.md', post({ date: '2024-06-02', updated: '2024-06-03' }))
    expect(read().problems).toMatchObject([
      { file: expect.stringMatching(/a\.md$/), rule: 'updated-in-future', severity: 'warning', line: 7, column: 10 },
    ])
  })

  test.each([
    ['2024-05-31T21:59:59Z', 'Europe/Berlin', 0],
    ['2024-05-31T22:00:00Z', 'Europe/Berlin', 1],
    ['2024-06-01T06:59:59Z', 'America/Los_Angeles', 0],
    ['2024-06-01T07:00:00Z', 'America/Los_Angeles', 1],
    ['2024-05-31T10:00:00Z', 'Pacific/Kiritimati', 1],
  ])('at %s in %s, a post of 1 June is due: %i', (now, timeZone, count) => {
    write('a.md', post({ date: '2024-06-01' }))
    expect(read({ now: new Date(now), timeZone }).articles).toHaveLength(count)
  })

  it('reports one bad post among many, and every other problem', () => {
    for (let number = 0; number < 100; number++) write(`post-number-${number}.md`, post())
    write('bad.md', post({ title: 'a: b' }))
    write('worse.md', 'no fields')
    expect(summary()).toEqual(['bad.md:2:8 colon-in-value', 'worse.md:1:1 no-front-matter'])
  })
})

describe('files that are not posts', () => {
  it('names links, pipes and folders, and opens none of them', () => {
    writeFileSync(path.join(root, 'secret.md'), post())
    symlinkSync(path.join(root, 'secret.md'), path.join(posts, 'link.md'))
    execFileSync('mkfifo', [path.join(posts, 'pipe.md')])
    mkdirSync(path.join(posts, 'folder.md'))
    const content = read()
    expect(content.articles).toEqual([])
    expect(content.problems).toMatchObject([
      { file: expect.stringMatching(/folder\.md$/), severity: 'error', message: expect.stringMatching(/a folder/) },
      { file: expect.stringMatching(/link\.md$/), severity: 'error', message: expect.stringMatching(/symbolic link/) },
      { file: expect.stringMatching(/pipe\.md$/), severity: 'error', message: expect.stringMatching(/not a regular/) },
    ])
  })

  it('does not follow a link in place of its own configuration', () => {
    writeFileSync(path.join(root, 'authors.yml'), '- name: Ada Lovelace\n  slug: stolen\n')
    symlinkSync(path.join(root, 'authors.yml'), path.join(posts, '_authors.yml'))
    const content = read()
    expect(content.authors).toEqual([])
    expect(content.problems.some(isError)).toBe(true)
  })

  it('names a file that may not be read', () => {
    write('closed.md', post())
    chmodSync(path.join(posts, 'closed.md'), 0)
    // Root may read anything, so it becomes nobody for a moment.
    const isRoot = process.geteuid?.() === 0
    if (isRoot) chmodSync(root, 0o755)
    if (isRoot) process.seteuid?.(65534)
    try {
      expect(summary()).toEqual(['closed.md:1:1 unreadable'])
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  })

  it('warns of what looks like a post and is not read', () => {
    mkdirSync(path.join(posts, 'more'))
    mkdirSync(path.join(posts, '_pictures'))
    for (const name of ['a.mdx', 'b.markdown', 'c.MD', '_author.yml', '.#lock.md', '._a.md', '_about.md', 'pic.png'])
      write(name, '')
    expect(summary()).toEqual(
      ['_author.yml', 'a.mdx', 'b.markdown', 'c.MD', 'more'].map((name) => `${name}:1:1 not-read`),
    )
    expect(read().problems.some(isError)).toBe(false)
    expect(read().problems[0]?.hint).toMatch(/_authors\.yml/)
  })

  it('says that a folder does not exist', () => {
    expect(read({ directory: path.join(root, 'nowhere') }).problems.some(isError)).toBe(true)
  })
})

describe('bytes', () => {
  const utf8 = Buffer.from(post())
  const mark = Buffer.from('\ufeff')
  test.each<[string, Buffer, string[]]>([
    ['Latin-1', Buffer.from(post({ title: 'Café' }), 'latin1'), ['a.md:2:11 not-utf8']],
    [
      'a bad byte after a real U+FFFD',
      Buffer.concat([Buffer.from(`${post()}\ufffdé\nab`), Buffer.from([0xc3])]),
      ['a.md:10:3 not-utf8'],
    ],
    ['UTF-16', Buffer.from(`\ufeff${post()}`, 'utf16le'), ['a.md:1:1 not-utf8']],
    ['one byte order mark', Buffer.concat([mark, utf8]), []],
    ['two byte order marks', Buffer.concat([mark, mark, utf8]), ['a.md:1:1 two-byte-order-marks']],
    ['line ends of Windows', Buffer.from(post().replaceAll('\n', '\r\n')), []],
    ['line ends of old Macs', Buffer.from(post().replaceAll('\n', '\r')), ['a.md:1:4 old-line-ends']],
    ['five megabytes', Buffer.concat([utf8, Buffer.alloc(5_000_000, 'a ')]), ['a.md:1:1 too-large']],
    ['half of a pair as bytes', Buffer.concat([utf8, Buffer.from([0xed, 0xa0, 0x80])]), ['a.md:9:1 not-utf8']],
  ])('it reads or names %s', (_, bytes, expected) => {
    write('a.md', bytes)
    expect(summary()).toEqual(expected)
  })

  it('gives an article with Windows line ends the same body', () => {
    write('a.md', post().replaceAll('\n', '\r\n'))
    expect(read().articles[0]?.body.read()).toBe('Text.\n')
  })
})

describe('slugs', () => {
  test.each([
    ['a b.md', 'a-b'],
    ['Hello_World.md', 'hello-world'],
    ['08-edge.md', 'edge'],
    ['100-edge.md', 'edge'],
    ['2023-04-17-edge.md', 'edge'],
    ['2024-review.md', '2024-review'],
    ['Café.md', 'cafe'],
    ['straße.md', 'strasse'],
    ['v1.2.md', 'v1-2'],
  ])('it makes of %s the slug %s', (name, slug) => {
    write(name, post())
    expect(read()).toMatchObject({ problems: [], articles: [{ slug }] })
  })

  it.each([
    'CON.md',
    '..md',
    '.hidden.md',
    '日本語.md',
    'index.md',
    '404.md',
    'page.md',
    '08-.md',
    'C++.md',
    `${'a'.repeat(150)}.md`,
  ])('asks for a slug for %s', (name) => {
    write(name, post())
    expect(read().problems).toMatchObject([
      { line: 1, column: 1, severity: 'error', rule: 'slug', hint: expect.stringMatching(/slug: some-words/) },
    ])
    write(name, post({ slug: 'some-words' }))
    expect(read()).toMatchObject({ problems: [], articles: [{ slug: 'some-words' }] })
  })

  test.each([
    ['CON.md', /cannot be used/],
    ['日本語.md', /cannot be written/],
    [`${'a'.repeat(150)}.md`, /too long/],
  ])('says what hinders the slug of %s', (name, message) => {
    write(name, post())
    expect(read().problems[0]?.message).toMatch(message)
  })

  test.each([
    ['Hello.md', 'hello.md', '1:1 file-name'],
    ['caf\u00e9.md', 'cafe\u0301.md', '1:1 file-name'],
    ['08-edge.md', '09-edge.md', '1:1 slug-taken'],
  ])('names both %s and %s', (one, two, expected) => {
    write(one, post())
    write(two, post())
    const { problems } = read()
    expect(problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([expected])
    expect(problems[0]?.message).toContain(one)
    expect(problems[0]?.message).toContain(two)
  })

  it('points at the slug that is taken', () => {
    write('a.md', post())
    write('b.md', post({ slug: 'a' }))
    expect(summary()).toEqual(['b.md:7:7 slug-taken'])
  })

  it('only warns a draft whose slug is taken', () => {
    write('a.md', post({ draft: 'true', slug: 'b' }))
    write('b.md', post())
    expect(read().problems).toMatchObject([{ file: expect.stringMatching(/a\.md$/), severity: 'warning' }])
  })
})

describe('authors and tags', () => {
  it('gives every author of an article a profile', () => {
    write('_authors.yml', '- name: Ada Lovelace\n  slug: ada\n  links: [{ label: Site, url: https://ada.example/ }]\n')
    write('a.md', post({ author: '[Ada Lovelace, Grace Hopper]' }))
    write('b.md', post({ author: 'Hidden Hand', draft: 'true' }))
    expect(read().authors).toEqual([
      {
        name: 'Ada Lovelace',
        slug: 'ada',
        bio: undefined,
        links: [{ label: 'Site', url: 'https://ada.example/' }],
        picture: undefined,
      },
      { name: 'Grace Hopper', slug: 'grace-hopper', links: [] },
    ])
  })

  it('gives a name that ASCII cannot spell a safe slug, and asks for a better one', () => {
    write('a.md', post({ author: '李明' }))
    const content = read()
    expect(content.authors).toMatchObject([{ name: '李明', slug: expect.stringMatching(/^author-[0-9a-f]{6}$/) }])
    expect(content.problems).toMatchObject([{ line: 5, column: 9, severity: 'warning', rule: 'author-slug' }])
  })

  it('refuses two authors with one address', () => {
    write('a.md', post({ author: 'José Díaz' }))
    write('b.md', post({ author: 'Jose Diaz' }))
    expect(read().problems).toContainEqual(expect.objectContaining({ severity: 'error', rule: 'author-slug', line: 5 }))
  })

  it('refuses two profiles with one address, once', () => {
    write(
      '_authors.yml',
      '- name: Ana Lima\n- name: Bo\n  slug: ana\n- name: Ana-Lima\n- name: Al\n  slug: ana\n- name: bo\n',
    )
    expect(summary()).toEqual([
      '_authors.yml:4:9 author-slug',
      '_authors.yml:6:9 author-slug',
      '_authors.yml:7:9 repeated',
    ])
    expect(read().problems[0]?.message).toMatch(/"Ana-Lima" and "Ana Lima" would share the address "ana-lima"/)
  })

  it('warns of a name one slip away from a known one', () => {
    write('_authors.yml', '- name: Ada Lovelace\n')
    write('a.md', post({ author: 'Ada Lovelase', tags: '[sensors, energy, 6G]' }))
    write('b.md', post({ tags: '[sensors, 5G]' }))
    write('c.md', post({ tags: '[x, Sensors, 5G]' }))
    write('d.md', post({ tags: '[sensor]' }))
    expect(summary()).toEqual(['a.md:5:9 unfamiliar-name', 'c.md:7:11 unfamiliar-name', 'd.md:7:8 unfamiliar-name'])
    expect(read().problems.some(isError)).toBe(false)
  })
})

describe('pictures', () => {
  it('finds local pictures, and names those that are missing', () => {
    mkdirSync(path.join(posts, '_pictures'))
    mkdirSync(path.join(root, 'public'))
    write('_pictures/a.png', '')
    writeFileSync(path.join(root, 'public', 'b.jpg'), '')
    writeFileSync(path.join(root, 'secret.png'), '')
    symlinkSync(path.join(root, 'secret.png'), path.join(posts, 'link.png'))
    symlinkSync(root, path.join(posts, 'up'))
    const addresses = ['./_pictures/a.png', '/b.jpg', './_pictures/A.png', '/c.jpg', './link.png', './up/secret.png']
    for (const [index, imageUrl] of addresses.entries()) write(`post-${index}.md`, post({ imageUrl }))
    expect(summary()).toEqual([2, 3, 4, 5].map((index) => `post-${index}.md:7:11 picture-missing`))
  })

  it('warns of a remote picture until it is fetched', () => {
    write('a.md', post({ imageUrl: 'https://pictures.example/a' }))
    expect(summary()).toEqual(['a.md:7:11 picture-not-fetched'])
    expect(summary({ isFetched: (url) => url === 'https://pictures.example/a' })).toEqual([])
  })
})

describe('configuration', () => {
  it('serves from the fallback what the folder does not have', () => {
    const other = path.join(root, 'other')
    mkdirSync(other)
    writeFileSync(path.join(other, 'a.md'), post())
    expect(readContent({ directory: other, now: new Date('2024-06-01'), timeZone: 'UTC' }).problems).toMatchObject([
      { rule: 'no-categories', severity: 'error' },
      { rule: 'no-settings', severity: 'error' },
    ])
    const content = read({ directory: other, fallbackDirectory: posts })
    expect(content).toMatchObject({
      problems: [],
      categories: [{ slug: 'insight', hue: 'blue' }],
      articles: [{ slug: 'a' }],
    })
  })

  it('knows a category that has a mistake, so that no post which names it has one', () => {
    write('a.md', post())
    write('_categories.yml', categoriesFile.replace('blue', 'bleu'))
    expect(summary()).toEqual(['_categories.yml:4:8 unknown-value'])
    write(
      '_categories.yml',
      `${categoriesFile.replace('slug: insight', 'slug: In sight')}${categoriesFile.replaceAll('nsight', 'dea')}`,
    )
    expect(summary()).toEqual(['_categories.yml:1:9 slug'])
  })

  it('knows an author whose profile has a mistake', () => {
    write('a.md', post({ author: 'Ada Lovelance' }))
    write('b.md', post({ author: 'Ada Lovelace' }))
    write('_authors.yml', '- name: Ada Lovelace\n  links: [{ label: x, url: nowhere }]\n')
    expect(summary()).toEqual(['_authors.yml:2:28 address', 'a.md:5:9 unfamiliar-name'])
  })

  test.each([
    ['_categories.yml', '- slug: a\n  name: A\n  description: B\n  hue: bleu\n', '4:8', /"bleu" is not known/],
    ['_categories.yml', '- slug: a\n  name: A: b\n  description: B\n  hue: blue\n', '2:9', /colon/],
    ['_categories.yml', '- slug: a\n  nam: A\n  description: B\n  hue: blue\n', '2:3', /did you mean "name"/],
    ['_categories.yml', `${categoriesFile}${categoriesFile}`, '5:9', /given to an entry above/],
    ['_categories.yml', 'slug: a\n', '1:1', /list of entries/],
    ['_authors.yml', '- name: A\n  links: [{ label: x, url: "javascript:x" }]\n', '2:28', /not an https address/],
    ['_authors.yml', '- name: A\n  picture: ./nowhere.png\n', '2:12', /no file/],
    ['_authors.yml', '- &a\n  name: x\n- *a\n', '1:3', /references/],
    ['_redirects.yml', '- from: /old/\n', '1:3', /old path and another new one/],
    ['_redirects.yml', '- { from: /old/, to: /x/ }\n- gone: /old\n', '2:3', /given to an entry above/],
  ])('it refuses a mistake in %s: %j', (name, text, place, message) => {
    write(name, text)
    const problems = read().problems.filter((problem) => problem.file.endsWith(name))
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toContain(place)
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message)
  })

  it('reads redirects and what is gone', () => {
    write('_redirects.yml', '# moved\n- { from: /articles/old/, to: /articles/new/ }\n- gone: /articles/lost\n')
    expect(read()).toMatchObject({
      problems: [],
      redirects: [{ from: '/articles/old/', to: '/articles/new/' }, { from: '/articles/lost/' }],
    })
  })
})
