import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { edit, newProject, type Project, publish, read, write } from '../inputs/project'
import { addRare, byNext, rare } from '../rare-page'

test.describe.configure({ mode: 'serial' })

let project: Project

test.beforeAll(async () => {
  project = await newProject('components-long/project')
  addRare(project)
  edit(project, 'posts/now.md', 'title: Now', 'title: Rare')
  expect(await publish(project)).toContain(byNext)
})
test.afterAll(() => rm(path.resolve('.cache/e2e/components-long'), { recursive: true, force: true }))

const article = () => read(project, 'out/articles/now/index.html')

test('that only Next can render a page is remembered until the code is changed', async () => {
  expect(await publish(project)).toContain('Nothing has changed')
  edit(project, 'posts/now.md', 'Some words.', 'More words.')
  const words = await publish(project)
  expect(words).toContain('only Next can render one of them (/articles/now/ could not be rendered')
  expect(words).not.toContain(byNext)
  expect(article()).toContain('More words.')
  edit(project, 'components/Rare.tsx', /if .*\n/, '\n')
  expect(await publish(project)).not.toContain(byNext)
  edit(project, 'posts/now.md', 'More words.', 'Last words.')
  expect(await publish(project)).toContain('1 article page changed')
})

test('what fails in Next as well is told in its words, and nothing is remembered or published', async () => {
  write(
    project,
    'components/Rare.tsx',
    rare.replace(/preload\(.*\)/, "throw new Error('a component failed')").replace(/^import.*/, ''),
  )
  const refused = await publish(project).catch((error: Error) => error.message)
  expect(refused).toContain('a component failed')
  expect(refused).toContain('Nothing was published')
  expect(article()).toContain('Last words.')
  edit(project, 'posts/now.md', 'title: Rare', 'title: Now')
  expect(await publish(project)).not.toMatch(/by Next|has to export/)
})
