import { cpSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { post } from '../lib/content/valid-post'
import { newProject, type Project } from './project'

const original = readFileSync('lib/site.ts', 'utf8')
const line = original.slice(0, original.indexOf('timeZone:')).split('\n').length
const words = `lib/site.ts:${line}:13: timeZone is not a time zone: "Europe/Berln". Write its name in the IANA list, as 'Europe/Berlin'.\n`

let project: Project
beforeAll(() => {
  project = newProject()
  // Links would lead to our own settings.
  for (const name of ['cli', 'lib']) {
    rmSync(path.join(project.folder, name))
    cpSync(name, path.join(project.folder, name), { recursive: true })
  }
  project.write('posts/a-valve.md', post())
  project.write('posts/later.md', post({ date: '2030-01-02' }))
})
afterAll(() => project.remove())

const withSettings = (...[from, to]: [RegExp, string]) => project.write('lib/site.ts', original.replace(from, to))

describe('a wrong setting', () => {
  test.each([
    ['check', []],
    ['build', []],
    ['dev', []],
    ['serve', []],
    ['images', []],
    ['schema', []],
    ['new', ['A tap']],
  ])('ends %s with its place and what to write', async (command, given) => {
    withSettings(/timeZone: '.*'/, `timeZone: 'Europe/Berln'`)
    expect(await project.run(command, given)).toEqual({ code: 1, out: '', err: words })
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
    withSettings(/$^/, '')
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

it('words days the same on every machine, also in a language that has none', async () => {
  withSettings(/language: '.*'/, `language: 'la'`)
  const told = await Promise.all(
    ['en_US.UTF-8', 'de_DE.UTF-8'].map((LC_ALL) => project.run('check', [], { LC_ALL, LANG: LC_ALL })),
  )
  for (const { out } of told) expect(out).toMatch(/later\.md is withheld: it is due on January 2, 2030\.\n/)
})
