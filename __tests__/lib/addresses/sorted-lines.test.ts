import fc from 'fast-check'
import { fromBytes, linesFrom, sortedLines, toBytes, withLines } from '@/lib/addresses/sorted-lines'

const line = fc.string({ unit: fc.constantFrom('/', '#', 'a', 'b', '.', 'ä', '夜', '𝒜'), minLength: 1, maxLength: 4 })
const lines = fc.array(line, { maxLength: 12 })
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

it('sorts lines by their bytes, each once', () => {
  fc.assert(
    fc.property(lines, (some) => {
      const expected = [...new Set(some)].sort(byBytes).map((line) => `${line}\n`)
      expect(fromBytes(sortedLines(some))).toBe(expected.join(''))
    }),
  )
})

it('adds lines as if all had been sorted at once', () => {
  fc.assert(
    fc.property(lines, lines, (some, added) => {
      expect(withLines(sortedLines(some), added)).toBe(sortedLines([...some, ...added]))
    }),
  )
})

it('finds the lines that begin with some characters', () => {
  fc.assert(
    fc.property(lines, line, (some, start) => {
      const expected = [...new Set(some)].filter((line) => line.startsWith(start)).sort(byBytes)
      expect(linesFrom(sortedLines(some), start)).toEqual(expected)
    }),
  )
})

it('changes no text on the way', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fromBytes(toBytes(text))).toBe(text)
    }),
  )
})
