import type { Withheld } from '../../content/article'
import type { Inputs } from '../../fingerprint/inputs'
import type { AddedAddresses } from '../../load/kept-addresses'
import type { LoadedSite, Progress } from '../../load/loaded-site'
import type { Plan } from '../plan/plan'
import type { ReleaseStats } from '../release/release-stats'

/** What there is to publish, and how. */
export type BuildContext = {
  loaded: LoadedSite
  plan: Plan
  fingerprint: string
  /** Taken before `fingerprint` was. */
  codeStat: string
  onProgress: Progress
  /** Told what will be done and why, in a sentence. */
  onPlan(words: string): void
  plain: boolean
  compress: boolean
}

/**
 * `rendered` counts pages; `cleanupError` says why something old could not be deleted after the swap; `stats` tell later
 * whether a file was damaged. With `lacksBase` there is nothing yet in which the next build can make its changes alone.
 */
export type Published = {
  articles: number
  pages: number
  rendered: number
  cleanupError?: string
  lacksBase?: true
  stats?: ReleaseStats
}

/** What a build did, with what is to be said of the posts. Without `published` it left everything as it was. */
export type Built = {
  report: string
  withheld: Withheld[]
  published?: Published
  /** What has come to the ledger of addresses. */
  addresses?: AddedAddresses
}

export type BuildOptions = {
  onProgress?: Progress
  /** Told what will be done and why, in a sentence. */
  onPlan?: BuildContext['onPlan']
  /** Publishes the pages as Next made them, for the day on which Next's inside has changed. */
  plain?: boolean
  /** Puts `.br` and `.gz` beside each text, for servers that look for them. */
  compress?: boolean
  /** Forgets what earlier builds have made. */
  clean?: boolean
  /** That of the code which this program was made of, where it is known. */
  codeStat?: string
}

/** All of them, with what was seen of the files. */
export type RebuildOptions = Required<BuildOptions> & Pick<Inputs, 'fileStatAt'>
