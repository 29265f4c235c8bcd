import type { Html, Parents, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { type Context, report } from './context'

/** Removes HTML that a writer put in; names it once a block. Comments go silently: they were never meant to be seen. */
export function dropRawHtml(tree: Root, context: Context): void {
  const named = new Set<unknown>()
  visit(tree, 'html', (node, index, parent) => {
    if (index === undefined || !parent) return
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
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  dropEmptyParagraphs(tree)
}

function tagOf({ value }: Html): string {
  const name = /<[/!?]?\s*[a-z][a-z0-9-]*/i.exec(value.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[0]
  return name ? `${name.slice(0, 40)}>` : ''
}

function dropEmptyParagraphs(parent: Parents): void {
  visit(parent, 'paragraph', (node, index, above) => {
    if (index === undefined || !above || node.children.some(isSeen)) return
    above.children.splice(index, 1)
    return [SKIP, index]
  })
}

const isSeen = (node: { type: string; value?: string }) => node.type !== 'text' || node.value?.trim() !== ''
