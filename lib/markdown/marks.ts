import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import { OverLimit } from './limits'

// micromark compares each mark of a paragraph with those before it. Its effort is counted, not its time, so that a slow machine
// refuses nothing that a fast one takes. An honest article of 500 KB stays below a hundredth of this.
const mostComparisons = 4_000_000

// Each of these is looked up to the paragraph's end when nothing closes it.
const mostOpenings = 50

type Counted = { marks: number; openings: number; runs: Set<number> }

let comparisons = 0
let counts = new WeakMap<TokenizeContext, Counted>()

/** Counts for one body: call it before its first piece is parsed. */
export function startCounting(): void {
  comparisons = 0
  counts = new WeakMap()
}

/** Teaches the parser to throw `OverLimit` where a paragraph holds too many marks. Nothing else of the parsing changes. */
export function countMarks(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), counting]
}

// Brackets cost most: for each closing one the opening ones are searched, their labels read and looked up.
const bracket = counter((counted) => add(counted, 16))
const attention = counter((counted) => add(counted, 1))

/** `<!--`, `<?` and their like. */
const opening: Construct = {
  name: 'countOpening',
  tokenize(effects, _, nok) {
    return (code) => {
      effects.enter('data')
      effects.consume(code)
      effects.exit('data')
      return (next) => {
        if (next === 33 || next === 63) {
          const counted = countedOf(this)
          counted.openings++
          if (counted.openings > mostOpenings) throw tooManyMarks(this)
        }
        return nok(next)
      }
    }
  },
}

/** Runs of backticks and dollars: one is closed by the next of its length, so only different lengths stay open. */
const run: Construct = {
  name: 'countRun',
  tokenize(effects, _, nok) {
    return (mark) => {
      let length = 0
      effects.enter('data')
      const inside: State = (code: Code) => {
        if (code === mark) {
          length++
          effects.consume(code)
          return inside
        }
        effects.exit('data')
        const { runs } = countedOf(this)
        runs.add(length)
        if (runs.size > mostOpenings) throw tooManyMarks(this)
        return nok(code)
      }
      return inside(mark)
    }
  },
}

const counting: Extension = {
  text: {
    33: bracket,
    36: run,
    42: attention,
    60: opening,
    91: bracket,
    93: bracket,
    95: attention,
    96: run,
    126: attention,
  },
}

function counter(count: (counted: Counted) => void): Construct {
  return {
    name: 'countMark',
    tokenize(_effects, _, nok) {
      return (code) => {
        count(countedOf(this))
        if (comparisons > mostComparisons) throw tooManyMarks(this)
        return nok(code)
      }
    },
  }
}

function add(counted: Counted, weight: number): void {
  counted.marks++
  comparisons += counted.marks * weight
}

function countedOf(context: TokenizeContext): Counted {
  const known = counts.get(context)
  if (known) return known
  const counted = { marks: 0, openings: 0, runs: new Set<number>() }
  counts.set(context, counted)
  return counted
}

const tooManyMarks = (context: TokenizeContext) => new OverLimit(context.now().offset, 'too-many-marks')
