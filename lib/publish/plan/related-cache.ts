import path from 'node:path'
import { readCacheJson, writeCacheFile } from '../../cache-file.mjs'
import { digestOf } from '../../digest'
import { entryDigest } from '../../library/digests'
import type { Library } from '../../library/library'
import { relatedTo } from '../../library/related'

type Remembered = { key: string; slugs: string[]; related: string[][] }

const file = path.resolve('.cache/related.json')

/** `relatedTo`, kept from one build to the next: most changes are made to bodies, and say nothing of what is near. */
export const cachedRelated = (fingerprint: string) => (library: Library, count: number) => {
  const { entries } = library
  const key = digestOf(
    fingerprint,
    count,
    entries.map((entry) => entryDigest(library, entry)),
  )
  const known = readCacheJson(file) as Remembered | undefined
  if (known?.key === key) return new Map(known.slugs.map((slug, index) => [slug, known.related[index] ?? []]))
  const found = relatedTo(entries, count)
  const remembered: Remembered = { key, slugs: [...found.keys()], related: [...found.values()] }
  writeCacheFile(file, JSON.stringify(remembered))
  return found
}
