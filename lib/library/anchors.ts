import { nearest } from '../content/did-you-mean'
import { anchorsOf, type BodyFacts, type Outline } from '../markdown/rendered'
import type { Problem } from '../problem'

/** A rendered body, the page it is or will be on, and where it comes from. */
export type Checked = { path: string; file: string; rendered: BodyFacts & { outline(): Outline } }

/** Links to a place inside another page that is not there. Needs every body, so it comes after all are rendered. */
export function deadAnchors(checked: Checked[]): Problem[] {
  const bodies = new Map<string, Checked['rendered'][]>()
  for (const { rendered } of checked) for (const { url } of rendered.links) bodies.set(url, [])
  // Posts that claim the same path are an error, and either may be the one that is meant.
  for (const { path, rendered } of checked) bodies.get(path)?.push(rendered)
  return checked.flatMap((one) => deadIn(one, bodies))
}

function deadIn({ file, rendered }: Checked, bodies: Map<string, Checked['rendered'][]>): Problem[] {
  return rendered.links.flatMap(({ url, fragment, line, column, excerpt }): Problem[] => {
    const targets = bodies.get(url) ?? []
    const known = targets.flatMap(({ outline }) => anchorsOf(outline()))
    if (known.includes(fragment) || targets.some(({ isIncomplete }) => isIncomplete)) return []
    const meant = nearest(fragment, known)
    return [
      {
        ...{ file, line, column, severity: 'error', rule: 'unknown-anchor' },
        message: `The page at ${url} has no place called #${fragment}.`,
        hint: meant ? `Did you mean #${meant}?` : 'Link the page without the part after #.',
        excerpt,
      },
    ]
  })
}
