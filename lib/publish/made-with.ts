import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from '../digest'
import { site } from '../site'

const folders = ['app', 'browser', 'components', 'lib']
const files = ['next.config.js', 'package-lock.json', 'package.json', 'tsconfig.json']

export type BuildMode = { plain: boolean; compress: boolean }

/** Changes with anything that every page is made with: the code, the packages, the program that runs it, the settings. */
export function madeWith(mode: BuildMode): string {
  const { origin, basePath } = site
  const sources = [...folders.flatMap(filesBelow), ...files]
  const settings = JSON.stringify([process.version, origin, basePath, mode])
  return hashOf([settings, ...sources.flatMap((file) => [file, readFileSync(file)])])
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map(({ parentPath, name }) => path.join(parentPath, name)).sort()
}
