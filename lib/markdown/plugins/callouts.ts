import { distance } from 'fastest-levenshtein'
import type { Blockquote, Paragraph, PhrasingContent, Root } from 'mdast'
import { words } from '../../words/words'
import { type Context, reportAt, spanOf } from '../context'
import { textOf } from '../text'
import { nodesOf } from '../walk'

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const
type CalloutKind = (typeof calloutKinds)[number]

/** Turns a quote that begins with `[!NOTE]` into a callout. */
export function addCallouts(tree: Root, context: Context): void {
  for (const quote of nodesOf(tree, 'blockquote')) {
    const [first, ...rest] = quote.children
    const lead = first?.type === 'paragraph' ? first.children[0] : undefined
    if (first?.type !== 'paragraph' || lead?.type !== 'text') continue
    const marker = /^\[!([a-z]+)\][ \t]*/i.exec(lead.value)
    if (!marker?.[1]) continue
    const written = marker[1].toLowerCase()
    const kind = calloutKinds.find((known) => known === written)
    if (kind) {
      lead.value = lead.value.slice(marker[0].length)
      become(quote, kind, first, rest)
    } else {
      reportKind(context, spanOf(lead).offset, marker[1])
    }
  }
}

function become(quote: Blockquote, kind: CalloutKind, first: Paragraph, rest: Blockquote['children']): void {
  const { title, body } = splitAtLineEnd(first.children)
  const name = words.callouts[kind]
  const ownTitle = wordsOf(title)
  const head: Paragraph = {
    type: 'paragraph',
    data: { hProperties: { className: ['callout-title'] } },
    children: ownTitle ? title : [{ type: 'text', value: name }],
  }
  const label = ownTitle ? `${name}: ${ownTitle}` : name
  // A note is no landmark: two of them may share a name.
  const properties = { className: ['callout', kind], role: 'note', ariaLabel: label }
  quote.data = { hName: 'aside', hProperties: properties }
  quote.children = [head, ...(wordsOf(body) || body.length > 1 ? [{ ...first, children: body }] : []), ...rest]
}

const wordsOf = (nodes: PhrasingContent[]) =>
  nodes
    .map((node) => textOf(node))
    .join('')
    .trim()

function splitAtLineEnd(children: PhrasingContent[]): { title: PhrasingContent[]; body: PhrasingContent[] } {
  const index = children.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  )
  const node = children[index]
  if (!node) return { title: children, body: [] }
  const title = children.slice(0, index)
  const body = children.slice(index + 1)
  if (node.type !== 'text') return { title, body }
  const [before = '', ...after] = node.value.split('\n')
  const line: PhrasingContent[] = before ? [{ type: 'text', value: before }] : []
  return { title: [...title, ...line], body: [{ ...node, value: after.join('\n') }, ...body] }
}

function reportKind(context: Context, offset: number, kind: string): void {
  const near = calloutKinds.find((known) => distance(known, kind.toLowerCase()) <= 2)
  reportAt(context, offset, kind.length + 3, {
    severity: 'warning',
    rule: 'unknown-callout',
    message: `There is no callout "${kind}"${near ? `: did you mean "${near.toUpperCase()}"?` : '.'}`,
    hint: `Known ones:  ${calloutKinds.map((known) => `[!${known.toUpperCase()}]`).join('  ')}`,
  })
}
