/** Signs that stay on one line: their width in ems with and without the space that ends them. */
export type Piece<Sign> = { signs: Sign[]; width: number; spaced: number }

/** A size of type in pixels, and the most lines that are set in it. */
export type Step = { size: number; lines: number }

/** The lines that were found for a text. `cut` says that it goes on. */
export type Fitted<Sign> = { size: number; lines: Sign[][]; cut: boolean }

/**
 * The largest size at which a text fits a width, in as few lines as that takes and as even as they can be. What does not
 * fit at the smallest is broken within its words, and goes on after the last line.
 */
export function fitLines<Sign>(
  pieces: Piece<Sign>[],
  steps: Step[],
  width: number,
  split: (signs: Sign[], width: number) => Piece<Sign>[],
): Fitted<Sign> {
  for (const { size, lines } of steps) {
    const ems = width / size
    if (pieces.some((piece) => piece.width > ems)) continue
    const count = breakInto(pieces, ems).length
    if (count <= lines) return { size, lines: balanced(pieces, ems, count).map(signsOf), cut: false }
  }
  const { size = 1, lines = 1 } = steps.at(-1) ?? {}
  const ems = width / size
  const parts = pieces.flatMap((piece) =>
    piece.width > ems ? split(piece.signs, evenShare(piece, ems, lines)) : [piece],
  )
  const broken = breakInto(parts, ems)
  return { size, lines: broken.slice(0, lines).map(signsOf), cut: broken.length > lines }
}

/** Parts of a long word are about as long as each other, if all of them are shown. */
function evenShare({ width }: { width: number }, ems: number, lines: number): number {
  const count = Math.ceil(width / ems)
  return count > lines ? ems : Math.min(ems, width / count + 0.5)
}

/** As many pieces on each line as it takes. */
function breakInto<Sign>(pieces: Piece<Sign>[], ems: number): Piece<Sign>[][] {
  const lines: Piece<Sign>[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const piece of pieces) {
    if (used + piece.width > ems) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(piece)
    used += piece.spaced
  }
  return lines
}

/** The narrowest way to break into so many lines: none is much shorter than the others. */
function balanced<Sign>(pieces: Piece<Sign>[], widest: number, count: number): Piece<Sign>[][] {
  let [low, high] = [0, widest]
  while (high - low > 0.05) {
    const middle = (low + high) / 2
    const isWide = pieces.every(({ width }) => width <= middle) && breakInto(pieces, middle).length <= count
    if (isWide) high = middle
    else low = middle
  }
  return breakInto(pieces, high)
}

const signsOf = <Sign>(line: Piece<Sign>[]): Sign[] => line.flatMap(({ signs }) => signs)
