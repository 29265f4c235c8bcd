import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readCacheFile, writeCacheFile } from '../../cache-file.mjs'
import { filesBelow } from '../../checksums.mjs'
import { hashOf } from '../../digest'
import { site } from '../../site'
import { coloursFile, writeColours } from './colours'
import { scriptsFile } from './script-manifest'
import { assetsDirectory, bundleScripts } from './scripts'

const mark = path.join(site.stageDirectory, 'stage.json')

/** Makes what every page needs beside its view: colours and scripts. They follow from the code alone. */
export async function writePageAssets(fingerprint: string): Promise<void> {
  const known = readCacheFile(mark)
  if (known && known.toString('utf8') === (await stateOf(fingerprint))) return
  await Promise.all([writeColours(), bundleScripts()])
  writeCacheFile(mark, (await stateOf(fingerprint)) ?? '')
}

/** What was made, of which code; nothing where a part of it is missing. */
async function stateOf(fingerprint: string): Promise<string | undefined> {
  const assets = filesBelow(assetsDirectory)
  const files = [coloursFile, scriptsFile, ...assets.map((name) => path.join(assetsDirectory, name))]
  try {
    return hashOf([fingerprint, ...assets, ...(await Promise.all(files.map((file) => readFile(file))))])
  } catch {
    return undefined
  }
}
