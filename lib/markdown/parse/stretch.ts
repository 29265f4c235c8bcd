// A part of a text between blank lines: no paragraph goes beyond it.
type Stretch = { text: string; start: number; lasts: Map<string, number>; runs?: Map<string, number[]> }

let stretches: Stretch[] = []

/** What is asked about below is a place of this text. */
export function readText(text: string): void {
  const starts = [0, ...Array.from(text.matchAll(/\n[ \t]*(?=\r?\n)/g), ({ index }) => index)]
  stretches = starts.map((start, index) => ({ start, text: text.slice(start, starts[index + 1]), lasts: new Map() }))
}

/** What stands at an offset, of that many characters. */
export function textAt(offset: number, length: number): string {
  const { text, start } = stretchAt(offset)
  return text.slice(offset - start, offset - start + length)
}

/** What stands there as far as the next space. */
export function wordAt(offset: number): string {
  const { text, start } = stretchAt(offset)
  space.lastIndex = offset - start
  return text.slice(offset - start, space.exec(text)?.index)
}

const space = /\s/g

/** The run of one mark that begins at an offset. */
export function runAt(offset: number): string {
  const { text, start } = stretchAt(offset)
  let end = offset - start
  while (text[end] === text[offset - start]) end++
  return text.slice(offset - start, end)
}

/** How far a paragraph may go on after an offset. */
export function distanceToEnd(offset: number): number {
  const { text, start } = stretchAt(offset)
  return start + text.length - offset
}

/** How far away some words stand that could close what is opened at an offset, if any do. */
export function distanceTo(words: string, offset: number): number | undefined {
  const { text, start, lasts } = stretchAt(offset)
  const last = lasts.get(words) ?? text.lastIndexOf(words)
  lasts.set(words, last)
  return last > offset - start ? text.indexOf(words, offset - start + 1) - (offset - start) : undefined
}

/** The same for a run of marks, which is closed by another of the same length. */
export function distanceToRun(run: string, offset: number): number | undefined {
  const stretch = stretchAt(offset)
  stretch.runs ??= runsIn(stretch.text)
  const places = stretch.runs.get(run) ?? []
  const after = offset - stretch.start
  const next = places[firstWhere(places.length, (index) => (places[index] ?? 0) > after)]
  return next === undefined ? undefined : next - after
}

function runsIn(text: string): Map<string, number[]> {
  const runs = new Map<string, number[]>()
  for (const { 0: run, index } of text.matchAll(/`+|\$+/g)) {
    const places = runs.get(run)
    if (places) places.push(index)
    else runs.set(run, [index])
  }
  return runs
}

function stretchAt(offset: number): Stretch {
  const next = firstWhere(stretches.length, (index) => (stretches[index]?.start ?? 0) > offset)
  return stretches[next - 1] ?? { text: '', start: 0, lasts: new Map() }
}

/** The first of so many numbers for which something holds that holds for all after it. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
