import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from '../digest'

let known: string | undefined

/** Changes with anything a rendered body depends on besides its text: the code of this folder and the packages below it. */
export function pipelineVersion(): string {
  known ??= hashOf([...sources(), path.resolve('package-lock.json')].map((file) => readFileSync(file)))
  return known
}

function sources(): string[] {
  const own = path.resolve('lib/markdown')
  const files = readdirSync(own).sort()
  const others = ['lib/content/problem.ts', 'lib/content/source.ts'].map((file) => path.resolve(file))
  return [...files.map((file) => path.join(own, file)), ...others]
}
