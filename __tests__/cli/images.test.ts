import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { post } from '../lib/content/valid-post'
import { newProject, type Project } from './project'

const far = 'https://10.0.0.1/lamp.png'
let project: Project
const posts = (name = '') => path.join(project.folder, 'posts', name)

beforeEach(() => {
  project = newProject()
})
afterEach(() => project.remove())

describe('the command that fetches pictures', () => {
  it('names each picture that cannot be had, with its post and the reason, and stops nobody', async () => {
    project.write('posts/a.md', post({ imageUrl: far }, '![A lamp](https://10.0.0.2/lamp.png)\n'))
    project.write('posts/draft.md', post({ draft: 'true' }, '![A lamp](https://10.0.0.3/lamp.png)\n'))
    project.write('posts/_authors.yml', '- name: Ada Lovelace\n  picture: https://10.0.0.4/ada.png\n')
    const { code, out, err } = await project.run('images')
    const named = err.split('\n').filter((line) => line.includes(': warning '))
    expect(named.sort()).toEqual([
      expect.stringMatching(
        /^posts\/_authors\.yml: warning {2}\S+10\.0\.0\.4\S+ leads to 10\.0\.0\.4, which is no public/,
      ),
      expect.stringMatching(/^posts\/a\.md: warning {2}\S+10\.0\.0\.1\S+ leads to/),
      expect.stringMatching(/^posts\/a\.md: warning {2}\S+10\.0\.0\.2\S+ leads to/),
      expect.stringMatching(/^posts\/draft\.md: warning {2}\S+10\.0\.0\.3\S+ leads to/),
    ])
    expect(err).toMatch(/4 pictures could not be fetched\. .*try again later/)
    expect(out).toMatch(/nothing was fetched/i)
    expect(code).toBe(0)
    expect(existsSync(posts('_pictures'))).toBe(false)
  })

  it('has nothing to do where no post names a picture of another site', async () => {
    project.write('posts/a.md', post())
    expect(await project.run('images')).toMatchObject({ code: 0, out: 'Every picture is here.\n' })
  })

  it.each([
    ['here', String(process.pid), `Another fetch is running here (process ${process.pid}); waiting`],
    [
      'elsewhere',
      '7,,web-2,,',
      'Another fetch is running (process 7 of another machine or container, "web-2"); waiting',
    ],
  ])(
    'waits for another that is fetching %s, so that neither forgets what the other has fetched',
    async (_, owner, words) => {
      project.write('posts/a.md', post())
      const lock = path.join(project.folder, '.cache/locks/images')
      mkdirSync(lock, { recursive: true })
      const entry = path.join(lock, owner)
      writeFileSync(entry, '')
      const { code, err, out } = await project.run('images', [], {}, (told) => {
        if (told.includes('waiting')) rmSync(entry, { force: true })
      })
      expect(err).toContain(words)
      expect(err).toContain('delete .cache/locks/images.')
      expect({ code, out }).toEqual({ code: 0, out: 'Every picture is here.\n' })
    },
  )

  it('takes out what no post names when it is told to, and never while a post cannot be read', async () => {
    mkdirSync(posts('_pictures'))
    const hash = 'ab'.repeat(32)
    const entry = { file: 'lamp.ababababab.png', type: 'image/png', width: 1, height: 1, bytes: 4, hash }
    writeFileSync(posts('_pictures/lamp.ababababab.png'), 'lamp')
    writeFileSync(posts('_pictures/lock.json'), JSON.stringify({ [far]: entry }))
    project.write('posts/a.md', post({ title: 'Lamps: two' }))
    expect(await project.run('images', ['--prune'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/npm run check/),
    })
    expect(readdirSync(posts('_pictures'))).toHaveLength(2)
    project.write('posts/a.md', post())
    expect((await project.run('images')).out).toMatch(/1 fetched picture.*--prune/)
    expect((await project.run('images', ['--prune'])).out).toMatch(/lamp\.ababababab\.png.*removed/)
    expect(readdirSync(posts('_pictures'))).toEqual(['lock.json'])
    expect(readFileSync(posts('_pictures/lock.json'), 'utf8')).toBe('{}\n')
  })

  test.each([
    ['--refresh', [far], /No post names .*10\.0\.0\.1/],
    ['--pruen', [], /--pruen/],
  ])('refuses %s %j', async (flag, words, message) => {
    project.write('posts/a.md', post())
    const { code, err, out } = await project.run('images', [flag, ...words])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n\s+at /)
  })
})
