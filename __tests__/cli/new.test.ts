import { readdirSync, readFileSync } from 'node:fs'
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
