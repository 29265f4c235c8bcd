import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { builtSite, filesOf } from '../working-copy'

/** Every file of a folder, with a hash of its bytes. */
async function printOf(folder: string): Promise<Record<string, string>> {
  const entries = (await filesOf(folder)).map(async (file) => {
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
    return [path.relative(folder, file), hash]
  })
  return Object.fromEntries(await Promise.all(entries))
}

test('the same posts give the same bytes in any time zone and language', async () => {
  const builds: Record<string, string>[] = []
  for (const TZ of ['Pacific/Kiritimati', 'America/Adak']) {
    for (const LANG of ['tr_TR.UTF-8', 'de_DE.UTF-8']) {
      const environment = { TZ, LANG, LC_ALL: LANG }
      const name = `bytes-${TZ}-${LANG}`.replace(/\W/g, '')
      builds.push(
        await printOf(await builtSite(name, { posts: 'posts', url: 'https://magazine.example', environment })),
      )
    }
  }
  const [first, ...others] = builds
  expect(Object.keys(first ?? {}).length).toBeGreaterThan(20)
  for (const other of others) expect(other).toEqual(first)
})
