import { readFileSync } from 'node:fs'
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
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

/** A line of the index: its first one says of which version the others are, and a later one of a key counts. */
type Line = [key: string, entry: Entry]

let temporaryFiles = 0

/** The facts of all bodies in one file, a line each, the text of each in its own. An index that cannot be read counts as empty. */
export async function openCache(directory: string): Promise<Cache> {
  const version = pipelineVersion()
  const { entries, length } = await readIndex(directory, version)
  const asked = new Map<string, Entry>()
  const added: Line[] = []
  let written = length
  let prepared: Promise<unknown> | undefined
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
      added.push([key, entry])
      return entry
    },
    async save() {
      if (!added.length) return
      const lines = added.splice(0)
      // One more takes a moment; to write all of them anew takes longer than to render a body.
      if (written) await appendFile(indexFile(directory), linesOf(lines))
      else await writeIndex(directory, version, [...entries])
      written = written ? written + lines.length : entries.size
    },
    async sweep() {
      if (written <= mostKept(asked.size)) return
      await writeIndex(directory, version, [...asked])
      written = asked.size
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

const indexName = 'index.lines'
const indexFile = (directory: string) => path.join(directory, indexName)
const textFile = (directory: string, id: string) => path.join(directory, `${id}.json`)

// What other posts left is kept for a while: a writer goes back and forth, between branches too.
const mostKept = (asked: number) => 3 * asked + 1000

/** What was written down, and how many lines that takes: none where it has to be written anew. */
async function readIndex(directory: string, version: string): Promise<{ entries: Map<string, Entry>; length: number }> {
  try {
    const text = await readFile(indexFile(directory), 'utf8')
    // A line whose writer was killed is none, and no other can follow it.
    const end = text.lastIndexOf(lineEnd)
    const isWhole = end + lineEnd.length === text.length
    const [first, ...lines]: [string, ...Line[]] = JSON.parse(`[${text.slice(0, end)}]`)
    return first === version ? { entries: new Map(lines), length: isWhole ? lines.length : 0 } : nothing()
  } catch {
    return nothing()
  }
}

const nothing = () => ({ entries: new Map<string, Entry>(), length: 0 })

// So the lines are read as one list, in one go.
const lineEnd = ',\n'
const linesOf = (lines: unknown[]) => lines.map((line) => JSON.stringify(line) + lineEnd).join('')

const writeIndex = (directory: string, version: string, lines: Line[]) =>
  writeWhole(indexFile(directory), linesOf([version, ...lines]))

async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}-${temporaryFiles++}`
  await writeFile(temporary, text)
  await rename(temporary, file)
}

async function removeOthers(directory: string, kept: Map<string, Entry>): Promise<void> {
  const names = new Set([indexName, ...[...kept.values()].map(({ id }) => `${id}.json`)])
  for (const name of await readdir(directory)) if (!names.has(name)) await rm(path.join(directory, name))
}
