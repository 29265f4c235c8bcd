import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { readCacheJson, writeCacheFile } from '../../cache-file.mjs'
import { areIntact, type Checksums, checksumsOf } from '../../checksums.mjs'
import type { Finished } from '../finish/finish'
import type { FinishedPage } from '../finish/finisher'
import { exportDirectory, workDirectory } from '../next/directories'
import { clearWork, exportedFiles, workFiles } from '../next/next'
import type { Stylesheets } from './compiled-pages'

/**
 * What is known once Next has compiled the code: that our own workers render its pages, and what its export holds of pages
 * without a view; or that only Next can render them, and which page that is for and why.
 */
export type Compiled = { onlyByNext: true; reason: string } | ({ onlyByNext: false } & Rendering)

export type Rendering = Pick<Finished, 'pages' | 'styles'> & { stylesheets: Stylesheets }

const noteName = 'compiled.json'
const note = path.join(workDirectory, noteName)

/** What is noted: of which code it was made, and the files that it stands for. */
type Note = Written & { fingerprint: string; work: Checksums; exported: Checksums }
type Written =
  | { onlyByNext: true; reason: string }
  | ({ onlyByNext: false; pages: [file: string, page: FinishedPage][] } & Omit<Rendering, 'pages'>)

/**
 * What was noted of the code that lies compiled, if it was made with this and lies there as it was left: as far as sizes
 * and times tell, or `byContent`.
 */
export async function compiledOf(fingerprint: string, { byContent = false } = {}): Promise<Compiled | undefined> {
  const noted = readNote()
  if (noted?.fingerprint !== fingerprint || !areIntact(workDirectory, noted.work, { byContent })) return undefined
  if (noted.onlyByNext) return { onlyByNext: true, reason: noted.reason }
  const { pages, stylesheets, styles, exported } = noted
  if (!existsSync(exportDirectory) || !areIntact(exportDirectory, exported, { byContent })) return undefined
  // All that lies there is published.
  if (!exportedFiles().every((file) => file in exported)) return undefined
  return { onlyByNext: false, pages: new Map(pages), stylesheets, styles }
}

export async function cacheCompiled(fingerprint: string, compiled: Compiled): Promise<void> {
  const work = checksumsOf(
    workDirectory,
    workFiles().filter((file) => file !== noteName),
  )
  const known = compiled.onlyByNext ? compiled : { ...compiled, pages: [...compiled.pages] }
  const exported = compiled.onlyByNext ? {} : checksumsOf(exportDirectory, exportedFiles())
  writeCacheFile(note, JSON.stringify({ ...known, fingerprint, work, exported } satisfies Note))
}

/** From here on nothing is known of what lies there. Next would read it: where it is not as it was left, it goes. */
export async function clearCompiled(): Promise<void> {
  const noted = readNote()
  if (!noted || !areIntact(workDirectory, noted.work, { byContent: true })) await clearWork()
  await rm(note, { recursive: true, force: true })
}

const readNote = () => readCacheJson(note) as Note | undefined
