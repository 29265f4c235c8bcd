import { createHash } from 'node:crypto'

/** A short name for values that survive JSON: the same for equal values, on every machine. */
export const digestOf = (...values: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 20)
