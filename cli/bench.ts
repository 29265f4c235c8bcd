import './plain-words'
import { readArguments, refuse } from './arguments'

const usage = 'npm run bench -- pages [--runs 3] [--only article] | cards'
const { values, positionals } = readArguments(usage, {
  options: { runs: { type: 'string', default: '3' }, only: { type: 'string' } },
  allowPositionals: true,
})
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) refuse(`--runs is not a number of runs: "${values.runs}"`, usage)

// Loaded one by one: each brings tools that the other does not need.
const parts: Record<string, () => Promise<unknown>> = {
  pages: async () => (await import('../bench/pages')).benchPages({ runs, only: values.only }),
  cards: async () => (await import('../bench/cards')).benchCards(),
}

const asked = positionals.length ? positionals : Object.keys(parts)
for (const name of asked) {
  const part = parts[name]
  if (!part) refuse(`There is no part "${name}"`, usage)
  await part()
}
