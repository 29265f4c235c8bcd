import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { changes } from '../inputs/changes'
import { differencesFromClean, newProject, type Project, publish } from '../inputs/project'

test.describe.configure({ mode: 'serial' })

let project: Project

test.beforeAll(async () => {
  project = await newProject('inputs-long/project')
  await publish(project)
})
test.afterAll(() => rm(path.resolve('.cache/e2e/inputs-long'), { recursive: true, force: true }))

for (const { what, change, shows } of changes)
  test(`the site is that of a build from nothing after a change of ${what}`, async () => {
    expect(shows(project)).toBe(false)
    await change(project)
    await publish(project)
    expect(shows(project)).toBe(true)
    expect(await publish(project)).toContain('Nothing has changed')
    expect(await differencesFromClean(project)).toEqual([])
  })
