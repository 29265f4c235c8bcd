import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { edit, newProject, type Project, publish, read, write } from './inputs/project'
import { addRare, byNext } from './rare-page'

test.describe.configure({ mode: 'serial' })

let project: Project
const parent = path.resolve('.cache/e2e/components')

test.beforeAll(async () => {
  project = await newProject('components/project')
  // Not before an article has the title at which it is rare.
  addRare(project)
})
test.afterAll(() => rm(parent, { recursive: true, force: true }))

const article = () => read(project, 'out/articles/now/index.html')

/** Every page ends with these, and samples show that they are as Next has them. */
const everywhere = `import { cache, memo, Suspense, use, useId, useMemo } from 'react'

const later = cache((text: string) => new Promise<string>((resolve) => setTimeout(resolve, 5, text)))
const Id = memo(function Id() {
  return <i id={useId()}>{useMemo(() => 'an id', [])}</i>
})
// Only what is long comes apart from the rest.
async function Long() {
  return <s>{(await later('So long. ')).repeat(2000)}</s>
}
async function Late({ text }: { text: string }) {
  return <b>{await later(text)}<Id /></b>
}
const Using = () => <u>{use(later('used'))}</u>

export const Everything = () => (
  <p>
    <Id />
    <Late text="late" />
    <Suspense fallback="not yet"><Late text="suspended" /></Suspense>
    <Suspense fallback="not yet"><Long /></Suspense>
    <Using />
    <Id />
  </p>
)
`

test('hooks of Server Components, async ones and those that wait are rendered as Next has them', async () => {
  write(project, 'components/Everything.tsx', everywhere)
  edit(project, 'components/SiteFooter.tsx', /^/, "import { Everything } from './Everything'\n")
  edit(project, 'components/SiteFooter.tsx', '</footer>', '<Everything /></footer>')
  const words = await publish(project)
  expect(words).not.toContain(byNext)
  expect(article()).toMatch(/<b>late<i id="_S_\w_">an id<\/i><\/b>.*<b>suspended.*<s>So long\. .*<u>used<\/u>/)
  expect(article()).not.toMatch(/_next|not yet|hidden=""/)
})

test('a change alone is rendered so, too', async () => {
  edit(project, 'posts/now.md', 'Some words.', 'Other words.')
  expect(await publish(project)).toContain('1 article page changed')
  expect(article()).toMatch(/Other words\..*<b>late<i id="_S_\w_">/s)
})

test('a page that only Next can render makes it export all of them, in a build of changes too', async () => {
  edit(project, 'posts/now.md', 'title: Now', 'title: Rare')
  const words = await publish(project)
  expect(words).toContain(
    `${byNext}: /articles/now/ could not be rendered: it asks the browser to fetch something ahead.`,
  )
  expect(article()).toMatch(/<link rel="preload" href="\/favicon\.svg" as="image"/)
  // Light all the same.
  expect(article()).not.toContain('_next')
})
