import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '../whole-file'
import type { Built } from './build'
import type { Inputs } from './inputs'
import { currentRelease } from './release-record'

/** What the last build was given and what it said, for a build that is given the same. */
type LastBuild = { inputs: string; release: string; built: Built }

const file = path.resolve('.cache/last-build.json')

/** What the last build has said, if it was given the same and what it published is still published. */
export async function lastBuild({ digest }: Pick<Inputs, 'digest'>): Promise<Built | undefined> {
  const last = await read()
  const release = await currentRelease()
  if (!last?.built.published || last.inputs !== digest || release === undefined) return undefined
  const { built } = last
  return path.basename(release) === last.release
    ? { ...built, published: { ...last.built.published, rendered: 0 } }
    : undefined
}

/** Remembers a build that published, unless its inputs are too young to tell a later change from what was read. */
export async function noteBuild({ digest, isSettled }: Omit<Inputs, 'stampAt'>, built: Built): Promise<void> {
  const release = await currentRelease()
  if (!built.published || !isSettled || release === undefined) return rm(file, { force: true })
  const last: LastBuild = { inputs: digest, release: path.basename(release), built }
  await writeWhole(file, JSON.stringify(last))
}

async function read(): Promise<LastBuild | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
