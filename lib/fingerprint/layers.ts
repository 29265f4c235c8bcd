import { readdirSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from '../digest'
import { once } from '../memoize'
import { settings } from '../site'
import { filesFingerprint, programFingerprint } from './program.mjs'
import { sourceFiles } from './source-files.mjs'

// Each layer knows those before it, and what lies beside them: __tests__/imports.test.ts holds it to that.
const layers = ['fingerprint', 'words', 'content', 'markdown'] as const

/** Changes with anything a parsed post depends on besides its text. */
export const contentFingerprint = once(() => layerFingerprint('content'))

/** Changes with anything a rendered body depends on besides its text. */
export const markdownFingerprint = once(() => layerFingerprint('markdown'))

/** Whether what was said of it still holds. */
export const isMarkdownCodeUnchanged = () => markdownFingerprint() === layerFingerprint('markdown')

function layerFingerprint(last: (typeof layers)[number]): string {
  const shared = readdirSync('lib', { withFileTypes: true }).filter((entry) => !entry.isDirectory())
  const names = [...shared.map(({ name }) => name).sort(), ...layers.slice(0, layers.indexOf(last) + 1)]
  const files = sourceFiles(names.map((name) => path.join('lib', name)))
  return hashOf([programFingerprint(), JSON.stringify(settings), filesFingerprint(files)])
}
