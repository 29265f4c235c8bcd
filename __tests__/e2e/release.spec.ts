import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { brokenLinks } from '../lib/publish/verify/broken-links'
import { site } from './sites'
import { filesOf } from './working-copy'

const run = promisify(execFile)
const names = ['magazine', 'acceptance', 'none', 'two'] as const

/** What a checker has to say, as text; empty when it found nothing. */
async function wordsOf(command: string, args: string[]): Promise<string> {
  type Failed = { stdout: string; stderr: string }
  const { stdout, stderr } = await run(command, args, { maxBuffer: 64 * 1024 * 1024 }).catch((error: Failed) => error)
  return `${stdout}${stderr}`.trim()
}

async function everyPage(): Promise<string[]> {
  const files = (await Promise.all(names.map((name) => filesOf(site(name).directory)))).flat()
  return files.filter((file) => file.endsWith('.html'))
}

const nuChecker = path.resolve('node_modules/vnu-jar/build/dist/vnu.jar')

const htmlValidate = (pages: string[]) => {
  const checker = path.resolve('node_modules/html-validate/bin/html-validate.mjs')
  return wordsOf(process.execPath, [checker, '--config', '.htmlvalidate.mjs', '--formatter', 'text', ...pages])
}

test('every internal link, picture and fragment of the magazine resolves', async () => {
  expect(brokenLinks(site('magazine').directory)).toEqual([])
})

test('a dead link, picture and fragment would be found', async () => {
  const release = await mkdtemp(path.join(tmpdir(), 'release-'))
  await mkdir(path.join(release, 'about'))
  const links = '<a href="/about/">1</a><a href="/gone/">2</a><img src="/gone.png"><a href="/about/#gone">3</a>'
  await writeFile(path.join(release, 'index.html'), `<!doctype html><title>Home</title>${links}`)
  await writeFile(path.join(release, 'about', 'index.html'), '<!doctype html><title>About</title><p id="here">')
  expect(brokenLinks(release)).toEqual([
    '/index.html → /gone/',
    '/index.html → /gone.png',
    '/index.html → /about/#gone',
  ])
  await rm(release, { recursive: true })
})

test('every page is valid for html-validate', async () => {
  expect(await htmlValidate(await everyPage())).toBe('')
})

// The checker's last release for npm is older than these two.
const newerThanChecker = '.*(?:Unrecognised directive-name: .?(?:require-)?trusted-types|speculationrules).*'

// The checker is a Java program, and runs where Java is.
if (spawnSync('java', ['-version']).status === 0) {
  test('every page is valid for the Nu checker', async () => {
    expect(
      await wordsOf('java', [
        '-jar',
        nuChecker,
        '--errors-only',
        '--filterpattern',
        newerThanChecker,
        ...(await everyPage()),
      ]),
    ).toBe('')
  })
}

test('a wrong page would be found', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'page-'))
  const page = path.join(folder, 'wrong.html')
  await writeFile(
    page,
    '<!doctype html><html lang="en"><title>x</title><p id="a">1<p id="a">2<div><a href="/"></div></a>',
  )
  expect(await htmlValidate([page])).toContain('no-dup-id')
  await rm(folder, { recursive: true })
})

for (const word of ['quillwort', 'samphire']) {
  test(`a withheld post is in no byte of the site (${word})`, async () => {
    const found: string[] = []
    for (const file of await filesOf(site('two').directory)) {
      const text = `${file}\n${await readFile(file, 'latin1')}`
      if (text.toLowerCase().includes(word)) found.push(file)
    }
    expect(found).toEqual([])
  })
}

test('no page carries a style attribute', async () => {
  for (const page of await everyPage()) {
    // What a script or a style sheet holds is no attribute.
    const markup = (await readFile(page, 'utf8')).replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    expect(/<[a-z][^<>]* style=/i.exec(markup)?.[0], page).toBeUndefined()
  }
})
