import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { nextInternals } from './finish/next-internals'

const mark = path.join(nextInternals.workDirectory, 'made-with')

/** What the code that Next has compiled was made with, if that is known. */
export const compiledWith = () => readFile(mark, 'utf8').catch(() => undefined)

export const noteCompiled = (madeWith: string) => writeFile(mark, madeWith)

/** From here on nothing is known of what lies there. */
export const forgetCompiled = () => rm(mark, { force: true })
