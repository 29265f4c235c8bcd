import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '@/lib/problem'
import { post } from '../lib/content/valid-post'
import { type Ended, newProject, ordinaryUser, type Project } from './project'

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
const broken = post({ title: 'Case Study: vision' })

describe('check on posts with errors', () => {
  let project: Project
  let text: Ended
  let json: Ended
  let github: Ended

  beforeAll(async () => {
    project = newProject()
    project.write('posts/a.md', broken)
    project.write('posts/b.md', post({}, 'A [link](./none.md).\n'))
    project.write('posts/c.md', post())
    project.write('posts/draft.md', post({ draft: 'true' }))
    project.write('posts/later.md', post({ date: '2024-06-02' }))
    ;[text, json, github] = await Promise.all([
      project.run('check'),
      project.run('check', ['--format', 'json', 'posts/a.md']),
      project.run('check', ['--format', 'github', 'posts/c.md']),
    ])
  })
  afterAll(() => project.remove())

  it('names each with its place, in file order, and ends with 1', () => {
    const places = text.out.split('\n').filter((line) => / error /.test(line))
    expect(places).toEqual([
      expect.stringMatching(/^posts\/a\.md:2:8: error colon-in-value {2}\S/),
      expect.stringMatching(/^posts\/b\.md:8:3: error broken-link {2}\S/),
    ])
    expect(text.out).toMatch(/^2 errors in 2 files\.$/m)
    expect(text.code).toBe(1)
  })

  it('shows the line with a mark under it, and the way out', () => {
    expect(text.out).toContain(
      `    2 | title: Case Study: vision\n      |        ${'^'.repeat('Case Study: vision'.length)}\n`,
    )
    expect(text.out).toContain('title: "Case Study: vision"')
  })

  it('names what is withheld, why, and the day it is due', () => {
    expect(text.out.split('\n').filter((line) => line.includes('withheld'))).toEqual([
      expect.stringMatching(/^posts\/draft\.md .*draft/),
      expect.stringMatching(/^posts\/later\.md .*2 June 2024/),
    ])
  })

  it('keeps to the files it is given, and to JSON alone where a machine reads', () => {
    const problems = JSON.parse(json.out) as Problem[]
    expect(problems).toMatchObject([
      { file: 'posts/a.md', line: 2, column: 8, severity: 'error', rule: 'colon-in-value' },
    ])
    expect(json.code).toBe(1)
  })

  it('ends with 0 when the files it is given are right, though others are not', () => {
    expect(github.out).toMatch(/^No problems in 1 post\.$/m)
    expect(github.code).toBe(0)
  })
})

describe('check on posts with other problems', () => {
  let project: Project
  beforeAll(() => {
    project = newProject()
  })
  afterAll(() => project.remove())

  it('annotates the lines for a pull request, and ends with 0', async () => {
    project.write('posts/a.md', post({}, '<script>alert(1)</script>\n'))
    const { code, out } = await project.run('check', ['--format', 'github'])
    expect(out).toMatch(/^::warning file=posts\/a\.md,line=8,col=1,title=[\w-]+::/m)
    expect(code).toBe(0)
  })

  it('prints no command, no colour and no line end of a post', async () => {
    const key = '"a\\n::warning::pwned\\e[31m\\u009b31m"'
    project.write('posts/a.md', post({ tags: '"a\\n::warning::pwned, b"', [key]: 'x' }))
    project.write('posts/b.md', post({}, '![](/a&#10;::warning::pwned.png)\n'))
    for (const format of ['text', 'github', 'json']) {
      const { out } = await project.run('check', ['--format', format])
      expect(out).toMatch(/a\\+n::warning::pwned\\+u001B/i)
      expect(out.split('\n').filter((line) => /^\s*::warning::|[\p{Cc}]/u.test(line))).toEqual([])
    }
    project.write('posts/b.md', post())
  })

  it('names pictures that are missing once, also of an author, and redirects that go round in a circle', async () => {
    project.write('posts/_redirects.yml', '- { from: /a/, to: /b/ }\n- { from: /b/, to: /a/ }\n')
    project.write('posts/_authors.yml', '- name: Ada Lovelace\n  picture: ./nobody.png\n')
    project.write('posts/a.md', post({ imageUrl: './none.png' }, 'See [here](/a/).\n'))
    const { code, out, err } = await project.run('check', ['--format', 'json'])
    const found = (JSON.parse(out) as Problem[]).map(
      ({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`,
    )
    expect(found).toEqual([
      'posts/_authors.yml:2:12 picture-missing',
      'posts/_redirects.yml:1:3 redirect',
      'posts/_redirects.yml:2:3 redirect',
      'posts/a.md:7:11 picture-missing',
      'posts/a.md:9:5 broken-link',
    ])
    expect(err).not.toMatch(/\bat \S+:\d+:\d+/)
    expect(code).toBe(1)
  })
})

describe('check on what lies in public/', () => {
  const user = ordinaryUser()
  let project: Project
  const inPublic = (name: string) => path.join(project.folder, 'public', name)
  beforeEach(() => {
    project = newProject(user)
    mkdirSync(inPublic('maps/v2'), { recursive: true })
  })
  afterEach(() => project.remove())

  const problems = async () => {
    const { out, err } = await project.run('check', ['--format', 'json'])
    expect(err).not.toMatch(/\n\s+at /)
    return (JSON.parse(out) as Problem[]).map(({ file, line, column, severity, rule }) => ({
      place: `${file}:${line}:${column}`,
      rule: `${severity} ${rule}`,
    }))
  }

  it('takes links, pictures and aliases for the same files', async () => {
    for (const name of ['plan.pdf', '.plan.pdf.swp', '.DS_Store']) writeFileSync(inPublic(`maps/v2/${name}`), '')
    writeFileSync(inPublic('maps/v2/dot.png'), Buffer.from(dot, 'base64'))
    symlinkSync('v2', inPublic('maps/latest'))
    symlinkSync('me@host.1:2', inPublic('.#robots.txt'))
    const good = '[a](/maps/latest/plan.pdf) ![A dot](/maps/latest/dot.png) [b](/maps/latest/dot.png)'
    project.write('posts/a.md', post({ imageUrl: '/maps/latest/dot.png' }, `${good}\n`))
    project.write('posts/b.md', post({ aliases: '[/maps/latest/plan.pdf]' }, '[a](/maps/v2/.DS_Store)\n'))
    expect(await problems()).toEqual([
      { place: 'posts/b.md:7:11', rule: 'error alias-taken' },
      { place: 'posts/b.md:9:1', rule: 'error broken-link' },
    ])
  })

  it('names what cannot be published, and waits for no pipe', async () => {
    symlinkSync('none', inPublic('dangling.txt'))
    symlinkSync('..', inPublic('maps/round'))
    execFileSync('mkfifo', [inPublic('favicon.svg')])
    for (const name of ['closed.txt', 'closed.txt~']) writeFileSync(inPublic(name), '')
    chmodSync(inPublic('closed.txt'), 0)
    mkdirSync(inPublic('shut'))
    chmodSync(inPublic('shut'), 0)
    project.write('posts/a.md', post({}, '[x](/closed.txt~)\n'))
    expect(await problems()).toEqual([
      { place: 'posts/a.md:8:1', rule: 'error broken-link' },
      ...(user ? [{ place: 'public/closed.txt:1:1', rule: 'error public-file' }] : []),
      { place: 'public/closed.txt~:1:1', rule: 'warning public-file' },
      { place: 'public/dangling.txt:1:1', rule: 'warning public-file' },
      { place: 'public/favicon.svg:1:1', rule: 'error public-file' },
      { place: 'public/maps/round:1:1', rule: 'error public-file' },
      ...(user ? [{ place: 'public/shut:1:1', rule: 'error public-file' }] : []),
    ])
    chmodSync(inPublic('shut'), 0o700)
  })
})

describe('check on a post that has another name', () => {
  const valve = post({ title: 'What the valve knows' }, '## What it knows\n\nOne number.\n')
  const now = { SITE_NOW: '' }
  let project: Project
  beforeEach(() => {
    project = newProject()
    const addresses = ['/articles/what-the-valve-knows/', '/articles/what-the-valve-knows/#it-knows', '/tag/x/']
    project.write('posts/_addresses.txt', `${addresses.join('\n')}\n`)
    project.write('posts/the-valve.md', valve)
  })
  afterEach(() => project.remove())

  it('says what to write, as README shows it', async () => {
    execFileSync('git', ['init', '--quiet'], { cwd: project.folder })
    project.write('posts/what-the-valve-knows.md', valve)
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: project.folder })
    git('rm', '--quiet', '--cached', '--force', '--ignore-unmatch', 'posts/the-valve.md')
    git('add', 'posts/what-the-valve-knows.md')
    git('commit', '--quiet', '--message', 'A')
    rmSync(path.join(project.folder, 'posts', 'what-the-valve-knows.md'))
    const { out, code } = await project.run('check', [], now)
    expect(code).toBe(1)
    const shown = /^```\n(posts\/the-valve\.md:.*?)```$/ms.exec(readFileSync('README.md', 'utf8'))?.[1] ?? 'none'
    expect(out).toContain(shown)
    expect(out).toContain('posts/_addresses.txt:3:1: error lost-address')
  })

  it('writes it when asked, says what, and tells what is left', async () => {
    project.write('posts/the-valve.md', valve.replace('title:', 'slug: a-valve\ntitle:'))
    project.write('posts/_addresses.txt', '/articles/the-valve/\n/articles/the-valve/#it-knows\n/tag/x/\n')
    const { out, err, code } = await project.run('check', ['--fix'], now)
    expect(err).toContain('Written: posts/the-valve.md:10: {#it-knows}\n')
    expect(err).toContain('Written: posts/the-valve.md: /articles/the-valve/ among its aliases\n')
    expect([out.match(/: error \S+/g), code]).toEqual([[': error lost-address'], 1])
    const text = readFileSync(path.join(project.folder, 'posts', 'the-valve.md'), 'utf8')
    expect(text).toContain('aliases: [/articles/the-valve/]\n---\n## What it knows {#it-knows}\n')
  })
})

describe('check on many posts with one warning', () => {
  it('tells a warning of many posts once, and one by one when asked', async () => {
    const project = newProject()
    const names = Array.from({ length: 12 }, (_, index) => `remote-${index}.md`)
    for (const name of names) project.write(`posts/${name}`, post({ imageUrl: 'https://x.example/lamp.png' }))
    const [few, all] = [await project.run('check'), await project.run('check', ['--all'])]
    const named = ({ out }: Ended) => names.filter((name) => out.includes(`posts/${name}:7:11: warning `))
    expect(few.out.split('\n').length).toBeLessThanOrEqual(10)
    expect(named(few)).toHaveLength(3)
    expect(few.out).toMatch(/And 9 more, in 9 files\. .*--all/)
    expect(named(all)).toEqual(names)
    for (const { out, code } of [few, all])
      expect([code, out]).toEqual([0, expect.stringMatching(/^12 warnings in 12 files\.$/m)])
    project.remove()
  })
})

describe('check on the acceptance post', () => {
  it('warns of its picture, and of nothing else', async () => {
    const project = newProject()
    const name = '08-convergence-of-ai-and-iot.md'
    project.write(`posts/${name}`, readFileSync(`__tests__/fixtures/acceptance/${name}`))
    try {
      const { code, out } = await project.run('check')
      expect(out.split('\n').filter((line) => /^\S+: (?:error|warning) /.test(line))).toEqual([
        expect.stringMatching(/^posts\/08-convergence-of-ai-and-iot\.md:4:11: warning picture-not-fetched {2}\S/),
      ])
      expect(out.trimEnd()).toMatch(/^1 warning in 1 file\.$/m)
      expect(code).toBe(0)
    } finally {
      project.remove()
    }
  })
})

describe('a command that was called wrong', () => {
  let project: Project
  beforeAll(() => {
    project = newProject()
  })
  afterAll(() => project.remove())

  test.each([
    ['check', ['--format', 'xml'], {}, 2, /"xml".*text.*json.*github/],
    ['check', ['--fromat', 'json'], {}, 2, /--fromat.*npm run check/],
    ['check', ['posts/none.md'], {}, 2, /posts\/none\.md/],
    ['new', [], {}, 2, /title.*npm run new/],
    ['build', ['--cleen'], {}, 2, /--cleen.*npm run build/],
    ['serve', ['--port', 'x'], {}, 1, /"x"/],
    ['new', ['A valve'], { SITE_URL: 'example.org' }, 1, /SITE_URL.*Write https:/],
    ['new', ['A valve'], { SITE_NOW: 'soon' }, 1, /SITE_NOW.*Write 2026/],
  ])('%s %j %j ends with %i and says what to write', async (command, words, environment, code, message) => {
    const ended = await project.run(command, words, environment as Record<string, string>)
    expect(ended.err).toMatch(message)
    expect(ended.err).not.toMatch(/\n\s+at /)
    expect(ended.err.trim().split('\n')).toHaveLength(1)
    expect(ended).toMatchObject({ code, out: '' })
    expect(readdirSync(path.join(project.folder, 'posts')).sort()).toEqual([
      '_about.md',
      '_categories.yml',
      '_site.yml',
    ])
  })
})
