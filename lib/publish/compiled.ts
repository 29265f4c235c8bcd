import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

const mark = path.resolve('.next/made-with')

/** What the code that Next has compiled was made with, if that is known. */
export const compiledWith = () => readFile(mark, 'utf8').catch(() => undefined)

export const noteCompiled = (madeWith: string) => writeFile(mark, madeWith)

/** From here on nothing is known of what lies there. */
export const forgetCompiled = () => rm(mark, { force: true })
