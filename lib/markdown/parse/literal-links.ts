import type { Construct, Token, TokenizeContext } from 'micromark-util-types'
import { costOfReading, spend } from './effort'
import { textAt, wordAt } from './stretch'

/**
 * A bare address is none inside of brackets that are still open. The constructs find that out at every word, by going through
 * all that stands before it; here it is remembered.
 */
export function outsideBrackets(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      if (isInBrackets(this)) return nok
      spend(this, costOfReading * readAgain(this.now().offset))
      const unaware: TokenizeContext = Object.create(this, { events: { value: [] } })
      return construct.tokenize.call(unaware, effects, ok, nok)
    },
  }
}

// Where the last open bracket was found, and behind what none is open: mostly both are so still.
const lastFound = new WeakMap<TokenizeContext, number>()
const clear = new WeakSet<Token>()

function isInBrackets(context: TokenizeContext): boolean {
  const { events } = context
  const isOpen = (index: number) => {
    const token = events[index]?.[1]
    return (token?.type === 'labelLink' || token?.type === 'labelImage') && !token._balanced
  }
  if (isOpen(lastFound.get(context) ?? -1)) return true
  for (let index = events.length - 1; index >= 0; index--) {
    if (isOpen(index)) {
      lastFound.set(context, index)
      return true
    }
    const token = events[index]?.[1]
    if (token && clear.has(token)) break
  }
  const last = events.at(-1)?.[1]
  if (last) clear.add(last)
  return false
}

/** How many characters are read over and over: at each sign that may end an address, all signs that follow it are looked at. */
function readAgain(offset: number): number {
  if (!/^(?:http|www\.)/i.test(textAt(offset, 4))) return 0
  let read = 0
  for (const [signs] of wordAt(offset).matchAll(/[^\p{L}\p{N}]{2,}/gu)) read += signs.length ** 2 / 2
  return read
}
