import type { Html, Parents, Root } from 'mdast'
import { type Context, report, reportAt, spanOf, writtenAs } from '../context'
import { editOut, editToSpace } from '../edits'
import { shorten } from '../text'
import { replaceAt, walk } from '../walk'
import { firstTag, isLineBreak, type OpenHtml, openHtml, partsWords, wordsShown } from './html-reading'

/**
 * Removes HTML that a writer put in; names it once a block, as an error where words go with it. Line breaks stay. Comments go
 * silently: they were never meant to be seen.
 */
export function dropRawHtml(tree: Root, context: Context): void {
  const named = new Set<unknown>()
  walk(tree, (node, index, parent) => {
    if (node.type !== 'html') return undefined
    const isInline = !blocks.has(parent.type)
    if (isLineBreak(node.value) && isInline) {
      replaceAt(parent, index, { type: 'break' })
      return index + 1
    }
    reportHtml(node, isInline ? parent : node, named, context)
    if (isInline && partsWords(node.value)) {
      editToSpace(context, node)
      replaceAt(parent, index, { type: 'text', value: ' ' })
      return index + 1
    }
    editOut(context, node)
    replaceAt(parent, index)
    return index
  })
  dropEmptyParagraphs(tree)
}

const hiding = { words: 'html-with-words', rest: 'html-left-open' }

/** Whether words of the body, a heading among them perhaps, are not shown for this mistake. */
export const hidesWords = ({ rule }: { rule: string }) => Object.values(hiding).includes(rule)

// Where HTML is a block of its own.
const blocks = new Set<string>(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

function reportHtml(node: Html, about: unknown, named: Set<unknown>, context: Context): void {
  const open = openHtml(writtenAs(context, node))
  if (open) {
    reportOpen(node, open, context)
    return
  }
  const tag = firstTag(node.value)
  const words = wordsShown(node.value)
  if (words) {
    report(context, node, {
      severity: 'error',
      rule: hiding.words,
      message: `HTML is not shown in an article: with ${tag} these words would be lost: "${shorten(words, 50)}"`,
      hint: 'Put a blank line before and after the words: what stands apart from HTML is Markdown.',
    })
  } else if (tag !== '<!--' && !isLineBreak(node.value) && !named.has(about)) {
    named.add(about)
    report(context, node, {
      severity: 'warning',
      rule: 'raw-html',
      message: `HTML is not shown in an article: ${tag} was removed.`,
      hint: 'Write it in Markdown; to show HTML as text, put it between backticks.',
    })
  }
}

function reportOpen(node: Html, { opening, end, index }: OpenHtml, context: Context): void {
  reportAt(context, spanOf(node).offset + index, opening.length, {
    severity: 'error',
    rule: hiding.rest,
    message: `${opening} is never closed, so nothing that follows it is shown.`,
    hint: `Write ${end} where it ends, or put ${opening} between backticks to show it as text.`,
  })
}

function dropEmptyParagraphs(parent: Parents): void {
  walk(parent, (node, index, above) => {
    if (node.type !== 'paragraph' || node.children.some(isSeen)) return undefined
    replaceAt(above, index)
    return index
  })
}

const isSeen = (node: { type: string; value?: string }) =>
  node.type !== 'break' && (node.type !== 'text' || node.value?.trim() !== '')
