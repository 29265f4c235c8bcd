import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { site } from '../site'
import { writeColours } from './colours'
import { scriptsFile } from './script-manifest'
import { assetsDirectory, bundleScripts } from './scripts'

const mark = path.join(site.stageDirectory, 'stage.json')

/** Makes what every page needs beside its view: colours and scripts. They follow from the code alone. */
export async function prepareStage(madeWith: string): Promise<void> {
  const known = await readFile(mark, 'utf8').catch(() => '')
  if (known === (await stateOf(madeWith)) && existsSync(scriptsFile)) return
  await Promise.all([writeColours(), bundleScripts()])
  await writeFile(mark, await stateOf(madeWith))
}

// The names of the assets, too: whoever takes one away does not want the site without it.
async function stateOf(madeWith: string): Promise<string> {
  const assets = await readdir(assetsDirectory).catch(() => [])
  return JSON.stringify([madeWith, ...assets.sort()])
}
