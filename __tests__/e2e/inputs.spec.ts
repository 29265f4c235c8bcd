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

for (const { what, change, shows } of changes.filter(({ isLong }) => !isLong))
  test(`a build notices ${what}`, async () => {
    expect(shows(project)).toBe(false)
    await change(project)
    await publish(project)
    expect(shows(project)).toBe(true)
    expect(await publish(project)).toContain('Nothing has changed')
  })

test('after all of them it is the site that a build from nothing makes, below a lock file of another project, too', async () => {
  writeFileSync(path.join(parent, 'package-lock.json'), '{ "lockfileVersion": 3, "packages": {} }')
  writeFileSync(path.join(parent, 'package.json'), '{ "name": "other" }')
  expect(await publish(project)).toContain('Nothing has changed')
  expect(await differencesFromClean(project)).toEqual([])
})

test('what builds have kept serves in another clone, and gives the site that a build from nothing makes', async () => {
  const clone = await cloneOf(project)
  edit(clone, 'posts/now.md', 'Some words.', 'Other words.')
  const words = await publish(clone)
  expect(words).toContain('1 article page changed')
  expect(words).not.toContain('Compiling')
  expect(await differencesFromClean(clone)).toEqual([])
})
