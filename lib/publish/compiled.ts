import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Finished } from './finish/finish'
import { nextInternals } from './finish/next-internals'

/**
 * What is known once Next has compiled the code: that our own workers render its pages, and what its export holds of pages
 * without a view; or that only Next can render them.
 */
export type Compiled = { onlyByNext: true } | ({ onlyByNext: false } & Pick<Finished, 'pages' | 'styles'>)

const note = path.join(nextInternals.workDirectory, 'compiled.json')

type Noted = { madeWith: string; compiled: Compiled; pages: [string, never][] }

/** What was noted of the code that lies compiled, if it was made with this. */
export async function compiledOf(madeWith: string): Promise<Compiled | undefined> {
  const noted: Partial<Noted> = JSON.parse(await readFile(note, 'utf8').catch(() => '{}'))
  if (noted.madeWith !== madeWith || !noted.compiled) return undefined
  if (noted.compiled.onlyByNext) return noted.compiled
  return existsSync(nextInternals.exportDirectory) ? { ...noted.compiled, pages: new Map(noted.pages) } : undefined
}

export async function noteCompiled(madeWith: string, compiled: Compiled): Promise<void> {
  const pages = compiled.onlyByNext ? [] : [...compiled.pages]
  await writeFile(note, JSON.stringify({ madeWith, compiled, pages }))
}

/** From here on nothing is known of what lies there. */
export const forgetCompiled = () => rm(note, { force: true })
