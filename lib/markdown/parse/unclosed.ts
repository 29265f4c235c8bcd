import type { Construct, Effects, Extension, State } from 'micromark-util-types'
import { costOfReading, spend } from './effort'
import { distanceTo, distanceToRun, runAt, textAt } from './stretch'

// micromark reads to the end of a paragraph for what closes code, a formula or a comment. Where nothing does, it has read in
// vain, and does so again at the next. So what nothing closes is taken as the plain text that it is.

const isMark = (code: number | null) => code === 36 || code === 96

/** Code and formulas, which a run of marks opens and another of the same length closes. */
const unclosedRun: Construct = {
  name: 'unclosedRun',
  previous(code) {
    return !isMark(code) || this.events.at(-1)?.[1].type === 'characterEscape'
  },
  tokenize(effects, ok, nok) {
    return (code) => {
      const { offset } = this.now()
      const run = runAt(offset)
      const distance = distanceToRun(run, offset)
      if (distance === undefined) return plain(effects, ok, run.length)(code)
      spend(this, costOfReading * distance)
      return nok(code)
    }
  },
}

const endings: [opening: RegExp, end: string][] = [
  [/^<!-/, '-->'],
  [/^<!\[/, ']]>'],
  [/^<![a-z]/i, '>'],
  [/^<\?/, '?>'],
]

const unclosedMarkup: Construct = {
  name: 'unclosedMarkup',
  tokenize(effects, ok, nok) {
    return (code) => {
      const { offset } = this.now()
      const written = textAt(offset, 3)
      const end = endings.find(([opening]) => opening.test(written))?.[1]
      if (end === undefined) return nok(code)
      const distance = distanceTo(end, offset)
      if (distance === undefined) return plain(effects, ok, 1)(code)
      spend(this, costOfReading * distance)
      return nok(code)
    }
  },
}

/** Takes so many characters as they stand. */
function plain(effects: Effects, ok: State, length: number): State {
  let taken = 0
  const take: State = (code) => {
    if (taken === 0) effects.enter('data')
    effects.consume(code)
    taken++
    return taken < length ? take : done
  }
  const done: State = (code) => {
    effects.exit('data')
    return ok(code)
  }
  return take
}

/** Goes before the constructs that look for an end. */
export const unclosed: Extension = { text: { 36: unclosedRun, 60: unclosedMarkup, 96: unclosedRun } }
