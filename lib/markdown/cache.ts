import { existsSync, readFileSync } from 'node:fs'
import { appendFile, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { LazyText } from '../content/lazy-text'
import { hashOf } from '../digest'
import { inFolder, writeWhole } from '../whole-file'
import type { BodyFacts, BodyText, Rendered, Resolution, Target } from './rendered'
import { pipelineVersion } from './version'

/** A rendered body, and what it had asked for: it holds as long as the same questions get the same answers. */
export type Entry = { id: string; targets: Target[]; answers: string; facts: BodyFacts }

export type Cache = {
  find(key: string): Entry | undefined
  add(key: string, found: { targets: Target[]; resolutions: Resolution[]; rendered: Rendered }): Promise<Entry>
  /** Writes down what was added. */
  save(): Promise<void>
  /** Removes what nobody has asked for for an hour, where that has become much. */
  sweep(): Promise<void>
}

export const keyOf = ({ title, body }: { title: string; body: LazyText }) => `${body.hash} ${title}`

/** Written out, and no hash of it: most of them are shorter than one. */
export const answersText = (resolutions: Resolution[]) => (resolutions.length ? JSON.stringify(resolutions) : '')

/** A line of the index. Of those with one key, the last counts. */
type Line = [key: string, entry: Entry]

/** The facts of all bodies in one file, a line each, the text of each in its own. Each version of the code that renders has an index of its own. */
export async function openCache(directory: string, version = pipelineVersion()): Promise<Cache> {
  const index = path.join(directory, `index-${version}.lines`)
  const known = await readIndex(index)
  const entries = new Map(known)
  const asked = new Map<string, Entry>()
  const added: Line[] = []
  let written = known.length
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
      await inFolder(directory, () => appendFile(index, linesOf(lines)))
      written += lines.length
    },
    async sweep() {
      if (written <= mostKept(asked.size)) return
      await writeWhole(index, linesOf([...asked]))
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
  try {
    return JSON.parse(readFileSync(textFile(directory, id), 'utf8'))
  } catch (cause) {
    throw new MissingBody(`The cache of rendered articles is damaged (${id}).`, { cause })
  }
}

/** Whether the cache still holds the text that its index names. */
export const hasBodyText = (directory: string, id: string) => existsSync(textFile(directory, id))

const textFile = (directory: string, id: string) => path.join(directory, `${id}.json`)

// What other posts left is kept for a while: a writer goes back and forth, between branches too.
const mostKept = (asked: number) => 3 * asked + 1000

// So all lines are read as one list, in one go.
const lineEnd = ',\n'
const linesOf = (lines: Line[]) => lines.map((line) => JSON.stringify(line) + lineEnd).join('')

async function readIndex(file: string): Promise<Line[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return parsed<Line[]>(`[${text.slice(0, -lineEnd.length)}]`) ?? text.split(lineEnd).flatMap(readLine)
}

/** A line whose writer was killed is none, nor is what another may have written on behind it. */
function readLine(text: string): Line[] {
  const line = parsed<Line>(text)
  return Array.isArray(line) ? [line] : []
}

function parsed<Value>(text: string): Value | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

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
