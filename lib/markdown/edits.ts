import type { Definition, Image, Link, Nodes } from 'mdast'
import { type Context, spanOf } from './context'
import type { Edit } from './rendered'
import { writtenOf } from './source-positions'

// A body is also read as it was written, but elsewhere and by others: nothing in it may lead to a place that only we know,
// and notes, links and raw HTML that the page leaves out are left out there too.

/** The address of this link or picture reads otherwise: as a path of ours, or as what a browser makes of it. */
export function editAddress(context: Context, node: Link | Image, address: string): void {
  const { address: own, definition } = writtenOf(node)
  const place = own ?? (definition && writtenOf(definition).address)
  const from = startOf(definition ?? node)
  if (place && from !== undefined) add(context, from + place.start, from + place.end, { address })
  if (node.type === 'image') editOutMarkedWords(context, node)
}

// Words that are not the plain ones of the page hold markup, perhaps a link to what is withheld.
function editOutMarkedWords(context: Context, image: Image): void {
  const from = startOf(image)
  const { words } = writtenOf(image)
  if (from === undefined || !words || words.end - words.start === image.alt?.length) return
  add(context, from + words.start, from + words.end)
}

/** Of this link or picture the words stay. */
export function editToWords(context: Context, node: Link | Image): void {
  const from = startOf(node)
  if (from === undefined) return
  const { words } = writtenOf(node)
  const { length } = spanOf(node)
  context.unlinked.add(node)
  add(context, from, from + (words?.start ?? length))
  if (words) add(context, from + words.end, from + length)
}

/** This is not on the page. */
export function editOut(context: Context, node: Nodes): void {
  const from = startOf(node)
  if (from === undefined) return
  context.unlinked.add(node)
  add(context, from, from + spanOf(node).length)
}

/** Nor are these characters of the body. */
export function editOutPart(context: Context, start: number, end: number): void {
  add(context, start, end)
}

/** This is not on the page, and parts two words there. */
export function editToSpace(context: Context, node: Nodes): void {
  const from = startOf(node)
  if (from !== undefined) add(context, from, from + spanOf(node).length, { isSpace: true })
}

/** This picture is a link on the page: without its mark it is one in Markdown, too. */
export function editToLink(context: Context, image: Image): void {
  const from = startOf(image)
  if (from !== undefined) add(context, from, from + '!'.length)
}

/** Definitions that no link or picture of the page uses: some are notes of a writer, some name what is withheld. */
export function editOutUnused(context: Context, nodes: (Link | Image)[]): void {
  const used = new Set<Definition | undefined>()
  for (const node of nodes) if (!context.unlinked.has(node)) used.add(writtenOf(node).definition)
  for (const definition of context.definitions) if (!used.has(definition)) editOut(context, definition)
}

/** In reading order, none inside another. */
export function editsOf({ edits }: Context): Edit[] {
  const sorted = [...edits.values()].sort((a, b) => a.offset - b.offset || b.length - a.length)
  let end = 0
  return sorted.filter(({ offset, length }) => {
    if (offset < end) return false
    end = offset + length
    return true
  })
}

const startOf = ({ position }: Nodes) => position?.start.offset

function add({ edits }: Context, start: number, end: number, change: Pick<Edit, 'address' | 'isSpace'> = {}): void {
  // What several references share is written once.
  edits.set(start, { offset: start, length: end - start, ...change })
}
