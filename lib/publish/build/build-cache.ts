import { rm } from 'node:fs/promises'
import path from 'node:path'
import { readCacheJson, writeCacheFile } from '../../cache-file.mjs'
import { fileStatAt } from '../../file-stat'
import type { Inputs } from '../../fingerprint/inputs'
import { site } from '../../site'
import { currentRelease, hasManifest } from '../release/manifest'
import { damagedFile, type ReleaseStats, someStats } from '../release/release-stats'
import type { Built } from './build-context'

/** What the last build was given, what it said, and files of what it has published. */
type CachedBuild = {
  inputs: string
  release: string
  hasManifest: boolean
  /** What was seen of the ledger of addresses when the build had ended. */
  ledger?: string
  built: Built
  stats: ReleaseStats
}

const file = path.resolve('.cache/last-build.json')

/**
 * What the last build has said, if it was given the same and what it published is still published: as far as can be seen
 * in a few milliseconds, as it was.
 */
export async function cachedBuild({ digest }: Pick<Inputs, 'digest'>): Promise<Built | undefined> {
  const last = readCacheJson(file) as CachedBuild | undefined
  if (last?.inputs !== digest || !last.built.published) return undefined
  if (fileStatAt(site.ledgerFile)?.text !== last.ledger) return undefined
  const release = await currentRelease()
  if (release === undefined || path.basename(release) !== last.release) return undefined
  if (hasManifest(release) !== last.hasManifest || damagedFile(release, last.stats) !== undefined) return undefined
  return { ...last.built, published: { ...last.built.published, rendered: 0 } }
}

/** Remembers a build that published, unless its inputs are too young to tell a later change from what was read. */
export async function cacheBuild({ digest, isSettled }: Omit<Inputs, 'fileStatAt'>, built: Built): Promise<void> {
  const release = await currentRelease()
  if (!built.published || !isSettled || release === undefined) return rm(file, { recursive: true, force: true })
  const { stats = '', ...published } = built.published
  const { addresses: _, ...rest } = built
  const ledger = fileStatAt(site.ledgerFile)?.text
  const last: CachedBuild = {
    inputs: digest,
    release: path.basename(release),
    hasManifest: hasManifest(release),
    ...(ledger === undefined ? {} : { ledger }),
    built: { ...rest, published },
    stats: someStats(stats),
  }
  writeCacheFile(file, JSON.stringify(last))
}
