import path from 'node:path'
import { hashOf } from '../digest'
import { pageVariables } from '../environment.mjs'
import { fileStatAt } from '../file-stat'
import { settings, site } from '../site'
import { filesFingerprint, programFingerprint } from './program.mjs'
import { sourceFiles } from './source-files.mjs'
import { isWatched } from './watched'

export type BuildMode = { plain: boolean; compress: boolean }

/**
 * Changes with anything that every page is made with: the code and whatever else a bundler may read, the packages, the
 * program that runs them, the settings, the variables that pages may read.
 */
export function codeFingerprint(mode: BuildMode): string {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const { origin, basePath } = site
  const ofSite = JSON.stringify([settings, origin, basePath, mode, locale, timeZone, pageVariables()])
  return hashOf([ofSite, programFingerprint(), filesFingerprint(codeFiles())])
}

/** Changes whenever a file of the code is written, also when it is written as it was. */
export function codeStat(): string {
  // Next itself may write this one.
  const files = codeFiles().filter((file) => file !== 'tsconfig.json')
  return hashOf(files.map((file) => `${file} ${fileStatAt(file)?.text}`))
}

/** What was made of one state of the code may be noted as made of another. */
export class ChangedCode extends Error {
  constructor() {
    super('The code was changed while this build ran, so what it has made is forgotten. Build again.')
  }
}

/** Pages would be called one thing, and their feeds another. */
export class ChangedSettings extends Error {
  constructor() {
    super('The settings were changed since this build began. Build again.')
  }
}

/** Throws a ChangedCode where a file of the code was written since the stamp was taken. */
export function throwIfCodeChanged(before: string): void {
  if (codeStat() !== before) throw new ChangedCode()
}

function codeFiles(): string[] {
  const posts = [site.postsDirectory, site.fallbackDirectory].map((folder) => path.relative('', folder))
  return sourceFiles(['.'], (file) => isWatched(file) && !posts.includes(file))
}
