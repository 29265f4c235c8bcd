import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

let known: string | undefined

/** Changes with anything a rendered body depends on besides its text: the code of this folder and the packages below it. */
export function pipelineVersion(): string {
  known ??= hashOf([...sources(), path.resolve('package-lock.json')].map((file) => readFileSync(file)))
  return known
}

function sources(): string[] {
  const own = path.resolve('lib/markdown')
  const files = readdirSync(own).sort()
  return [...files.map((file) => path.join(own, file)), path.resolve('lib/content/source.ts')]
}

/** Parts are kept apart by their lengths, so that no two lists of parts give one hash by accident. */
export function hashOf(parts: (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 32)
}
