import { writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { changes } from './inputs/changes'
import { cloneOf, differencesFromClean, edit, newProject, type Project, publish } from './inputs/project'

test.describe.configure({ mode: 'serial' })

let project: Project
const parent = path.resolve('.cache/e2e/inputs')

test.beforeAll(async () => {
  project = await newProject('inputs/project')
  await publish(project)
})
test.afterAll(() => rm(parent, { recursive: true, force: true }))

const together = changes.filter(({ compiles }) => compiles === 'together')
const others = changes.filter(({ compiles }) => !compiles).map((one) => [one])

for (const some of [together, ...others])
  test(`a build notices ${some.map(({ what }) => what).join(', ')}`, async () => {
    const shown = () => some.filter(({ shows }) => shows(project))
    expect(shown()).toEqual([])
    for (const { change } of some) await change(project)
    await publish(project)
    expect(shown()).toEqual(some)
    expect(await publish(project)).toContain('Nothing has changed')
  })

test('after all of them, in another clone and below a lock file of another project, what builds have kept serves, and gives the site that a build from nothing makes', async () => {
  writeFileSync(path.join(parent, 'package-lock.json'), '{ "lockfileVersion": 3, "packages": {} }')
  writeFileSync(path.join(parent, 'package.json'), '{ "name": "other" }')
  expect(await publish(project)).toContain('Nothing has changed')
  const clone = await cloneOf(project)
  edit(clone, 'posts/now.md', 'Some words.', 'Other words.')
  const words = await publish(clone)
  expect(words).toContain('1 article page changed')
  expect(words).not.toContain('Compiling')
  expect(await differencesFromClean(clone)).toEqual([])
})
