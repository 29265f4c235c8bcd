import type { LazyText } from '../content/lazy-text'
import { nearest } from '../content/names'
import type { Problem } from '../content/problem'
import { lineText, sourceOf } from '../content/source'
import { anchorsOf, type BodyFacts } from '../markdown/rendered'

/** A rendered body, the page it is or will be on, and where it comes from. */
export type Checked = { path: string; file: string; body: LazyText; bodyLine: number; rendered: BodyFacts }

/** Links to a place inside another page that is not there. Needs every body, so it comes after all are rendered. */
export function deadAnchors(checked: Checked[]): Problem[] {
  const bodies = new Map(checked.map(({ path, rendered }) => [path, rendered]))
  return checked.flatMap((one) => deadIn(one, bodies))
}

function deadIn({ file, body, bodyLine, rendered }: Checked, bodies: Map<string, BodyFacts>): Problem[] {
  return rendered.links.flatMap(({ url, fragment, line, column, length }): Problem[] => {
    const target = bodies.get(url)
    const known = target ? anchorsOf(target) : []
    if (known.includes(fragment)) return []
    const meant = nearest(fragment, known)
    return [
      {
        ...{ file, line, column, severity: 'error', rule: 'unknown-anchor' },
        message: `The page at ${url} has no place called #${fragment}.`,
        wayOut: meant ? `Did you mean #${meant}?` : 'Link the page without the part after #.',
        excerpt: { text: lineText(sourceOf(file, body.read()), line - bodyLine + 1), length },
      },
    ]
  })
}
