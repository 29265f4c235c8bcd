import path from 'node:path'
import { nextReleaseTime, setFileTimes } from '../release/file-times'
import { currentRelease, readManifest, releasesBefore, removeManifest, writeManifest } from '../release/manifest'
import { publishAgain, renew } from '../release/release'
import { damagedFile, damageWords, filesWithStats, releaseStats } from '../release/release-stats'
import { filesIn } from '../verify/links'

/**
 * Publishes the release before the current one again, and returns when that was published. Done twice, it leads back.
 * Where the two differ its files get new times: a reader who has the newer page is to be given the older one.
 */
export async function rollBack(): Promise<Date> {
  const current = await currentRelease()
  if (current === undefined) throw new Error('Nothing is published here.')
  const before = (await releasesBefore(current)).at(-1)
  if (before === undefined) throw new Error('No earlier release is kept.')
  const manifest = await readManifest(before)
  const damaged = damagedFile(before, manifest?.stats ?? '')
  if (damaged !== undefined)
    throw new Error(
      `The earlier release cannot be published again: ${damageWords(damaged)}. Build the posts as you want them.`,
    )
  // While its times change, nothing is known of it.
  await removeManifest(before)
  setFileTimes(before, filesIn(before), current, await nextReleaseTime())
  if (manifest)
    await writeManifest(before, { ...manifest, stats: releaseStats(before, filesWithStats(manifest.stats)) })
  await publishAgain(await renew(before))
  return new Date(Number(path.basename(before)))
}
