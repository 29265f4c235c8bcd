const wordsTogether = 3
// Chinese and Japanese part no words: there it is a sign.
const word = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{M}\p{N}])+/gu

/** How much of two texts is the same, from 0 to 1: the share of runs of three words that both have. */
export function likeness(one: string, other: string): number {
  const [a, b] = [runsOf(one), runsOf(other)]
  if (!a.size || !b.size) return 0
  let shared = 0
  for (const run of a) if (b.has(run)) shared++
  return shared / (a.size + b.size - shared)
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(word) ?? []
  const runs = new Set<string>()
  for (let at = 0; at + wordsTogether <= words.length; at++) runs.add(words.slice(at, at + wordsTogether).join(' '))
  return runs
}
