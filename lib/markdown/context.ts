import type { Definition, Root } from 'mdast'
import type { Problem } from '../problem'
import { type Finding, problemAt, type Source } from '../source'
import type { Edit, OwnLink, PlacedHeading, Resolve } from './rendered'

/** What the transforms of one body share: what they read, and what they find out besides the tree. */
export type Context = {
  source: Source
  title: string
  resolve: Resolve
  headings: PlacedHeading[]
  anchors: string[]
  innerAnchors: string[]
  links: OwnLink[]
  /** Of the text as written, by their place. */
  edits: Map<number, Edit>
  definitions: Definition[]
  /** Links and pictures of which only the words remain. */
  unlinked: Set<unknown>
  /** How often each label of a region was given: no two regions of a page may share one. */
  labels: Map<string, number>
  text: string
  problems: Problem[]
}

/** Anything of the tree that still knows where it was written. */
export type Placed = { position?: { start: { offset?: number }; end: { offset?: number } } }

export function newContext(source: Source, title: string, resolve: Resolve): Context {
  const lists = { headings: [], anchors: [], innerAnchors: [], links: [], problems: [], labels: new Map() }
  const written = { edits: new Map(), definitions: [], unlinked: new Set() }
  return { source, title, resolve, ...lists, ...written, text: '' }
}

export function spanOf({ position }: Placed): { offset: number; length: number } {
  const offset = position?.start.offset ?? 0
  return { offset, length: Math.max(1, (position?.end.offset ?? offset) - offset) }
}

/** The characters of the body that a node was made from. */
export function writtenAs({ source }: Context, node: Placed): string {
  const { offset, length } = spanOf(node)
  return source.text.slice(offset, offset + length)
}

export function report(context: Context, node: Placed, finding: Finding): void {
  const { offset, length } = spanOf(node)
  reportAt(context, offset, length, finding)
}

/** A frame shows one line, so the length ends with the line. */
export function reportAt({ source, problems }: Context, offset: number, length: number, finding: Finding): void {
  const written = source.text.slice(offset, offset + length).split(/[\r\n]/, 1)[0] ?? ''
  problems.push(problemAt(source, offset, Math.max(1, written.length), finding))
}

/** The label itself the first time, then with a number behind it. */
export function uniqueLabel({ labels }: Context, label: string): string {
  const count = (labels.get(label) ?? 0) + 1
  labels.set(label, count)
  return count === 1 ? label : `${label} (${count})`
}

/** Makes one of our transforms a remark plugin. */
export const step =
  (transform: (tree: Root, context: Context) => void | Promise<void>) =>
  () =>
  (tree: Root, file: { data: Record<string, unknown> }) =>
    transform(tree, file.data.context as Context)
