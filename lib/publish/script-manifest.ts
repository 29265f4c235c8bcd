import { readFileSync } from 'node:fs'
import path from 'node:path'
import { site } from '../site'

export const scriptsFile = path.join(site.stageDirectory, 'scripts.json')

/** `beforePaint` is the text of an inline script, `page` the address of a module, `live` that of the one `dev` adds. */
export type Scripts = { beforePaint: string; page: string; live?: string }

/** Read in one go, as views are. */
export const readScripts = async () => JSON.parse(readFileSync(scriptsFile, 'utf8')) as Scripts
