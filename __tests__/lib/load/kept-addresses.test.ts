import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { post } from '../content/valid-post'

let posts: string
let published: string
beforeEach(() => {
  posts = mkdtempSync(path.join(tmpdir(), 'posts-'))
  published = mkdtempSync(path.join(tmpdir(), 'out-'))
  write('_categories.yml', category('insight'))
  write('_about.md', 'We write.\n')
  write('a-valve.md', valve)
  write('a-tap.md', post({ title: 'A tap' }))
})
afterEach(() => {
  for (const folder of [posts, published]) rmSync(folder, { recursive: true, force: true })
  for (const name of ['POSTS_DIR', 'SITE_NOW']) delete process.env[name]
})

const text = 'It knows one number. By that it opens and closes for years, and nobody thinks of it.'
const body = `## Water\n\n${text}\n\n## Heat\n\nMore.\n`
const valve = post({ tags: '[pipes]', series: 'Metal' }, body)
const category = (slug: string) => `- slug: ${slug}\n  name: Insight\n  description: What changes.\n  hue: blue\n`
const write = (name: string, text: string) => writeFileSync(path.join(posts, name), text)
const remove = (name: string) => rmSync(path.join(posts, name))
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: posts, stdio: 'pipe' })
function commit() {
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'All')
}

async function load(environment: Record<string, string> = {}, released: string[] = []) {
  Object.assign(process.env, { POSTS_DIR: posts, ...environment })
  jest.resetModules()
  const { loadSite } = await import('@/lib/load/loaded-site')
  const site = { folder: published, addresses: async () => released }
  const loaded = await loadSite({ published: site })
  const told = loaded.problems.map(({ file, line, severity, rule, message }) => {
    const [address = ''] = message.split(' ')
    // That is where it stands.
    const isKept = rule === 'lost-address' && file.endsWith('.txt') && ledger()[line - 1] === address
    return `${isKept ? 'ledger' : `${path.basename(file)}:${line}`} ${severity} ${rule} ${address}`
  })
  return { ...loaded, told, keep: async () => loaded.kept?.keep() }
}

/** Publishes, and lets a writer change something. */
async function afterwards(change: () => void): Promise<Awaited<ReturnType<typeof load>>> {
  const { told, keep } = await load()
  expect(told).toEqual([])
  await keep()
  change()
  const found = await load()
  // Where nothing is known of the ledger, all of it is looked at.
  rmSync(confirmed)
  const again = await load()
  expect([again.told, hints(again)]).toEqual([found.told, hints(found)])
  return again
}

const confirmed = path.resolve('.cache/addresses.json')
const ledger = () => readFileSync(path.join(posts, '_addresses.txt'), 'utf8').split('\n').filter(Boolean)
const hints = ({ problems }: Pick<Awaited<ReturnType<typeof load>>, 'problems'>) =>
  problems.flatMap(({ hint = '' }) => hint.split('\n'))

it('keeps articles, the first pages of lists, feeds, places and old addresses', async () => {
  write('a-tap.md', post({ title: 'A tap', aliases: '[/tap/]' }))
  write('_redirects.yml', '- { from: /valves/, to: /articles/ }\n- gone: /pumps/\n')
  const { keep } = await load()
  expect(await keep()).toMatchObject({ added: ledger().length })
  expect(ledger()).toEqual([
    ...['/', '/about/', '/archive/', '/archive/2024/', '/articles/', '/articles/a-tap/', '/articles/a-valve/'],
    ...['/articles/a-valve/#heat', '/articles/a-valve/#water', '/atom.xml'],
    ...['/author/ada-lovelace/', '/author/ada-lovelace/feed.xml'],
    ...['', 'atom.xml', 'feed.json', 'feed.xml'].map((file) => `/category/insight/${file}`),
    ...['/feed.json', '/feed.xml', '/series/metal/', '/tag/pipes/', '/tag/pipes/feed.xml', '/tap/', '/valves/'],
  ])
  expect(await (await load()).keep()).toBeUndefined()
})

it('adds what is new to what was confirmed, and keeps what another has written meanwhile', async () => {
  const first = await load()
  await first.keep()
  const before = ledger()
  write('a-pump.md', post({ title: 'A pump' }, '## Oil\n'))
  const [one, two] = [await load(), await load()]
  expect(await one.keep()).toMatchObject({ added: 2 })
  const both = [...before, '/articles/a-pump/', '/articles/a-pump/#oil'].sort()
  expect(ledger()).toEqual(both)
  write('_addresses.txt', `/from-another/\n${both.join('\n')}\n`)
  await two.keep()
  expect(ledger()).toEqual([...both, '/from-another/'].sort())
})

it('adds to what is there, and takes nothing away', async () => {
  write('_addresses.txt', '/valves/\n/articles/a-valve/\n')
  write('_redirects.yml', '- gone: /valves/\n')
  const { told, keep } = await load()
  expect(told).toEqual([])
  await keep()
  expect(ledger()).toEqual([...ledger()].sort())
  expect(ledger()).toEqual(expect.arrayContaining(['/valves/', '/articles/a-tap/']))
})

describe('a post that has another name', () => {
  const alias = '    aliases: [/articles/a-valve/]'.trim()
  const lost = 'error lost-address /articles/a-valve/'

  test.each([
    ['is found by its text in git', () => commit(), () => write('old-metal.md', post({ title: 'Other' }, body))],
    [
      'is found by git, where its text changed a little',
      () => commit(),
      () => {
        write('old-metal.md', post({ title: 'Other' }, body.replace('years', 'decades')))
        git('add', '.')
      },
    ],
    [
      'is found by its text in what is published',
      () => {
        mkdirSync(path.join(published, 'articles'))
        writeFileSync(path.join(published, 'articles', 'a-valve.md'), `---\ntitle: A valve\n---\n\n${body}`)
      },
      () => write('old-metal.md', post({ title: 'Other' }, body)),
    ],
    ['is found by its headings', () => {}, () => write('old-metal.md', post({ title: 'Other' }, body))],
  ])('%s', async (_, before, rename) => {
    before()
    const found = await afterwards(() => {
      remove('a-valve.md')
      rename()
      write('a-pump.md', post({ title: 'A pump', tags: '[pipes]', series: 'Metal' }, 'Another text of its own.\n'))
    })
    expect(found.told).toEqual([`old-metal.md:2 ${lost}`])
    expect(hints(found)).toContain(`Write in its front matter:  ${alias}`)
    expect(found.fixes).toEqual([{ kind: 'alias', file: found.problems[0]?.file, path: '/articles/a-valve/' }])
  })

  it('is found after it was renamed and committed twice', async () => {
    commit()
    const found = await afterwards(() => {
      git('mv', 'a-valve.md', 'b.md')
      git('commit', '--quiet', '--all', '--message', 'b')
      git('mv', 'b.md', 'c.md')
      git('commit', '--quiet', '--all', '--message', 'c')
      write('c.md', post({ tags: '[pipes]', series: 'Metal' }, 'All was written anew.\n'))
    })
    expect(found.told).toEqual([`c.md:2 ${lost}`])
  })

  it('is the one whose slug was given or taken away', async () => {
    const given = await afterwards(() => write('a-valve.md', valve.replace('title:', 'slug: old-metal\ntitle:')))
    expect(given.told).toEqual([`a-valve.md:2 ${lost}`])
    rmSync(path.join(posts, '_addresses.txt'))
    write('a-valve.md', valve.replace('title:', 'slug: pipes\ntitle:'))
    commit()
    const taken = await afterwards(() => write('a-valve.md', valve.replace('Water', 'Wet').replace('Heat', 'Warm')))
    expect(taken.told).toEqual(['a-valve.md:2 error lost-address /articles/pipes/'])
  })

  it('keeps what had led to it before', async () => {
    const aliased = post({ aliases: '[/old/]', tags: '[pipes]', series: 'Metal' }, body)
    write('a-valve.md', aliased)
    const found = await afterwards(() => {
      remove('a-valve.md')
      write('b.md', aliased)
    })
    expect(hints(found)).toContain('Write in its front matter:  aliases: [/old/, /articles/a-valve/]')
    write('b.md', post({ aliases: '[/old/, /articles/a-valve/]', tags: '[pipes]', series: 'Metal' }, body))
    expect((await load()).told).toEqual([])
    commit()
    write('b.md', post({ aliases: '[/articles/a-valve/]', tags: '[pipes]', series: 'Metal' }, body))
    expect((await load()).told).toEqual(['b.md:7 error lost-address /old/'])
  })
})

describe('a post that is no longer there', () => {
  it('has to lead somewhere, or be gone on purpose', async () => {
    const found = await afterwards(() => remove('a-tap.md'))
    expect(found.told).toEqual(['ledger error lost-address /articles/a-tap/'])
    expect(hints(found)).toEqual(expect.arrayContaining(['- gone: /articles/a-tap/']))
    expect(found.fixes).toEqual([])
    write('_redirects.yml', '- gone: /articles/a-tap/\n')
    expect((await load()).told).toEqual([])
    write('_redirects.yml', '- { from: /articles/a-tap/, to: /articles/a-valve/ }\n')
    expect((await load()).told).toEqual([])
  })

  test.each([
    ['a draft', 9, post({ tags: '[pipes]', series: 'Metal', draft: 'true' }, body)],
    ['of a later day', 6, post({ date: '2999-01-01', tags: '[pipes]', series: 'Metal' }, body)],
  ])('is told of, and stops nothing, where it is %s', async (_, line, text) => {
    const { told } = await afterwards(() => write('a-valve.md', text))
    expect(told.filter((line) => !line.includes('/articles/a-valve/'))).toEqual(
      ['/series/metal/', '/tag/pipes/'].map((list) => `a-valve.md:${line} warning withheld-address ${list}`),
    )
    expect(told).toContain(`a-valve.md:${line} warning withheld-address /articles/a-valve/`)
  })

  it('is not called lost where it has a mistake', async () => {
    const { told } = await afterwards(() => write('a-valve.md', valve.replace('title', 'titel')))
    expect(told.filter((line) => line.includes('lost'))).toEqual([])
    expect(told.length).toBeGreaterThan(0)
  })
})

describe('a list that is no longer there', () => {
  it('leads, with its feeds, to the one that took its place', async () => {
    const found = await afterwards(() => write('a-valve.md', valve.replace('pipes', 'plumbing')))
    expect(found.told).toEqual(['ledger error lost-address /tag/pipes/'])
    expect(hints(found)).toContain('- { from: /tag/pipes/, to: /tag/plumbing/ }')
    expect(found.fixes).toMatchObject([{ kind: 'redirect', from: '/tag/pipes/', to: '/tag/plumbing/' }])
  })

  it('may be gone', async () => {
    const found = await afterwards(() => write('a-valve.md', valve.replace(/^(?:tags|series).*\n/gm, '')))
    expect(found.told.map((line) => line.split(' ').at(-1))).toEqual(['/series/metal/', '/tag/pipes/'])
    expect(found.fixes).toEqual([])
    write('_redirects.yml', '- gone: /tag/pipes/\n- gone: /series/metal/\n')
    expect((await load()).told).toEqual([])
  })

  it('is a category of another slug', async () => {
    const found = await afterwards(() => {
      write('_categories.yml', category('ideas'))
      for (const [name, text] of Object.entries({ 'a-valve': valve, 'a-tap': post({ title: 'A tap' }) }))
        write(`${name}.md`, text.replace('insight', 'ideas'))
    })
    expect(found.told).toEqual(['ledger error lost-address /category/insight/'])
    expect(hints(found)).toContain('- { from: /category/insight/, to: /category/ideas/ }')
  })
})

describe('a place on a page', () => {
  const place = '/articles/a-valve/#water'
  const lost = `error lost-address ${place}`

  it('belongs to the heading that took its place', async () => {
    const found = await afterwards(() => write('a-valve.md', valve.replace('Water', 'Of *water*')))
    expect(found.told).toEqual([`a-valve.md:10 ${lost}`])
    expect(hints(found)).toContain('Write:  ## Of *water* {#water}')
    expect(found.problems[0]?.excerpt?.text).toBe('## Of *water*')
    write('a-valve.md', valve.replace('## Water', '## Of *water* {#water}'))
    expect((await load()).told).toEqual([])
  })

  it('may be gone', async () => {
    const found = await afterwards(() => write('a-valve.md', valve.replace('## Water\n\n', '')))
    expect(found.told).toEqual([`ledger ${lost}`])
    expect(hints(found)).toContain(`- gone: ${place}`)
    write('_redirects.yml', `- gone: ${place}\n`)
    expect((await load()).told).toEqual([])
  })

  it('has to be where its page has gone', async () => {
    const found = await afterwards(() => {
      remove('a-valve.md')
      write('b.md', post({ aliases: '[/articles/a-valve/]', tags: '[pipes]', series: 'Metal' }, '## Heat\n'))
    })
    expect(found.told).toEqual([`ledger ${lost}`])
  })

  it('is not looked for where words are missing for a mistake', async () => {
    const { told } = await afterwards(() => write('a-valve.md', valve.replace('## Water', '<h2>Water</h2>')))
    expect(told.filter((line) => line.includes('lost'))).toEqual([])
    expect(told.length).toBeGreaterThan(0)
  })

  it('of the about page is one, too', async () => {
    write('_about.md', '## Who we are\n')
    const { told } = await afterwards(() => write('_about.md', '## Us\n'))
    expect(told).toEqual(['_about.md:1 error lost-address /about/#who-we-are'])
  })
})

describe('a redirect', () => {
  it('whose line is taken away loses an address, with its query and its feeds too', async () => {
    write('_redirects.yml', '- { from: "/?p=12", to: /articles/a-tap/ }\n- { from: /tag/old/, to: /tag/pipes/ }\n')
    const found = await afterwards(() => write('_redirects.yml', ''))
    expect(found.told).toEqual(['ledger error lost-address /?p=12', 'ledger error lost-address /tag/old/'])
    write('_redirects.yml', '- gone: "/?p=12"\n- gone: /tag/old/\n')
    expect((await load()).told).toEqual([])
  })

  it('to a post that has another name is mended with it', async () => {
    write('_redirects.yml', '- { from: /valves/, to: /articles/a-valve/ }\n')
    const found = await afterwards(() => {
      remove('a-valve.md')
      write('b.md', post({ aliases: '[/articles/a-valve/]', tags: '[pipes]', series: 'Metal' }, body))
    })
    expect(found.told).toEqual(['_redirects.yml:1 error redirect /articles/a-valve/'])
    expect(found.fixes).toMatchObject([{ kind: 'target', from: '/articles/a-valve/', to: '/articles/b/' }])
  })
})

describe('without a ledger', () => {
  it('the last release says what was published', async () => {
    const found = await load({}, ['/', '/articles/', '/articles/a-pump/', '/tag/pumps/', '/tag/pumps/feed.xml'])
    expect(found.told).toEqual([
      '_redirects.yml:1 error lost-address /articles/a-pump/',
      '_redirects.yml:1 error lost-address /tag/pumps/',
    ])
  })

  it('nothing is lost the first time', async () => {
    expect((await load()).told).toEqual([])
  })
})

it('neither keeps nor misses anything of a site of another instant', async () => {
  write('_addresses.txt', '/articles/a-pump/\n')
  const { told, kept } = await load({ SITE_NOW: '2024-06-01T12:00:00Z' })
  expect(told).toEqual([])
  expect(kept).toBeUndefined()
})

it('says so where the ledger cannot be written, when all is published', async () => {
  const { keep } = await load()
  mkdirSync(path.join(posts, '_addresses.txt'))
  expect(await keep()).toMatchObject({ failure: expect.stringMatching(/EISDIR|ENOTEMPTY|EEXIST/) })
})

it('refuses a ledger that is no file', async () => {
  mkdirSync(path.join(posts, '_addresses.txt'))
  expect((await load()).told).toEqual([expect.stringContaining('_addresses.txt:1 error not-a-file')])
})
