/** The direction of a piece of text: a letter's own, a number's, or none, as spaces and stops have. */
type Direction = 'left' | 'right' | 'number' | 'none'

function directionOf(cluster: string): Direction {
  if (/\p{Nd}/u.test(cluster)) return 'number'
  if (!/\p{L}/u.test(cluster)) return 'none'
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(cluster) ? 'right' : 'left'
}

/**
 * How deep each cluster of a text is embedded, even from left to right and odd from right to left, and the direction of
 * the whole: the Unicode Bidirectional Algorithm (UAX 9) as far as a title needs it, without explicit controls.
 */
export function levelsOf(clusters: string[]): { base: 0 | 1; levels: number[] } {
  const directions = clusters.map(directionOf)
  const base = directions.find((one) => one === 'left' || one === 'right') === 'right' ? 1 : 0
  joinNumbers(clusters, directions)
  settleNumbers(directions, base)
  const settled = directions.map((one, index) => (one === 'none' ? around(directions, index, base) : one))
  const depths = { left: base * 2, right: 1, number: 2 }
  return { base, levels: settled.map((one) => depths[one]) }
}

/** W4 and W5: a stop between digits and a sign beside them belong to the number. */
function joinNumbers(clusters: string[], directions: Direction[]): void {
  clusters.forEach((cluster, index) => {
    const [before, after] = [directions[index - 1] === 'number', directions[index + 1] === 'number']
    if (/^[.,:/+\u2212-]$/.test(cluster) && before && after) directions[index] = 'number'
    if (/^[%‰°#\p{Sc}]$/u.test(cluster) && (before || after)) directions[index] = 'number'
  })
}

/** W7: a number goes with the letters before it if those go from left to right. */
function settleNumbers(directions: Direction[], base: 0 | 1): void {
  let letters: Direction = base ? 'right' : 'left'
  directions.forEach((direction, index) => {
    if (direction === 'left' || direction === 'right') letters = direction
    else if (direction === 'number' && letters === 'left') directions[index] = 'left'
  })
}

/** N1 and N2: what has no direction takes that of both its sides if they agree, and else the text's. */
function around(directions: Direction[], index: number, base: 0 | 1): 'left' | 'right' {
  const whole = base ? 'right' : 'left'
  const side = (found: Direction | undefined) => (found === undefined ? whole : found === 'left' ? 'left' : 'right')
  const before = side(directions.slice(0, index).findLast((one) => one !== 'none'))
  const after = side(directions.slice(index + 1).find((one) => one !== 'none'))
  return before === after ? before : whole
}

/** L2: the parts of one line in the order in which they are seen, left to right. */
export function inSightOrder<Part extends { level: number }>(parts: Part[]): Part[] {
  const seen = [...parts]
  const highest = Math.max(0, ...seen.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < seen.length; start++) {
      let end = start
      while ((seen[end]?.level ?? 0) >= level) end++
      if (end > start) seen.splice(start, end - start, ...seen.slice(start, end).reverse())
      start = Math.max(start, end)
    }
  }
  return seen
}
