import { readFileSync } from 'node:fs'
import { stampAt } from '../content/stamps'
import { hashOf } from '../digest'
import { site } from '../site'
import { sourceFiles } from '../source-files'

const folders = ['app', 'browser', 'components', 'lib']
const files = ['next.config.js', 'package-lock.json', 'package.json', 'tsconfig.json']

export type BuildMode = { plain: boolean; compress: boolean }

/** Changes with anything that every page is made with: the code, the packages, the program that runs it, the settings. */
export function madeWith(mode: BuildMode): string {
  const { origin, basePath } = site
  const settings = JSON.stringify([process.version, origin, basePath, mode])
  return hashOf([settings, ...codeFiles().flatMap((file) => [file, readFileSync(file)])])
}

/** Changes whenever a file of the code is written, also when it is written as it was. */
export function codeStamp(): string {
  // Next itself may write this one.
  const files = codeFiles().filter((file) => file !== 'tsconfig.json')
  return hashOf(files.map((file) => `${file} ${stampAt(file)?.text}`))
}

/** What was made of one state of the code may be noted as made of another. */
export class ChangedCode extends Error {
  constructor() {
    super('The code was changed while this build ran, so what it has made is forgotten. Build again.')
  }
}

/** Throws a ChangedCode where a file of the code was written since the stamp was taken. */
export function refuseChangedCode(stamp: string): void {
  if (codeStamp() !== stamp) throw new ChangedCode()
}

const codeFiles = () => [...folders.flatMap((folder) => sourceFiles(folder)), ...files]
