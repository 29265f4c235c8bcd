import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Rendered, Resolution, Target } from './rendered'
import { hashOf, pipelineVersion } from './version'

/** A rendered body, and what it had asked for: it holds as long as the same questions get the same answers. */
export type Entry = { targets: Target[]; answers: string; rendered: Rendered }

export type Cache = {
  read(key: string): Promise<Entry | undefined>
  write(key: string, entry: Entry): Promise<void>
}

export const keyOf = ({ title, body }: { title: string; body: string }) => hashOf([title, body])

export const answersHash = (resolutions: Resolution[]) => hashOf([JSON.stringify(resolutions)])

let temporaryFiles = 0

/** One file a body, in a folder for each version of the pipeline. What cannot be read counts as not there. */
export function openCache(directory: string): Cache {
  const folder = path.join(directory, `v-${pipelineVersion()}`)
  const fileOf = (key: string) => path.join(folder, `${key}.json`)
  let prepared: Promise<void> | undefined
  return {
    async read(key) {
      try {
        const entry: unknown = JSON.parse(await readFile(fileOf(key), 'utf8'))
        return isEntry(entry) ? entry : undefined
      } catch {
        return undefined
      }
    },
    async write(key, entry) {
      prepared ??= prepare(directory, folder)
      await prepared
      const temporary = `${fileOf(key)}.${process.pid}-${temporaryFiles++}`
      await writeFile(temporary, JSON.stringify(entry))
      await rename(temporary, fileOf(key))
    },
  }
}

/** Entries of an earlier pipeline are never read again. */
async function prepare(directory: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const others = (await readdir(directory)).filter((name) => /^v-[0-9a-f]{32}$/.test(name))
  for (const name of others) {
    const other = path.join(directory, name)
    if (other !== folder) await rm(other, { recursive: true, force: true })
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const { targets, answers, rendered } = value as Partial<Entry>
  return Array.isArray(targets) && typeof answers === 'string' && typeof rendered?.html === 'string'
}
