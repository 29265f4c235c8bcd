import { existsSync } from 'node:fs'
import path from 'node:path'
import { compressedEndings, compressFiles } from './host/compress'
import { stampFile } from './host/stamps'
import type { Job } from './job'
import { refuseChangedCode } from './made-with'

/** A release that is complete and not yet published: its folder, and those of its files that are new in it. */
export type Unpublished = { folder: string; fresh: Iterable<string> }

/**
 * What is done with every release before it is published, in proportion to what is new in it. A step that reads the pages,
 * as one that fills a search index would, stands here; by throwing it stops the release.
 */
export async function prepareRelease(
  { folder, fresh }: Unpublished,
  { compress, onProgress, codeStamp }: Job,
): Promise<void> {
  const files = [...fresh].map((file) => path.join(folder, file))
  if (compress) await compressFiles(folder, files, onProgress)
  for (const file of files) {
    stampFile(file)
    for (const ending of compress ? compressedEndings : []) if (existsSync(file + ending)) stampFile(file + ending)
  }
  refuseChangedCode(codeStamp)
}
