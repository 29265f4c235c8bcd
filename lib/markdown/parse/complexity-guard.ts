import type { Code, Construct, Extension, TokenizeContext } from 'micromark-util-types'
import { mostLevels, OverLimit } from '../limits'
import { costOfLabel, costOfMatch, costOfMove, costOfReading, spend } from './effort'
import { distanceToEnd, runAt, textAt } from './stretch'

type Opener = { mark: string; length: number; at: number; closes: boolean }

// What is still open in each paragraph: stars and their like, and the places of brackets.
const openers = new WeakMap<TokenizeContext, Opener[]>()
const brackets = new WeakMap<TokenizeContext, number[]>()

/** Stars, underscores and tildes: each that may close is compared with what stands before it, back to its opening. */
const delimiter = counter(
  function count() {
    const { offset } = this.now()
    const run = runAt(offset)
    const mark = run.charAt(0)
    const before = textAt(offset - 1, offset > 0 ? 1 : 0)
    const after = textAt(offset + run.length, 1)
    if (mark === '_' && isWord(before) && isWord(after)) return
    const closes = /\S/.test(before)
    const opens = /\S/.test(after)
    const open = openIn(openers, this)
    let length = run.length
    for (let depth = 1; closes && length > 0; depth++) {
      // Each match of one run stands around the one before it.
      if (depth > mostLevels) throw new OverLimit(offset, 'too-deep')
      const match = open.findLastIndex((one) => one.mark === mark && fits(one, length, opens))
      const opener = open[match]
      if (!opener) {
        spend(this, this.events.length)
        break
      }
      spend(this, costOfMatch * (this.events.length - opener.at))
      const used = mark === '~' ? length : Math.min(2, length, opener.length)
      length -= used
      opener.length -= used
      open.length = match + (opener.length > 0 ? 1 : 0)
    }
    if (opens && length > 0) open.push({ mark, length, at: this.events.length, closes })
  },
  (code) => code !== 42 && code !== 95 && code !== 126,
)

const isWord = (text: string) => /[\p{L}\p{N}_]/u.test(text)

// As CommonMark has it of runs that could both open and close.
const fits = (opener: Opener, length: number, opens: boolean) =>
  !((opener.closes || opens) && length % 3 !== 0 && (opener.length + length) % 3 === 0)

const opening = counter(function count() {
  const { offset } = this.now()
  if (textAt(offset, 1) === '!' && textAt(offset, 2) !== '![') return
  // Where it opens nothing, the text around it is put together again, and all that follows is moved.
  spend(this, costOfMove * this.events.length)
  openIn(brackets, this).push(offset)
})

/** What stands between brackets is looked up as a name and, where it is a link or picture, put together once more. */
const closing = counter(function count() {
  const { offset } = this.now()
  const open = openIn(brackets, this).pop()
  if (open !== undefined) spend(this, costOfLabel * (offset - open))
  if (!/[([]/.test(textAt(offset + 1, 1))) spend(this, this.events.length)
})

/** An address that is none: its title may have been looked for to the end. */
const noAddress = counter(
  function count() {
    spend(this, costOfReading * distanceToEnd(this.now().offset))
  },
  (code) => code === 93,
)

/** Counts what the marks of a paragraph cost the parser, and throws `OverLimit` when it is too much. Nothing else changes. */
export const counted: Extension = {
  text: { 33: opening, 40: noAddress, 42: delimiter, 91: opening, 93: closing, 95: delimiter, 126: delimiter },
}

function counter(count: (this: TokenizeContext) => void, previous: (code: Code) => boolean = () => true): Construct {
  return {
    name: 'countMark',
    previous,
    tokenize(_effects, _, nok) {
      return (code) => {
        count.call(this)
        return nok(code)
      }
    },
  }
}

function openIn<Thing>(all: WeakMap<TokenizeContext, Thing[]>, context: TokenizeContext): Thing[] {
  const known = all.get(context) ?? []
  all.set(context, known)
  return known
}
