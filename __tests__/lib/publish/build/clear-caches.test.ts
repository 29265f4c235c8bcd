import { existsSync, readdirSync } from 'node:fs'
import { inEmptyFolder } from '../folder'

const { write } = inEmptyFolder()

test('what earlier builds have made goes, with what a killed one was about to remove; what is published stays', async () => {
  const made = ['.cache/bodies/a.json', '.cache/last-build.json', '.cache/workers/a/a.mjs', '.next/compiled.json']
  for (const file of [...made, '.cache/bodies.going/b.json', '.releases/1/index.html', '.cache/locks/build/1'])
    write(file)
  const { clearEverything } = await import('@/lib/publish/build/clear-caches')
  await clearEverything()
  // Of the code of workers a running `dev` may still load a part.
  expect(readdirSync('.cache').sort()).toEqual(['locks', 'workers'])
  expect(existsSync('.next')).toBe(false)
  expect(existsSync('.releases/1/index.html')).toBe(true)
})

test('social cards stay: each is kept under all that it is drawn with, and bears a checksum', async () => {
  write('.cache/cards/x/whole.jpg')
  const { clearEverything } = await import('@/lib/publish/build/clear-caches')
  await clearEverything()
  expect(readdirSync('.cache/cards/x')).toEqual(['whole.jpg'])
})

test('what may be made of two states of the code goes with the code of workers', async () => {
  for (const file of [
    '.cache/bodies/a.json',
    '.cache/cards/x/a.jpg',
    '.cache/workers/a/a.mjs',
    '.releases/1/index.html',
  ])
    write(file)
  const { clearMixedCode } = await import('@/lib/publish/build/clear-caches')
  await clearMixedCode()
  expect(readdirSync('.cache')).toEqual([])
  expect(existsSync('.releases/1/index.html')).toBe(true)
})

test('it goes under another name first, so that who writes there meanwhile begins anew', async () => {
  write('.cache/bodies/a.json')
  const { clearBodies } = await import('@/lib/publish/build/clear-caches')
  const { writeFileAtomic } = await import('@/lib/write-atomic')
  const forgetting = clearBodies()
  for (let count = 0; count < 50; count++) await writeFileAtomic(`.cache/bodies/${count}.json`, '{}')
  await forgetting
  await writeFileAtomic('.cache/bodies/last.json', '{}')
  expect(readdirSync('.cache')).toEqual(['bodies'])
})
