import { readFileSync } from 'node:fs'
import path from 'node:path'
import { site } from '../../site'

export const scriptsFile = path.join(site.stageDirectory, 'scripts.json')

/** The text of an inline script, and addresses: of the stylesheet that comes late, of the module that `dev` adds. */
export type Scripts = { beforePaint: string; lateStyles: string; live?: string }

/** Read in one go, as views are. */
export const readScripts = async () => JSON.parse(readFileSync(scriptsFile, 'utf8')) as Scripts
