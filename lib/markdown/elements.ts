import type { ElementContent, Properties } from 'hast'
import type { BlockContent, Blockquote, DefinitionContent, Emphasis, PhrasingContent } from 'mdast'

// mdast has no node for "any element": a quote and an emphasis are the plainest block and inline parents, renamed on the way
// to HTML.

export function block(tag: string, properties: Properties, children: (BlockContent | DefinitionContent)[]): Blockquote {
  return { type: 'blockquote', data: { hName: tag, hProperties: properties }, children }
}

export function inline(tag: string, properties: Properties, children: PhrasingContent[]): Emphasis {
  return { type: 'emphasis', data: { hName: tag, hProperties: properties }, children }
}

/** A block whose content is HTML already. */
export function finishedBlock(tag: string, properties: Properties, content: ElementContent[]): Blockquote {
  return { type: 'blockquote', data: { hName: tag, hProperties: properties, hChildren: content }, children: [] }
}

export function finishedInline(tag: string, properties: Properties, content: ElementContent[]): Emphasis {
  return { type: 'emphasis', data: { hName: tag, hProperties: properties, hChildren: content }, children: [] }
}

export function hast(tagName: string, properties: Properties, children: ElementContent[]): ElementContent {
  return { type: 'element', tagName, properties, children }
}

export const hastText = (value: string): ElementContent => ({ type: 'text', value })
