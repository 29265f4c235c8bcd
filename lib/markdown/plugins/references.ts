import type { Definition, Root, Text } from 'mdast'
import { type Context, reportAt, spanOf, writtenAs } from '../context'
import { growthLimit, OverLimit } from '../limits'
import { noteDefinition } from '../source-positions'
import { replaceAt, walk } from '../walk'

/** Turns `[x][label]` into the link or picture it stands for, so that everything later knows one kind of each. */
export function inlineReferences(tree: Root, context: Context): void {
  const definitions = definitionsOf(tree, context)
  const allowed = growthLimit(context.source.text)
  let written = 0
  walk(tree, (node) => {
    if (node.type === 'text') warnOfUndefinedNotes(node, context)
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined
    const definition = definitions.get(node.identifier.toUpperCase())
    if (!definition) return undefined
    written += definition.url.length + (definition.title?.length ?? 0)
    if (written > allowed) throw new OverLimit(spanOf(node).offset, 'output-limit')
    const { url, title } = definition
    noteDefinition(node, definition)
    if (node.type === 'linkReference') Object.assign(node, { type: 'link', url, title })
    else Object.assign(node, { type: 'image', url, title })
    return undefined
  })
}

/** The first of several equal labels wins, as CommonMark says. */
function definitionsOf(tree: Root, context: Context): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  walk(tree, (node, index, parent) => {
    if (node.type !== 'definition') return undefined
    const key = node.identifier.toUpperCase()
    if (!definitions.has(key)) definitions.set(key, node)
    context.definitions.push(node)
    replaceAt(parent, index)
    return index
  })
  return definitions
}

// A reference to a note that is nowhere defined is plain text to Markdown, so it is looked for in the text as written.
function warnOfUndefinedNotes(node: Text, context: Context): void {
  const { offset } = spanOf(node)
  for (const match of writtenAs(context, node).matchAll(/(?<!\\)\[\^[^\]\s]+\](?!:)/g)) {
    reportAt(context, offset + match.index, match[0].length, {
      severity: 'warning',
      rule: 'undefined-footnote',
      message: `No note is called ${match[0]}, so it is shown as it stands.`,
      hint: `Add a line:  ${match[0]}: The text of the note.`,
    })
  }
}
