import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast'
import type { Point } from 'unist'
import { OverLimit } from '../limits'
import { chunkBoundaries } from './chunk-boundaries'
import { startCounting } from './effort'
import { parse as parseText } from './grammar'

// The parser's effort grows with the square of a text's length. Below this size that does not matter, and each piece costs a start.
const chunkSize = 2048

type Chunk = { offset: number; line: number; text: string; tree: Root }

type Names = { definitions: Set<string>; footnotes: Set<string> }

/** The tree of the whole body, parsed in chunks that the parser cannot tell from the whole. */
export function parseChunks(body: string): Root {
  startCounting()
  const chunks = splitAndParse(body)
  if (chunks.length === 1 && chunks[0]?.offset === 0) return chunks[0].tree
  const names = chunks.map(({ tree }) => namesIn(tree))
  const all = {
    definitions: union(names.map((each) => each.definitions)),
    footnotes: union(names.map((each) => each.footnotes)),
  }
  const children = chunks.flatMap((chunk, index) => placed(withForeignNames(chunk, names[index] as Names, all), chunk))
  return { type: 'root', children }
}

/** A cut is taken only when the piece before it ended there by itself: a fence left open goes on into the next. */
function splitAndParse(body: string): Chunk[] {
  const boundaries = chunkBoundaries(body, chunkSize)
  const chunks: Chunk[] = []
  // The parser drops this mark without counting it, and every place behind it would be wrong.
  let start = { offset: /^\ufeff*/.exec(body)?.[0].length ?? 0, line: 1 }
  let wanted = 1
  let waiting = 0
  for (const boundary of boundaries) {
    waiting++
    const isLast = boundary.offset === body.length
    // After a failed try twice as much is tried, so that a long fence is not parsed over and over.
    if (waiting < wanted && !isLast) continue
    const text = body.slice(start.offset, boundary.offset)
    const tree = parse(text, start.offset)
    waiting = 0
    if (!isLast && staysOpen(tree, text)) {
      wanted *= 2
      continue
    }
    chunks.push({ ...start, text, tree })
    start = boundary
    wanted = 1
  }
  return chunks
}

function parse(text: string, offset: number, prefix = 0): Root {
  try {
    return parseText(text)
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error
    throw new OverLimit(error.offset - prefix + offset, error.rule)
  }
}

/** Whether the last block would have swallowed more text; blank lines at the end of a closed one do not belong to it. */
function staysOpen({ children }: Root, text: string): boolean {
  const last = children.at(-1)
  if (last?.type === 'html') return /^\s*<(?:[!?]|script|pre|style|textarea)/i.test(last.value)
  if (last?.type !== 'code' && last?.type !== 'math') return false
  return (last.position?.end.offset ?? 0) > text.trimEnd().length
}

function namesIn(tree: Root): Names {
  const names: Names = { definitions: new Set(), footnotes: new Set() }
  const rest: (Root | RootContent)[] = [tree]
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.type === 'definition') names.definitions.add(node.identifier)
    if (node.type === 'footnoteDefinition') names.footnotes.add(node.identifier)
    if ('children' in node) rest.push(...node.children)
  }
  return names
}

function union(sets: Set<string>[]): Set<string> {
  const all = new Set<string>()
  for (const set of sets) for (const value of set) all.add(value)
  return all
}

/** `[label]` means something only where the label is defined: a piece that may use a name of another is parsed with it in front. */
function withForeignNames(chunk: Chunk, own: Names, all: Names): { tree: Root; prefix: string } {
  const wanted = { definitions: new Set<string>(), footnotes: new Set<string>() }
  for (const [, label = ''] of chunk.text.matchAll(/\[((?:[^[\]\\]|\\[\s\S])+)\]/g)) {
    const name = label
      .replace(/[\t\n\r >]+/g, ' ')
      .trim()
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
    const note = name.slice(1)
    if (all.definitions.has(name) && !own.definitions.has(name)) wanted.definitions.add(name)
    if (name.startsWith('^') && all.footnotes.has(note) && !own.footnotes.has(note)) wanted.footnotes.add(note)
  }
  if (wanted.definitions.size + wanted.footnotes.size === 0) return { tree: chunk.tree, prefix: '' }
  const notes = [...wanted.footnotes].map((name) => `[^${name}]: x\n\n`)
  // A definition comes last, as it ends: an indented line after a note would belong to the note.
  const links = [...wanted.definitions, 'end of prefix'].map((name) => `[${name}]: x\n\n`)
  const prefix = [...notes, ...links].join('')
  return { tree: parse(prefix + chunk.text, chunk.offset, prefix.length), prefix }
}

/** Moves a piece's nodes to where they stand in the body, and leaves out the definitions lent to it. */
function placed({ tree, prefix }: { tree: Root; prefix: string }, chunk: Chunk): RootContent[] {
  const prefixLines = prefix.split('\n').length - 1
  const offset = chunk.offset - prefix.length
  const line = chunk.line - 1 - prefixLines
  const children = tree.children.filter((node) => !isLent(node, prefix.length))
  if (offset === 0 && line === 0) return children
  const move = (point: Point) => {
    point.offset = (point.offset ?? 0) + offset
    point.line += line
  }
  const rest: (RootContent | Definition | FootnoteDefinition)[] = [...children]
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.position) {
      move(node.position.start)
      move(node.position.end)
    }
    if ('children' in node) rest.push(...node.children)
  }
  return children
}

const isLent = ({ position }: RootContent, length: number) => (position?.start.offset ?? 0) < length
