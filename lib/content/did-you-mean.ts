import { distance } from 'fastest-levenshtein'

/** The known word nearest to a mistaken one, if it is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.slice(0, 100).toLowerCase()
  let best: { name: string; far: number } | undefined
  for (const name of known) {
    const far = distance(wanted, name.toLowerCase())
    const near = far <= Math.max(2, Math.floor(Math.max(name.length, wanted.length) / 3)) && far < name.length
    if (near && far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { name, far }
  }
  return best?.name
}

/** Whether two names differ by one slip: a letter, or only by case, spaces, hyphens and accents. */
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b) return false
  return bare(a) === bare(b) || (isLong(a) && isLong(b) && distance(a, b) === 1)
}

/** Finds, among many names, those one slip away from a given one, without comparing each with each. */
export function slipFinder(known: Iterable<string>): (name: string) => string[] {
  const byTrace = new Map<string, Set<string>>()
  for (const name of known) {
    for (const trace of traces(name)) byTrace.set(trace, (byTrace.get(trace) ?? new Set()).add(name))
  }
  return (name) => {
    const found = new Set(traces(name).flatMap((trace) => [...(byTrace.get(trace) ?? [])]))
    return [...found].filter((other) => oneSlipApart(name, other))
  }
}

// Two names one letter apart become equal when one letter is taken from one or from each of them.
function traces(name: string): string[] {
  if (!isLong(name) || name.length > 60) return [bare(name)]
  return [bare(name), name, ...Array.from(name, (_, index) => name.slice(0, index) + name.slice(index + 1))]
}

// In a short name one letter makes another name: "5G" and "6G".
const isLong = (name: string) => name.length > 4

const bare = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\s_-]/gu, '')
    .toLowerCase()
