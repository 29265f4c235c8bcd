import type { Picture } from '../media/picture/pictures'
import type { Problem } from '../problem'

/** A link or picture as the writer wrote it, without `#…` where it is ours: the fragment is our own business. */
export type Target = { kind: 'link'; url: string } | { kind: 'picture'; url: string; alt?: string }

export type Resolution =
  | { href: string }
  | Picture
  | { asText: true; warning: string }
  | { missing: true; message: string; hint?: string }

/** Answers in the order of the targets. */
export type Resolve = (targets: Target[]) => Promise<Resolution[]>

export type Heading = { id: string; text: string; level: 2 | 3 | 4 | 5 | 6 }

/** A heading, and the line of the body it stands on, from 1. */
export type PlacedHeading = Heading & { line: number }

/**
 * A link to a page of ours that names a place on it, and what a problem with it is placed by. `url` is the path it resolved
 * to, `fragment` without our prefix.
 */
export type OwnLink = { url: string; fragment: string } & Pick<Problem, 'line' | 'column' | 'excerpt'>

/**
 * A part of the body as written that reads otherwise elsewhere: an address stands for it (a path of ours, a place on the same
 * page as `#…`, or a whole address), or a space, or it is left out.
 */
export type Edit = { offset: number; length: number; address?: string; isSpace?: true }

/** In front of every id of a body, so that no heading can take the name of something the page or the browser owns. */
export const idPrefix = 's-'

/** Every name that a link from elsewhere may have after its #. */
export const anchorsOf = ({ headings, innerAnchors }: Outline): string[] => [
  ...headings.map(({ id }) => id.slice(idPrefix.length)),
  ...innerAnchors,
]

/** What a changed body and those that link into it are asked for. */
export type Outline = {
  headings: PlacedHeading[]
  /** Of headings inside something else, and the further ones of a heading: they can be linked to, and stand in no table of contents. */
  innerAnchors: string[]
}

/** What the checks and the pages need of every body, whether it changed or not. */
export type BodyFacts = {
  links: OwnLink[]
  words: number
  problems: Problem[]
  /** An error keeps words out of it: what is not here may be there once that is mended. */
  isIncomplete?: true
}

/** What only a changed body, or one that stands in a changed feed, is asked for. */
export type BodyText = {
  html: string
  /** What makes a copy of the body, as written, fit to be read elsewhere: in order, none inside another. */
  edits: Edit[]
  /** Plain text for search and descriptions, without code blocks. */
  text: string
}

export type Rendered = BodyFacts & Outline & BodyText

/** The same body in its file: until then lines count from the body's first and no problem names a file. */
export function placedIn<Facts extends BodyFacts>(facts: Facts, file: string, bodyLine: number): Facts {
  // Most have neither.
  if (facts.links.length + facts.problems.length === 0) return facts
  const moved = <Thing extends { line: number }>(thing: Thing) => ({ ...thing, line: thing.line + bodyLine - 1 })
  return {
    ...facts,
    links: facts.links.map(moved),
    problems: facts.problems.map((problem) => ({ ...moved(problem), file })),
  }
}

/** A body by who asks for what. */
export function partsOf({ html, edits, text, headings, innerAnchors, ...facts }: Rendered) {
  return { facts, outline: { headings, innerAnchors }, text: { html, edits, text } }
}

/** What stands in for a body that could not be rendered. */
export function unrendered(problem: Problem): Rendered {
  const empty = { html: '', headings: [], innerAnchors: [], links: [], edits: [], words: 0, text: '' }
  return { ...empty, problems: [problem], isIncomplete: true }
}
