import { type Attributes, type Span, tokenizeHtml } from '../html/html-tokenizer'
import { noteLinks, type PageLinks } from '../html/page-links'
import { isLatePart, isNextAsset, isRuntimeScript } from '../next/page-markup'
import { isMarkupName } from '../views/markup'

/** Where those parts of a page lie that the finishing step removes, replaces or has to name in the policy. */
export type PageParts = {
  /** Right after the character set, where a policy has to stand. */
  head: number
  /** What only serves Next's runtime: scripts, their data and preloads, hydration comments, empty stand-ins. */
  runtime: Span[]
  stylesheets: (Span & { address: string })[]
  inlineScripts: { text: string; isNext: boolean }[]
  /** Whether it has late parts, which stay hidden without the runtime: the page waited while it was rendered. */
  waited: boolean
  /** Where markup takes the place of its name. */
  markup: (Span & { name: string })[]
  /** Without those to Next's own files; markup brings more. */
  links: PageLinks
}

/** Reads a page tag by tag, so that no text is ever taken for markup. */
export function pageParts(html: string): PageParts {
  const lists = { runtime: [], stylesheets: [], inlineScripts: [], markup: [], links: { ids: [], links: [] } }
  const parts: PageParts = { head: -1, waited: false, ...lists }
  let script: Script | undefined
  // Where a hidden element begins that has held nothing but comments so far.
  let standIn: number | undefined
  tokenizeHtml(html, {
    onOpen(name, attributes, span) {
      standIn = name === 'div' && attributes.hidden !== undefined ? span.start : undefined
      if (name === 'script') script = { start: span.start, attributes, text: '' }
      else if (name === 'meta' && attributes.charset !== undefined) parts.head = span.end
      else if (isStylesheet(name, attributes)) parts.stylesheets.push({ ...span, address: attributes.href ?? '' })
      else if (isForRuntime(name, attributes)) parts.runtime.push(span)
      if (!isNextAsset(attributes.href ?? attributes.src)) noteLinks(parts.links, attributes)
      if (isLatePart(attributes.id)) parts.waited = true
    },
    onText(text) {
      standIn = undefined
      if (script) script.text += text
    },
    onComment(name, span) {
      if (isMarkupName(name)) parts.markup.push({ ...span, name })
      else parts.runtime.push(span)
    },
    onClose(name, { end }) {
      if (name === 'script' && script) addScript(script, end, parts)
      else if (standIn !== undefined) parts.runtime.push({ start: standIn, end })
      script = undefined
      standIn = undefined
    },
  })
  return parts
}

type Script = { start: number; attributes: Attributes; text: string }

function addScript({ start, attributes: { src, type = '' }, text }: Script, end: number, parts: PageParts): void {
  const isNext = src === undefined ? isRuntimeScript(text) : isNextAsset(src)
  if (isNext) parts.runtime.push({ start, end })
  // What a browser does not run needs no leave to.
  if (src === undefined && type !== 'application/ld+json') parts.inlineScripts.push({ text, isNext })
}

const isStylesheet = (name: string, { rel, href }: Attributes) =>
  name === 'link' && rel === 'stylesheet' && isNextAsset(href)

const isForRuntime = (name: string, { rel = '', href }: Attributes) =>
  name === 'link' && /^(?:preload|modulepreload|prefetch)$/.test(rel) && isNextAsset(href)
