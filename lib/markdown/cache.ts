import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { LazyText } from '../content/lazy-text'
import { hashOf } from '../digest'
import type { BodyFacts, BodyText, Rendered, Resolution, Target } from './rendered'
import { pipelineVersion } from './version'

/** A rendered body, and what it had asked for: it holds as long as the same questions get the same answers. */
export type Entry = { id: string; targets: Target[]; answers: string; facts: BodyFacts }

export type Cache = {
  find(key: string): Entry | undefined
  add(key: string, found: { targets: Target[]; resolutions: Resolution[]; rendered: Rendered }): Promise<Entry>
  /** Writes down what was added. */
  save(): Promise<void>
  /** Removes what nobody has asked for, where that has become much. Only for who runs alone: another may ask for it. */
  sweep(): Promise<void>
}

export const keyOf = ({ title, body }: { title: string; body: LazyText }) => `${body.hash} ${title}`

/** Written out, and no hash of it: most of them are shorter than one. */
export const answersText = (resolutions: Resolution[]) => (resolutions.length ? JSON.stringify(resolutions) : '')

type Index = { version: string; entries: Record<string, Entry> }

let temporaryFiles = 0

/** The facts of all bodies in one file, the text of each in its own. An index that cannot be read counts as empty. */
export async function openCache(directory: string): Promise<Cache> {
  const version = pipelineVersion()
  const entries = await readIndex(directory, version)
  const asked = new Map<string, Entry>()
  let prepared: Promise<unknown> | undefined
  let isSaved = true
  return {
    find(key) {
      const entry = entries.get(key)
      if (entry) asked.set(key, entry)
      return entry
    },
    async add(key, { targets, resolutions, rendered }) {
      const { html, edits, text, ...facts } = rendered
      const answers = answersText(resolutions)
      const entry = { id: hashOf([version, key, answers]), targets, answers, facts }
      prepared ??= mkdir(directory, { recursive: true })
      await prepared
      await writeWhole(textFile(directory, entry.id), JSON.stringify({ html, edits, text }))
      entries.set(key, entry)
      asked.set(key, entry)
      isSaved = false
      return entry
    },
    async save() {
      if (isSaved) return
      await writeIndex(directory, { version, entries: Object.fromEntries(entries) })
      isSaved = true
    },
    async sweep() {
      if (entries.size <= mostKept(asked.size)) return
      await writeIndex(directory, { version, entries: Object.fromEntries(asked) })
      await removeOthers(directory, asked)
    },
  }
}

/** Somebody has been at the cache: its index names a text that is not there, or not whole. */
export class MissingBody extends Error {}

/** The text of a body that the cache holds. Throws a MissingBody. */
export function readBodyText(directory: string, id: string): BodyText {
  try {
    return JSON.parse(readFileSync(textFile(directory, id), 'utf8'))
  } catch (cause) {
    throw new MissingBody(`The cache of rendered articles is damaged (${id}).`, { cause })
  }
}

const indexName = 'index.json'
const textFile = (directory: string, id: string) => path.join(directory, `${id}.json`)

// What other posts left is kept for a while: a writer goes back and forth, between branches too.
const mostKept = (asked: number) => 3 * asked + 1000

async function readIndex(directory: string, version: string): Promise<Map<string, Entry>> {
  try {
    const index: Partial<Index> = JSON.parse(await readFile(path.join(directory, indexName), 'utf8'))
    return new Map(index.version === version ? Object.entries(index.entries ?? {}) : [])
  } catch {
    return new Map()
  }
}

const writeIndex = (directory: string, index: Index) =>
  writeWhole(path.join(directory, indexName), JSON.stringify(index))

async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}-${temporaryFiles++}`
  await writeFile(temporary, text)
  await rename(temporary, file)
}

async function removeOthers(directory: string, kept: Map<string, Entry>): Promise<void> {
  const names = new Set([indexName, ...[...kept.values()].map(({ id }) => `${id}.json`)])
  for (const name of await readdir(directory)) if (!names.has(name)) await rm(path.join(directory, name))
}
