/** A place between two lines. */
export type ChunkBoundary = { offset: number; line: number }

/**
 * Places where a body can be cut without the parser noticing, at least `distance` apart, and the body's end.
 *
 * A line that follows a blank one, begins in the first column and is no list item ends every quote, list, note, table and paragraph
 * above it. What it does not end is a fence or raw HTML left open: whoever cuts has to look for those.
 */
export function chunkBoundaries(body: string, distance: number): ChunkBoundary[] {
  const boundaries: ChunkBoundary[] = []
  let last = 0
  let line = 1
  let afterBlank = false
  for (let start = 0; start < body.length; line++) {
    const end = body.indexOf('\n', start)
    const next = end === -1 ? body.length : end + 1
    const text = body.slice(start, next)
    const isBlank = text.trim() === ''
    if (afterBlank && !isBlank && start - last >= distance && beginsBlock.test(text)) {
      boundaries.push({ offset: start, line })
      last = start
    }
    afterBlank = isBlank
    start = next
  }
  boundaries.push({ offset: body.length, line })
  return boundaries
}

// Neither indented nor anything that could go on with a list: bullets, and numbers with a dot or a parenthesis.
const beginsBlock = /^(?![\s*+-]|\d{1,9}[.)])/
