import { readFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from '../digest'
import { sourceFiles } from '../source-files'

let known: string | undefined

/** Changes with anything a rendered body depends on besides its text: the code of this folder and the packages below it. */
export function pipelineVersion(): string {
  known ??= versionNow()
  return known
}

/** Whether what was said of it still holds. */
export const isPipelineUnchanged = () => pipelineVersion() === versionNow()

const versionNow = () => hashOf([...sources(), path.resolve('package-lock.json')].map((file) => readFileSync(file)))

function sources(): string[] {
  const others = ['lib/content/problem.ts', 'lib/content/source.ts'].map((file) => path.resolve(file))
  return [...sourceFiles(path.resolve('lib/markdown')), ...others]
}
