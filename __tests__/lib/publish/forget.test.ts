import { existsSync, readdirSync } from 'node:fs'
import { inEmptyFolder } from './folder'

const { write } = inEmptyFolder()

test('what earlier builds have made goes, with what a killed one was about to remove; what is published stays', async () => {
  const made = ['.cache/bodies/a.json', '.cache/last-build.json', '.cache/workers/a/a.mjs', '.next/compiled.json']
  for (const file of [...made, '.cache/bodies.going/b.json', '.releases/1/index.html', '.cache/locks/build/1'])
    write(file)
  const { forgetEverything } = await import('@/lib/publish/forget')
  await forgetEverything()
  // Of the code of workers a running `dev` may still load a part.
  expect(readdirSync('.cache').sort()).toEqual(['locks', 'workers'])
  expect(existsSync('.next')).toBe(false)
  expect(existsSync('.releases/1/index.html')).toBe(true)
})

test('what may be made of two states of the code goes with the code of workers', async () => {
  for (const file of ['.cache/bodies/a.json', '.cache/workers/a/a.mjs', '.releases/1/index.html']) write(file)
  const { forgetMixture } = await import('@/lib/publish/forget')
  await forgetMixture()
  expect(readdirSync('.cache')).toEqual([])
  expect(existsSync('.releases/1/index.html')).toBe(true)
})

test('it goes under another name first, so that who writes there meanwhile begins anew', async () => {
  write('.cache/bodies/a.json')
  const { forgetBodies } = await import('@/lib/publish/forget')
  const { writeWhole } = await import('@/lib/whole-file')
  const forgetting = forgetBodies()
  for (let count = 0; count < 50; count++) await writeWhole(`.cache/bodies/${count}.json`, '{}')
  await forgetting
  await writeWhole('.cache/bodies/last.json', '{}')
  expect(readdirSync('.cache')).toEqual(['bodies'])
})
