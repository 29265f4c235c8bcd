import { policyOf } from '../html/csp'
import type { Span } from '../html/html-tokenizer'
import type { PageParts } from './page-parts'

type Finish = {
  /** Whether the page keeps Next's runtime. */
  hydrates: boolean
  /** The one stylesheet in place of Next's; absent where the page keeps them. */
  stylesheet?: string | undefined
  markupOf?(name: string): string
}

/** The page as it is published. What is not cut out or put in by name stays as it is, byte for byte. */
export function finishedPage(html: string, parts: PageParts, { hydrates, stylesheet, markupOf }: Finish): string {
  const inlineScripts = parts.inlineScripts.flatMap(({ text, isNext }) => (hydrates || !isNext ? [text] : []))
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf({ inlineScripts, hydrates })}"/>`
  const [first, ...others] = hydrates ? [] : parts.stylesheets
  return edited(html, [
    { start: parts.head, end: parts.head, text: policy },
    ...(hydrates ? [] : parts.runtime),
    ...(first ? [{ ...first, text: `<link rel="stylesheet" href="${stylesheet}"/>` }] : []),
    ...others,
    ...parts.markup.map(({ name, ...span }) => ({ ...span, text: markupOf?.(name) ?? '' })),
  ])
}

function edited(text: string, edits: (Span & { text?: string })[]): string {
  let result = ''
  let position = 0
  for (const { start, end, text: replacement = '' } of edits.sort((a, b) => a.start - b.start)) {
    // It lies within what has been cut out already, as a comment in an empty stand-in does.
    if (start < position) continue
    result += text.slice(position, start) + replacement
    position = end
  }
  return result + text.slice(position)
}
