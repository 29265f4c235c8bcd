import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { site } from '../site'
import { writeColours } from './colours'
import { scriptsFile } from './script-manifest'
import { bundleScripts } from './scripts'

const mark = path.join(site.stageDirectory, 'stage.json')

/** Makes what every page needs beside its view: colours and scripts. They follow from the code alone. */
export async function prepareStage(madeWith: string): Promise<void> {
  if ((await readFile(mark, 'utf8').catch(() => '')) === madeWith && existsSync(scriptsFile)) return
  await Promise.all([writeColours(), bundleScripts()])
  await writeFile(mark, madeWith)
}
