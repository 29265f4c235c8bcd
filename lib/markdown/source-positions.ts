import type { Definition, Nodes } from 'mdast'
import type { Data, Processor } from 'unified'

type Span = { start: number; end: number }
type Written = { words?: Span; address?: Span; definition?: Definition }

// Beside the tree, since a parsed node should look as it does for everybody else.
const known = new WeakMap<object, Written>()

/**
 * Where the words and the address of a link, picture or definition stand, counted from the node's own beginning; and the
 * definition that a reference stands for.
 */
export const writtenOf = (node: Nodes): Written => known.get(node) ?? {}

export function noteDefinition(node: Nodes, definition: Definition): void {
  known.set(node, { ...writtenOf(node), definition })
}

/** Teaches the parser to remember these places. The tree stays the same. */
export function rememberPlaces(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), places]
}

type Extension = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], unknown[]>
type Found = { start: { offset: number }; end: { offset: number } }

const places: Extension = {
  enter: {
    labelText(token) {
      // The words are gathered in a node of their own first.
      note(this.stack.at(-2), 'words', token)
    },
    resourceDestination(token) {
      note(this.stack.at(-1), 'address', token)
    },
    definitionDestination(token) {
      note(this.stack.at(-1), 'address', token)
    },
  },
}

function note(node: Nodes | { type: 'fragment' } | undefined, part: 'words' | 'address', { start, end }: Found): void {
  if (!node || node.type === 'fragment') return
  const from = node.position?.start.offset ?? 0
  known.set(node, { ...writtenOf(node), [part]: { start: start.offset - from, end: end.offset - from } })
}
