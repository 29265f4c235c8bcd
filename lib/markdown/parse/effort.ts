import type { TokenizeContext } from 'micromark-util-types'
import { OverLimit } from '../limits'

// What the parser does over and over is counted, not timed, so that a slow machine refuses nothing that a fast one takes. A
// step is the cheapest of that, looking back at one event of a paragraph: this many take about two seconds.
const mostSteps = 800_000_000

/** Of one character that is read, one character of a label, one event inside of emphasis, one that is moved. */
export const costOfReading = 20
export const costOfLabel = 120
export const costOfMatch = 40
export const costOfMove = 1 / 4

let steps = 0

/** Counts for one body: call it before its first piece is parsed. */
export function startCounting(): void {
  steps = 0
}

/** Throws `OverLimit` where a body has cost too much. */
export function spend(context: TokenizeContext, more: number): void {
  steps += more
  if (steps > mostSteps) throw new OverLimit(context.now().offset, 'too-many-marks')
}
