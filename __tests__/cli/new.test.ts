import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readContent } from '@/lib/content/loader'
import { post } from '../lib/content/valid-post'
import { newProject, type Project } from './project'

let project: Project
beforeEach(() => {
  project = newProject()
})
afterEach(() => project.remove())

const posts = () => path.join(project.folder, 'posts')
const written = () => readdirSync(posts()).filter((name) => /^[^_].*\.md$/.test(name))
const read = () => readContent({ directory: posts(), now: new Date('2024-06-01T12:00:00Z'), timeZone: 'UTC' })

describe('new', () => {
  it.each([
    ['Case Study: “vision” & C#, 100%', 'case-study-vision-and-c-sharp-100-percent.md'],
    [`"He said \\ 'hi'" # [x] {y}: - @z`, /^he-said-hi-.*\.md$/],
    ['10 rules', '2024-06-01-10-rules.md'],
    ['404', /^2024-06-01-404-[0-9a-f]{6}\.md$/],
    ['2023-01-01 in numbers', '2024-06-01-2023-01-01-in-numbers.md'],
    ['日本語', /^post-[0-9a-f]{6}\.md$/],
  ])('writes a draft called %s that has no problem', async (title, name) => {
    const { code, out } = await project.run('new', [title])
    const [file = ''] = written()
    expect(file).toMatch(name)
    expect(out).toContain(`posts/${file}`)
    expect(code).toBe(0)
    expect(read()).toMatchObject({ problems: [], articles: [], withheld: [{ title, reason: 'draft' }] })
    // Without its last line it is published as it stands, on its own day.
    project.write(`posts/${file}`, readFileSync(path.join(posts(), file), 'utf8').replace('draft: true\n', ''))
    expect(read()).toMatchObject({ problems: [], articles: [{ title, date: '2024-06-01' }] })
  })

  it.each(['a-valve.md', '08-a-valve.md'])('never overwrites or doubles %s', async (name) => {
    project.write(`posts/${name}`, post())
    const { code, err } = await project.run('new', ['A valve'])
    expect(written()).toEqual([name])
    expect(readFileSync(path.join(posts(), name), 'utf8')).toBe(post())
    expect(err).toContain(name)
    expect(code).toBe(1)
  })

  it('gives a title that begins with a number its whole slug, and finds it taken', async () => {
    project.write('posts/rules.md', post())
    expect((await project.run('new', ['10 rules'])).code).toBe(0)
    expect(read().withheld).toMatchObject([{ slug: '10-rules' }])
    const { code, err } = await project.run('new', ['10', 'rules'], { SITE_NOW: '2024-06-02' })
    expect(err).toContain('2024-06-01-10-rules.md')
    expect(code).toBe(1)
    expect(written()).toHaveLength(2)
  })

  it('takes a title without quotes, and makes the folder of posts where there is none', async () => {
    const { code } = await project.run('new', ['A', 'valve'], { POSTS_DIR: 'elsewhere/posts' })
    expect(readdirSync(path.join(project.folder, 'elsewhere/posts'))).toEqual(['a-valve.md'])
    expect(code).toBe(0)
  })
})

describe('new --magazine', () => {
  const about = { name: 'Nordlicht: „&“', language: 'de', zone: 'Europe/Berlin', author: 'Ada Öz' }
  const flags = ['--magazine', ...Object.entries(about).flatMap(([flag, answer]) => [`--${flag}`, answer])]
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
      cwd: posts(),
      stdio: 'pipe',
    })
  const commit = () => {
    git('init', '--quiet')
    git('add', '.')
    git('commit', '--quiet', '--message', 'Before')
  }
  const all = () => readdirSync(posts()).filter((name) => name !== '.git')

  it('empties the folder and writes a magazine there that has no problem', async () => {
    project.write('posts/a-sample.md', post())
    project.write('posts/_authors.yml', '')
    commit()
    const { code, out, err } = await project.run('new', [...flags, '--categories', 'Küste, 海=sea'])
    expect(err).toBe('')
    expect(out).toContain('Nordlicht: „&“ lies in posts/')
    expect(out).not.toContain('English')
    expect(code).toBe(0)
    expect(all()).toEqual([
      '_about.md',
      '_addresses.txt',
      '_authors.yml',
      '_categories.yml',
      '_schema.json',
      '_site.schema.json',
      '_site.yml',
      'willkommen.md',
    ])
    expect(read()).toMatchObject({
      problems: [],
      settings: { name: 'Nordlicht: „&“', language: 'de', timeZone: 'Europe/Berlin', since: 2024 },
      categories: [
        { slug: 'kueste', name: 'Küste', hue: 'blue' },
        { slug: 'sea', name: '海', hue: 'green' },
      ],
      articles: [{ title: 'Willkommen', authors: ['Ada Öz'], date: '2024-06-01', category: 'kueste' }],
    })
    expect(readFileSync(path.join(posts(), '_schema.json'), 'utf8')).toContain('"kueste"')
    const checked = await project.run('check')
    expect(checked.code).toBe(0)
    expect(checked.out + checked.err).not.toMatch(/warning|error/)
  })

  it.each(['en-GB', 'fr', 'es', 'ar', 'ja', 'nl'])('begins one in %s', async (language) => {
    commit()
    const { code, out } = await project.run('new', [
      '--magazine',
      '--name',
      'X',
      '--language',
      language,
      '--zone',
      'UTC',
    ])
    expect(out.includes('they are in English')).toBe(language === 'nl')
    expect(code).toBe(0)
    const checked = await project.run('check')
    expect(checked.code).toBe(0)
    expect(checked.out + checked.err).not.toMatch(/warning|error/)
  })

  it('begins one where nothing is', async () => {
    const { code, err } = await project.run('new', flags, { POSTS_DIR: 'elsewhere/posts' })
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(existsSync(path.join(project.folder, 'elsewhere/posts/willkommen.md'))).toBe(true)
  })

  it.each([
    ['no git knows', () => {}, 'is not kept by git'],
    [
      'nobody has committed',
      () => {
        commit()
        project.write('posts/a-new-post.md', post())
      },
      'a-new-post.md',
    ],
    [
      'was changed since',
      () => {
        commit()
        project.write('posts/_about.md', 'More.')
      },
      '_about.md',
    ],
    [
      'git is told to ignore',
      () => {
        project.write('posts/.gitignore', 'secret.md\n')
        commit()
        project.write('posts/secret.md', post())
      },
      'secret.md',
    ],
    [
      'is hidden, but in a folder that goes',
      () => {
        mkdirSync(path.join(posts(), '_pictures'))
        commit()
        project.write('posts/_pictures/.notes', 'Where each was taken.')
      },
      '_pictures/.notes',
    ],
  ])('touches nothing where it would lose a file that %s', async (_, prepare, told) => {
    project.write('posts/a-sample.md', post())
    prepare()
    const before = all()
    const { code, err } = await project.run('new', flags)
    expect(err).toContain(told)
    expect(code).toBe(1)
    expect(all()).toEqual(before)
  })

  it.each([
    [['--magazine'], 'needs --name', 2],
    [['--magazine', '--name', 'X', '--language', 'german'], '"german" is not a language. Write a language tag', 1],
    [['--magazine', '--name', 'X', '--zone', 'Europe/Berln'], '"Europe/Berln" is not a time zone.', 1],
    [['--magazine', '--name', 'X', '--url', 'here'], '"here" is not the address of a site.', 1],
    [
      ['--magazine', '--name', 'X', '--categories', 'a,A'],
      'posts/_categories.yml:5:9: error repeated  slug "a" is given to an entry above already',
      1,
    ],
    [['--magazine', '--name', 'X', '--categories', 'a=B c'], '"B c" is not a slug', 1],
    [['--magazine', 'X'], 'by --name, not by "X"', 2],
    [['--name', 'X'], '--name belongs to --magazine', 2],
  ])('says what is wrong with %j, and touches nothing', async (words, told, ended) => {
    project.write('posts/a-sample.md', post())
    commit()
    const before = all()
    const { code, err } = await project.run('new', words)
    expect(err).toContain(told)
    expect(code).toBe(ended)
    expect(all()).toEqual(before)
  })
})
