import { createHash, hash } from 'node:crypto'

/** A short name for values that survive JSON: the same for equal values, on every machine. */
export const digestOf = (...values: unknown[]): string =>
  hash('sha256', JSON.stringify(values), 'base64url').slice(0, 20)

/** The same for texts and bytes. They are kept apart by their lengths, so that no two lists give one hash by accident. */
export function hashOf(parts: (string | Buffer)[]): string {
  const all = createHash('sha256')
  for (const part of parts) all.update(`${part.length}:`).update(part)
  return all.digest('hex').slice(0, 32)
}
