import { breakPlaces } from '@/lib/media/card/type-breaks'
import { fitLines, type Piece } from '@/lib/media/card/type-lines'

// One em a sign: a line of 10 ems holds 10 of them.
const piece = (text: string): Piece<string> => ({ signs: [...text], width: text.trimEnd().length, spaced: text.length })
const split = (signs: string[], ems: number): Piece<string>[] =>
  signs.length > ems ? [piece(signs.slice(0, ems).join('')), ...split(signs.slice(ems), ems)] : [piece(signs.join(''))]

function linesOf(text: string, steps: [number, number][], width: number) {
  const pieces = text.split(/(?<= )/).map(piece)
  const sizes = steps.map(([size, lines]) => ({ size, lines }))
  const { size, lines, cut } = fitLines(pieces, sizes, width, (signs, ems) => split(signs, Math.floor(ems)))
  return { size, lines: lines.map((line) => line.join('').trimEnd()), cut }
}

describe('lines', () => {
  test.each<[string, string, [number, number][], { size: number; lines: string[]; cut: boolean }]>([
    [
      'stay one at the largest size',
      'one vane',
      [
        [2, 1],
        [1, 2],
      ],
      { size: 2, lines: ['one vane'], cut: false },
    ],
    [
      'are as even as they can be',
      'aaaa aaaa aaaa a',
      [[2, 2]],
      { size: 2, lines: ['aaaa aaaa', 'aaaa a'], cut: false },
    ],
    [
      'become smaller before they become too many',
      'aaaaaa bbbbbb',
      [
        [2, 1],
        [1, 1],
      ],
      { size: 1, lines: ['aaaaaa bbbbbb'], cut: false },
    ],
    [
      'become smaller before a word is broken',
      'aaaaaaaaaaaa',
      [
        [2, 9],
        [1, 1],
      ],
      { size: 1, lines: ['aaaaaaaaaaaa'], cut: false },
    ],
    [
      'break a word that fits no line into even parts',
      'aaaaaaaaaaaaaaaaaaaaaa',
      [[2, 4]],
      { size: 2, lines: ['aaaaaaa', 'aaaaaaa', 'aaaaaaaa'], cut: false },
    ],
    [
      'say when the text goes on',
      'aaaaaaaaa bbbbbbbbb ccccccccc',
      [[2, 2]],
      { size: 2, lines: ['aaaaaaaaa', 'bbbbbbbbb'], cut: true },
    ],
    ['are none for no text', '', [[2, 2]], { size: 2, lines: [''], cut: false }],
  ])('%s', (_, text, steps, fitted) => {
    expect(linesOf(text, steps, 20)).toEqual(fitted)
  })
})

describe('a line may end', () => {
  test.each([
    ['after a space', 'one vane', 'one |vane'],
    ['after a hyphen and a dash between words', 'low-power loop–act', 'low-|power |loop–|act'],
    ['never before a minus or a number', 'at -5 to 3-4', 'at |-5 |to |3-4'],
    ['between words of Japanese, never before a stop', '機械が、世界を', '機械|が、|世界|を'],
    ['never after an opening bracket', '世界（機械）', '世界|（機械）'],
    ['between words of Thai', 'เรียนรู้โลก', 'เรียน|รู้|โลก'],
    ['at the spaces of Korean alone', '기계가 세상을', '기계가 |세상을'],
    ['where Latin meets Han', 'AI世界', 'AI|世界'],
  ])('%s', (_, text, broken) => {
    const signs = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
    const places = new Set(breakPlaces(signs))
    expect(signs.map((sign, index) => (places.has(index) ? `|${sign}` : sign)).join('')).toBe(broken)
  })
})
