import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { readCacheJson, writeCacheFile } from '../../cache-file.mjs'
import { appendCacheLines, type CacheLine, readCacheLines, writeCacheLines } from '../../cache-lines'
import type { LazyText } from '../../content/lazy-text'
import { hashOf } from '../../digest'
import { markdownFingerprint } from '../../fingerprint/layers'
import {
  type BodyFacts,
  type BodyText,
  type Outline,
  partsOf,
  type Rendered,
  type Resolution,
  type Target,
} from '../rendered'

/** A rendered body, and what it had asked for: it holds as long as the same questions get the same answers. */
export type Entry = Kept & { outline(): Outline }
type Kept = { id: string; targets: Target[]; answers: string; facts: BodyFacts }

export type Cache = {
  find(key: string): Entry | undefined
  add(key: string, found: { targets: Target[]; resolutions: Resolution[]; rendered: Rendered }): Entry
  /** Writes down what was added. */
  save(): void
  /** Removes what nobody has asked for for an hour, where that has become much. */
  sweep(): Promise<void>
}

export const keyOf = ({ title, body }: { title: string; body: LazyText }) => `${body.hash} ${title}`

/** Written out, and no hash of it: most of them are shorter than one. */
export const answersText = (resolutions: Resolution[]) => (resolutions.length ? JSON.stringify(resolutions) : '')

/** A line of the index. Of those with one key, the last counts. */
type Line = CacheLine<[key: string, kept: Kept], Outline>

const lineOf = (key: string, { outline, ...kept }: Entry): Line => ({ value: [key, kept], rest: outline })

/** The facts of all bodies in one file, a line each, the text of each in its own. Each version of the code that renders has an index of its own. */
export function openCache(directory: string, version = markdownFingerprint()): Cache {
  const index = path.join(directory, `index-${version}.lines`)
  const known = readCacheLines(index) as Line[]
  const entries = new Map(
    known.map(({ value: [key, kept], rest }): [string, Entry] => [key, { ...kept, outline: rest }]),
  )
  const asked = new Map<string, Entry>()
  const added: Line[] = []
  let written = known.length
  return {
    find(key) {
      const entry = entries.get(key)
      if (entry) asked.set(key, entry)
      return entry
    },
    add(key, { targets, resolutions, rendered }) {
      const { facts, outline, text } = partsOf(rendered)
      const answers = answersText(resolutions)
      const entry = { id: hashOf([version, key, answers]), targets, answers, facts, outline: () => outline }
      writeCacheFile(textFile(directory, entry.id), JSON.stringify(text))
      entries.set(key, entry)
      asked.set(key, entry)
      added.push(lineOf(key, entry))
      return entry
    },
    save() {
      if (!added.length) return
      const lines = added.splice(0)
      appendCacheLines(index, lines)
      written += lines.length
    },
    async sweep() {
      if (written <= mostKept(asked.size)) return
      writeCacheLines(
        index,
        Array.from(asked, ([key, entry]) => lineOf(key, entry)),
      )
      written = asked.size
      const kept = [...asked.values()].map(({ id }) => `${id}.json`)
      await removeOthers(directory, index, kept)
    },
  }
}

/** Somebody has been at the cache: its index names a text that is not there, or not whole. */
export class MissingBody extends Error {}

/** The text of a body that the cache holds. Throws a MissingBody. */
export function readBodyText(directory: string, id: string): BodyText {
  const text = readCacheJson(textFile(directory, id)) as BodyText | undefined
  if (!text) throw new MissingBody(`The cache of rendered articles is damaged (${id}).`)
  return text
}

/** Whether the cache still holds the text that its index names. */
export const hasBodyText = (directory: string, id: string) => existsSync(textFile(directory, id))

const textFile = (directory: string, id: string) => path.join(directory, `${id}.json`)

// What other posts left is kept for a while: a writer goes back and forth, between branches too.
const mostKept = (asked: number) => 3 * asked + 1000

/** What is younger than an hour another process may have rendered just now, or be about to name. */
async function removeOthers(directory: string, index: string, kept: string[]): Promise<void> {
  const names = new Set([path.basename(index), ...kept])
  const { mtimeMs: now } = await stat(index)
  for (const name of await readdir(directory)) {
    if (names.has(name)) continue
    const file = path.join(directory, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs > 3_600_000) await rm(file, { force: true })
  }
}
