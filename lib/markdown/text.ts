import type { Nodes, Root } from 'mdast'
import type { Context } from './context'
import { nodesOf, walk } from './walk'

/** Notes the words of a body, one block a line, without code blocks and pictures. */
export function collectText(tree: Root, context: Context): void {
  const lines: string[] = []
  const shown = new Set(nodesOf(tree, 'footnoteReference').map(({ identifier }) => identifier))
  walk(tree, (node, index) => {
    if (node.type === 'footnoteDefinition' && !shown.has(node.identifier)) return index + 1
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined
    const text = textOf(node, { withAlt: false }).replace(/\s+/g, ' ').trim()
    if (text) lines.push(text)
    return index + 1
  })
  context.text = lines.join('\n')
}

/** The words of a node as they are read: a line break parts them, which `mdast-util-to-string` does not know. */
export function textOf(node: Nodes, { withAlt = true } = {}): string {
  if (node.type === 'break') return ' '
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  if ('alt' in node) return withAlt ? (node.alt ?? '') : ''
  return 'children' in node ? node.children.map((child) => textOf(child, { withAlt })).join('') : ''
}

/** What stands between spaces and holds a letter or a digit. */
export const countWords = (text: string) =>
  (text.match(/\S+/g) ?? []).filter((part) => /[\p{L}\p{N}]/u.test(part)).length

export function shorten(text: string, length: number): string {
  const characters = Array.from(text)
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text
}
