import type { Html, Parents, Root } from 'mdast'
import { type Context, report } from './context'
import { editOut } from './edits'
import { replaceAt, walk } from './walk'

/** Removes HTML that a writer put in; names it once a block. Comments go silently: they were never meant to be seen. */
export function dropRawHtml(tree: Root, context: Context): void {
  const named = new Set<unknown>()
  walk(tree, (node, index, parent) => {
    if (node.type !== 'html') return undefined
    const about = parent.type === 'paragraph' ? parent : node
    const tag = tagOf(node)
    if (tag && !named.has(about)) {
      named.add(about)
      report(context, node, {
        severity: 'warning',
        rule: 'raw-html',
        message: `HTML is not shown in an article: ${tag} was removed.`,
        wayOut: 'Write it in Markdown; to show HTML as text, put it between backticks.',
      })
    }
    editOut(context, node)
    replaceAt(parent, index)
    return index
  })
  dropEmptyParagraphs(tree)
}

function tagOf({ value }: Html): string {
  const name = /<[/!?]?\s*[a-z][a-z0-9-]*/i.exec(value.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[0]
  return name ? `${name.slice(0, 40)}>` : ''
}

function dropEmptyParagraphs(parent: Parents): void {
  walk(parent, (node, index, above) => {
    if (node.type !== 'paragraph' || node.children.some(isSeen)) return undefined
    replaceAt(above, index)
    return index
  })
}

const isSeen = (node: { type: string; value?: string }) => node.type !== 'text' || node.value?.trim() !== ''
