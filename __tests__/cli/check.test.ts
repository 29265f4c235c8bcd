import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '@/lib/content/problem'
import { post } from '../lib/content/valid-post'
import { type Ended, newProject, type Project } from './project'

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
    expect(readdirSync(path.join(project.folder, 'posts')).sort()).toEqual(['_about.md', '_categories.yml'])
  })
})
