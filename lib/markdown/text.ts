import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Context } from './context'
import { nodesOf, walk } from './walk'

/** Notes the words of a body, one block a line, without code blocks and pictures. */
export function collectText(tree: Root, context: Context): void {
  const lines: string[] = []
  const shown = new Set(nodesOf(tree, 'footnoteReference').map(({ identifier }) => identifier))
  walk(tree, (node, index) => {
    if (node.type === 'footnoteDefinition' && !shown.has(node.identifier)) return index + 1
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined
    const text = textOf(node, { includeImageAlt: false, includeHtml: false }).replace(/\s+/g, ' ').trim()
    if (text) lines.push(text)
    return index + 1
  })
  context.text = lines.join('\n')
}

/** What stands between spaces and holds a letter or a digit. */
export const countWords = (text: string) =>
  (text.match(/\S+/g) ?? []).filter((part) => /[\p{L}\p{N}]/u.test(part)).length

export function shorten(text: string, length: number): string {
  const characters = Array.from(text)
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text
}
