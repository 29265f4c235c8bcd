import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { post } from '../lib/content/valid-post'
import { settingsFile } from '../lib/content/valid-settings'
import { newProject, type Project } from './project'

let project: Project
beforeAll(() => {
  project = newProject()
  project.write('posts/a-valve.md', post())
  project.write('posts/later.md', post({ date: '2030-01-02' }))
})
afterAll(() => project.remove())

const withSettings = (from: string, to: string) => project.write('posts/_site.yml', settingsFile.replace(from, to))

const wrongZone = [
  'posts/_site.yml:6:11: error not-a-time-zone  "Europe/Berln" is not a time zone.',
  '    6 | timeZone: Europe/Berln',
  '      |           ^^^^^^^^^^^^',
  '    Write its name in the IANA list, as Europe/Berlin.',
].join('\n')

describe('a wrong setting', () => {
  test.each([
    ['serve', []],
    ['images', []],
    ['schema', []],
    ['new', ['A tap']],
  ])('ends %s with its place and what to write', async (command, given) => {
    withSettings('UTC', 'Europe/Berln')
    expect(await project.run(command, given)).toEqual({ code: 1, out: '', err: `${wrongZone}\n` })
  })

  test.each([
    ['check', []],
    ['build', []],
    ['build', ['--clean']],
  ])('is told by %s %j with all else that is wrong', async (command, given) => {
    withSettings('UTC', 'Europe/Berln')
    project.write('posts/broken.md', post({ title: undefined }))
    const { code, out } = await project.run(command, given)
    project.write('posts/broken.md', post())
    expect(code).toBe(1)
    expect(out).toContain(wrongZone)
    expect(out).toContain('2 errors in 2 files.')
  })

  test.each([
    [
      'check',
      { SITE_URL: 'example.org' },
      /^SITE_URL is not a web address: "example\.org"\. Write https:\/\/[^\n]*\n$/,
    ],
    ['dev', { SITE_NOW: 'soon' }, /^SITE_NOW is not an ISO instant: "soon"\. Write [^\n]*\n$/],
    ['build', { SITE_NOW: '17 April' }, /^SITE_NOW is not an ISO instant: "17 April"\. Write [^\n]*\n$/],
    ['serve', { PORT: '3000x' }, /^PORT is not the number of a port: "3000x"\. Write 3000\.\n$/],
  ])('of the environment ends %s with its name (%o)', async (command, environment, message) => {
    withSettings('UTC', 'UTC')
    expect(await project.run(command, [], environment)).toEqual({
      ...{ code: 1, out: '', err: expect.stringMatching(message) },
    })
  })

  it('on the command line is told by its flag', async () => {
    expect(await project.run('serve', ['--port', 'x'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^--port/),
    })
  })
})

test.each([
  ['a folder', (file: string) => mkdirSync(file), 'not-a-file'],
  ['a pipe', (file: string) => execFileSync('mkfifo', [file]), 'not-a-file'],
  ['a link to nothing', (file: string) => symlinkSync('none', file), 'not-a-file'],
  ['missing', () => {}, 'no-settings'],
])('a file of settings that is %s is told', async (_, make, rule) => {
  const file = path.join(project.folder, 'posts/_site.yml')
  rmSync(file)
  make(file)
  const [check, schema] = await Promise.all([project.run('check'), project.run('schema')])
  rmSync(file, { recursive: true, force: true })
  withSettings('UTC', 'UTC')
  expect(check).toMatchObject({ code: 1, out: expect.stringContaining(`posts/_site.yml:1:1: error ${rule}`) })
  expect(schema).toMatchObject({ code: 1, err: expect.stringContaining('posts/_site.yml:1:1: error') })
})

it('what the settings say is read again once they have changed', async () => {
  withSettings('UTC', 'Europe/Berlin')
  expect((await project.run('check')).code).toBe(0)
  withSettings('UTC', 'Europe/Berln')
  expect((await project.run('check')).code).toBe(1)
  withSettings('UTC', 'Europe/Berlin')
  expect((await project.run('check')).code).toBe(0)
})

it('tells a day in English, whatever the language of the magazine and of the machine', async () => {
  withSettings('en-GB', 'de')
  const told = await Promise.all(
    ['en_US.UTF-8', 'de_DE.UTF-8'].map((LC_ALL) => project.run('check', [], { LC_ALL, LANG: LC_ALL })),
  )
  for (const { out } of told) expect(out).toMatch(/later\.md is withheld: it is due on 2 January 2030\.\n/)
})
