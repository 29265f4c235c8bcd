import { runBundled } from '../../bundled-worker'
import type { Manifest } from './manifest'
import { findBase } from './partial-release'
import type { CheckedFiles, ReleaseStats } from './release-stats'

/** Files of the next release are taken from `base`, and those in which it differs from the current release from that. */
export type CheckWork = { stats: ReleaseStats; current: string; base?: { folder: string; differs: readonly string[] } }

type Options = {
  /** Of all code. */
  fingerprint: string
  /** Files may come with others, as `.br`. */
  endings: readonly string[]
}

/**
 * Looks, in a thread of its own, whether what the next release takes from the current one and from the one before it is as it
 * was published: meanwhile posts are read and pages rendered.
 */
export async function checkAside(
  current: string,
  manifest: Pick<Manifest, 'stats' | 'step'>,
  { fingerprint, endings }: Options,
): Promise<CheckedFiles> {
  const base = await findBase(current, manifest)
  const withOthers = (file: string) => ['', ...endings].map((ending) => file + ending)
  const work: CheckWork = {
    ...{ stats: manifest.stats, current },
    ...(base ? { base: { ...base, differs: base.differs.flatMap(withOthers) } } : {}),
  }
  const code = { entry: 'lib/publish/release/check-worker.ts', version: fingerprint }
  return (await runBundled(code, work)) as CheckedFiles
}
