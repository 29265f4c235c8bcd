import type { Progress } from '../../load/loaded-site'
import { currentRelease } from '../release/manifest'
import { layOutBase } from '../release/next-base'

/**
 * Does ahead what the next build would do first, once everything is published and told. Returns why that failed, if it did:
 * then the next build does it.
 */
export async function prepareNextBuild(onProgress: Progress): Promise<string | undefined> {
  const release = await currentRelease()
  if (release === undefined) return undefined
  return layOutBase(release, onProgress).then(
    () => undefined,
    (error: Error) => error.message,
  )
}
