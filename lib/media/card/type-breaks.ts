const words = new Intl.Segmenter('en', { granularity: 'word' })

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u303f\uff01-\uff60]/u
const neverFirst = /^[\p{Pe}\p{Pf}!?.,:;…、。，．：；！？ーァィゥェォッャュョぁぃぅぇぉっゃゅょ々ゝヽ・%]/u
const neverLast = /[\p{Ps}\p{Pi}$£€¥]$/u

/** Where a line may end: the places in a list of signs before which the next line can begin. */
export function breakPlaces(signs: string[]): number[] {
  const boundaries = new Set(Array.from(words.segment(signs.join('')), ({ index }) => index))
  let position = 0
  return signs.flatMap((sign, index) => {
    const isBoundary = boundaries.has(position)
    position += sign.length
    return index > 0 && mayBreak(signs, index, isBoundary) ? [index] : []
  })
}

function mayBreak(signs: string[], index: number, isBoundary: boolean): boolean {
  const [earlier = '', before = '', after = ''] = [signs[index - 2], signs[index - 1], signs[index]]
  if (before === ' ' || after === ' ') return before === ' '
  if (neverFirst.test(after) || neverLast.test(before)) return false
  if (/^[-\u2010\u2013\u2014/]$/.test(before)) return /\p{L}/u.test(earlier) && /\p{L}/u.test(after)
  return isBoundary && (unspaced.test(before) || unspaced.test(after))
}
