import { type Span, tokenizeHtml } from '../html/html-tokenizer'
import { aroundLatePart, isLatePart, isLateScript, latePairs } from '../next/page-markup'

type Element = { id: string; name: string; outer: Span; inner: Span }
type Cut = Span & { replacement: () => string }

/**
 * A page that waited while it was rendered, with its late parts where they belong: what the runtime's scripts would do in a
 * browser. Where these scripts ask for anything else, that is left as it is.
 */
export function withLateParts(html: string): string {
  const { elements, comments, scripts } = read(html)
  const byId = new Map(elements.map((element) => [element.id, element]))
  const cuts: Cut[] = scripts.filter(({ text }) => isLateScript(text)).map((span) => cut(span, () => ''))
  for (const { text } of scripts)
    for (const { hole, part } of latePairs(text)) {
      const [template, late] = [byId.get(hole.id), byId.get(part)]
      if (!late) continue
      cuts.push(cut(aroundLatePart(html, late.outer), () => ''))
      if (!template) continue
      const end = hole.isBoundary ? endOfBoundary(comments, template.outer.end) : template.outer.end
      cuts.push(cut({ start: template.outer.start, end }, () => put(late.inner)))
    }
  cuts.sort((a, b) => a.start - b.start)
  return put({ start: 0, end: html.length })

  function put({ start, end }: Span): string {
    let [text, at] = ['', start]
    for (const { replacement, ...span } of cuts) {
      // One in what another takes away goes with it.
      if (span.start < at || span.end > end) continue
      text += html.slice(at, span.start) + replacement()
      at = span.end
    }
    return text + html.slice(at, end)
  }
}

const cut = ({ start, end }: Span, replacement: () => string): Cut => ({ start, end, replacement })

/** Where the content of a boundary ends whose content so far begins at a place: at the comment that closes it. */
function endOfBoundary(comments: (Span & { text: string })[], from: number): number {
  let depth = 0
  for (const { text, start } of comments) {
    if (start < from) continue
    if (/^\/[$&]$/.test(text) && depth-- === 0) return start
    if (/^(?:\$[?!~]?|&)$/.test(text)) depth++
  }
  return from
}

function read(html: string) {
  const elements: Element[] = []
  const comments: (Span & { text: string })[] = []
  const scripts: (Span & { text: string })[] = []
  const open: { name: string; id: string | undefined; span: Span }[] = []
  let script: { start: number; text: string } | undefined
  tokenizeHtml(html, {
    onOpen(name, { id, src }, span) {
      if (name === 'script' && src === undefined) script = { start: span.start, text: '' }
      // Of elements that hold no part only those matter that could be taken for its end.
      if (isLatePart(id) || open.some((one) => one.name === name))
        open.push({ name, id: isLatePart(id) ? id : undefined, span })
    },
    onText(text) {
      if (script) script.text += text
    },
    onComment: (text, span) => comments.push({ text, ...span }),
    onClose(name, { start, end }) {
      if (name === 'script' && script) scripts.push({ ...script, end })
      script = undefined
      const at = open.findLastIndex((one) => one.name === name)
      for (const { id, span } of at < 0 ? [] : open.splice(at).slice(0, 1))
        if (id !== undefined)
          elements.push({ id, name, outer: { start: span.start, end }, inner: { start: span.end, end: start } })
    },
  })
  return { elements, comments, scripts }
}
