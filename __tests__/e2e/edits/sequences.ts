import fc from 'fast-check'
import type { Edit } from './edit'
import { faults, mend } from './faults'
import { faultsOf, type Magazine } from './magazine'
import { postEdits } from './post-edits'
import { siteEdits } from './site-edits'

const edits: Record<string, Edit> = { ...postEdits, ...siteEdits, ...faults }

/** What is done between two builds: nothing, one thing, or a few. */
export type Step = { name: string; number: number }[]

const leaving = ['rename', 'renameWithAlias', 'exchange', 'delete', 'deleteAsGone', 'draft', 'scheduled', 'sooner']
const coming = ['add', 'restore', 'publish', 'today', 'later', 'earlier', 'featured']
const writing = Object.keys(postEdits).filter((name) => ![...leaving, ...coming].includes(name))

const editOf = (names: string[]) => fc.record({ name: fc.constantFrom(...names), number: fc.nat(1_000_000) })
const one = (names: string[]) => fc.tuple(editOf(names))

// One of each kind, so that few sequences meet most of what can happen; two may be missing.
const sequence = fc
  .tuple(
    ...[leaving, coming, writing, Object.keys(siteEdits), Object.keys(faults)].map(one),
    fc.array(editOf(Object.keys(edits)), { maxLength: 3, size: 'max' }),
  )
  .chain((steps) => fc.shuffledSubarray<Step>(steps, { minLength: 4 }))

/** So many sequences of steps. The same seed gives the same. */
export const sequences = (seed: number, count: number): Step[][] => fc.sample(sequence, { seed, numRuns: count })

/** The magazine after a step, and what was done in words. What was faulty before is mended with it. */
export function afterStep(before: Magazine, step: Step): { magazine: Magazine; words: string[] } {
  const magazine: Magazine = { ...structuredClone(before), keepsTimes: false }
  const wasFaulty = faultsOf(magazine).length > 0
  if (wasFaulty) mend(magazine)
  const done = step.flatMap(({ name, number }) => {
    const words = edits[name]?.(magazine, number)
    return words ? [`${name}: ${words}`] : []
  })
  return { magazine, words: [...(wasFaulty ? ['what was wrong is mended'] : []), ...done] }
}
