import type { Problem } from '../content/problem'

/** A link or picture of ours as the writer wrote it, without `#…`: the fragment is our own business. */
export type Target = { kind: 'link' | 'picture'; url: string }

export type Resolution =
  | { href: string }
  | { src: string; width: number; height: number }
  | { asText: true; warning: string }
  | { missing: true; message: string; wayOut?: string }

/** Answers in the order of the targets. */
export type Resolve = (targets: Target[]) => Promise<Resolution[]>

export type Heading = { id: string; text: string; level: 2 | 3 | 4 | 5 | 6 }

/** A link to a page of ours that names a place on it. `url` is the path it resolved to, `fragment` without our prefix. */
export type OwnLink = { url: string; fragment: string; line: number; column: number; length: number }

export type Rendered = {
  html: string
  headings: Heading[]
  /** Every id, unprefixed, that a link from elsewhere may point at. */
  anchors: string[]
  links: OwnLink[]
  words: number
  hasCode: boolean
  hasMath: boolean
  /** Plain text for search and descriptions, without code blocks. */
  text: string
  problems: Problem[]
}

/** The same body in its file: until then lines count from the body's first and no problem names a file. */
export function placedIn(rendered: Rendered, file: string, bodyLine: number): Rendered {
  const moved = <Thing extends { line: number }>(thing: Thing) => ({ ...thing, line: thing.line + bodyLine - 1 })
  return {
    ...rendered,
    links: rendered.links.map(moved),
    problems: rendered.problems.map((problem) => ({ ...moved(problem), file })),
  }
}

/** What stands in for a body that could not be rendered. */
export function unrendered(problem: Problem): Rendered {
  const empty = { html: '', headings: [], anchors: [], links: [], words: 0, text: '' }
  return { ...empty, hasCode: false, hasMath: false, problems: [problem] }
}
