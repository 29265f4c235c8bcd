import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { post } from '../lib/content/valid-post'
import { build } from './builds'
import { followRecipe } from './follow-recipe'
import { recipes } from './recipes'
import { workingCopy } from './working-copy'

test.describe.configure({ mode: 'serial' })

let copy: string
const fileIn = (name: string) => readFile(path.join(copy, name), 'utf8')
const run = (...words: string[]) => promisify(execFile)(process.execPath, words, { cwd: copy })

test.beforeAll(async () => {
  copy = await workingCopy('recipes')
  for (const name of Object.keys(recipes)) await followRecipe(copy, name)
  await writeFile(
    path.join(copy, 'posts/a-made-page.md'),
    post(
      { place: 'Delft', slug: 'made' },
      'See [how it is made](/colophon/), by ==many hands==, and [its words](/words/index.json).\n',
    ),
  )
})
test.afterAll(() => rm(copy, { recursive: true, force: true }))

test('each recipe of CONTRIBUTING.md names every file that it needs', async () => {
  const guide = await readFile('CONTRIBUTING.md', 'utf8')
  for (const [name, steps] of Object.entries(recipes)) {
    const [, recipe = ''] = guide.split(`### ${name}\n`)
    const named = recipe.split('\n### ')[0]
    for (const file of Object.keys(steps)) expect(named, `${name}: ${file}`).toContain(`\`${file}\``)
  }
})

test('what was made by the recipes has no mistake of types', async () => {
  // A copy's own settings leave the code out.
  const include = ['next-env.d.ts', 'app', 'components', 'lib', 'browser']
  await writeFile(path.join(copy, 'types.json'), JSON.stringify({ extends: './tsconfig.json', include }))
  const check = run('node_modules/typescript/bin/tsc', '--noEmit', '--project', 'types.json')
  expect(
    await check.then(
      ({ stdout }) => stdout,
      ({ stdout }) => stdout,
    ),
  ).toBe('')
})

test('the editors’ schema knows the field', async () => {
  await run('cli/run.mjs', 'schema')
  expect(JSON.parse(await fileIn('posts/_schema.json')).properties.place).toMatchObject({
    description: 'Where it plays.',
  })
})

test('a site is published with the page, the construct, the field and the files', async () => {
  const { code, words } = await build(copy, { environment: { SITE_URL: 'https://a.example', SITE_NOW: '2026-06-01' } })
  expect(code, words).toBe(0)
  // Our workers render the page, as every other.
  expect(words).not.toContain('Next has to export')
  const page = await fileIn('out/colophon/index.html')
  expect(page).toContain('<h1')
  expect(page).toContain('Set in Newsreader.')
  expect(page).toContain('<link rel="canonical" href="https://a.example/colophon/"/>')
  expect(await fileIn('out/sitemap.xml')).toContain('https://a.example/colophon/')
  const article = await fileIn('out/articles/made/index.html')
  expect(article).toContain('<a href="/colophon/">how it is made</a>, by <mark class="highlight">many hands</mark>')
  expect(article).toContain('<a href="/words/index.json">its words</a>')
  expect(JSON.parse(await fileIn('out/words/index.json'))).toContain('h')
  const places = new Map<string, string[]>(JSON.parse(await fileIn('out/words/h.json')))
  expect(places.get('hands')).toContain('/articles/made/')
  expect(article).toContain('<p>Delft</p>')
})
