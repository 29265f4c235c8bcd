import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '../whole-file'
import type { Finished } from './finish/finish'
import { nextInternals } from './finish/next-internals'
import type { Stylesheets } from './render/compiled-pages'

/**
 * What is known once Next has compiled the code: that our own workers render its pages, and what its export holds of pages
 * without a view; or that only Next can render them.
 */
export type Compiled = { onlyByNext: true } | ({ onlyByNext: false } & Rendering)

export type Rendering = Pick<Finished, 'pages' | 'styles'> & { stylesheets: Stylesheets }

const note = path.join(nextInternals.workDirectory, 'compiled.json')

/** What was noted of the code that lies compiled, if it was made with this. A note that cannot be read counts as none. */
export async function compiledOf(madeWith: string): Promise<Compiled | undefined> {
  try {
    const noted = JSON.parse(await readFile(note, 'utf8'))
    if (noted.madeWith !== madeWith) return undefined
    if (noted.onlyByNext) return { onlyByNext: true }
    if (!existsSync(nextInternals.exportDirectory)) return undefined
    const { pages, stylesheets, styles } = noted
    return { onlyByNext: false, pages: new Map(pages), stylesheets, styles }
  } catch {
    return undefined
  }
}

export async function noteCompiled(madeWith: string, compiled: Compiled): Promise<void> {
  const pages = compiled.onlyByNext ? [] : [...compiled.pages]
  await writeWhole(note, JSON.stringify({ ...compiled, madeWith, pages }))
}

/** From here on nothing is known of what lies there. */
export const forgetCompiled = () => rm(note, { force: true })
