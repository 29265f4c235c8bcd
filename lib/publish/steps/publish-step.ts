import type { LoadedSite } from '../../load/loaded-site'
import type { Plan } from '../plan/plan'
import type { ReleaseFile } from '../release-file'

/** Pages by their paths on the site, files by their paths in the release. What the code alone makes, as styles, is neither. */
export type Paths = { pages: readonly string[]; files: readonly string[] }

/** A release whose pages are finished, before its links are followed and before it is published. */
export type Unpublished = {
  site: LoadedSite
  /** Every page and every other file, each with what changes when it does. */
  plan: Plan
  /** Where all of them lie. To be read only: most of its files are those of the published release as well. */
  folder: string
  /** What is new or not as it was in the published release. In a build of everything that is all. */
  changed: Paths
  gone: Paths
  /** The published release, and what this step has added to it; not in a build of everything. */
  previous?: { folder: string; files: ReleaseFile[] }
}

/** Adds files to every release. */
export type PublishStep = {
  /** Stands in what is said of the step, and in the manifest. */
  name: string
  /**
   * Changes with whatever the step reads of the site that no page and no file of a release shows. Where all of these are
   * as they were, nothing is published, and no step is run.
   */
  inputs?(site: LoadedSite): string
  /**
   * All files that the step adds, also those that are as they were. Of a file whose key is that of the published one
   * nothing is made and nothing is written; where a file has no key, its content tells.
   */
  run(release: Unpublished): ReleaseFile[] | Promise<ReleaseFile[]>
}
