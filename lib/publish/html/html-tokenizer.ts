import { Tokenizer } from 'htmlparser2'

export type Span = { start: number; end: number }

/** Attributes that somebody asks about, by their names in lower case. The first of two counts. */
export type Attributes = { [name in (typeof asked)[number]]?: string }

export type TagListener = {
  onOpen(name: string, attributes: Attributes, span: Span): void
  onClose?(name: string, span: Span): void
  /** Text as it is written: `&amp;` stays. */
  onText?(text: string): void
  onComment?(text: string, span: Span): void
}

const asked = ['charset', 'hidden', 'href', 'id', 'rel', 'src', 'srcset', 'type'] as const
const names = new Map<string, keyof Attributes>(asked.map((name) => [name, name]))

const isForeign = (name: string) => name === 'svg' || name === 'math'

/**
 * Reads HTML tag by tag, as a browser does, and builds nothing: that takes a third of the time of a parser. What only a
 * parser knows, such as an element that ends without a tag, is not told.
 */
export const tokenizeHtml = (html: string, listener: TagListener): void => read(html, false, listener)

function attributesOf(tag: string): Attributes {
  let found: Attributes = {}
  const onOpen = (_: string, attributes: Attributes) => {
    found = attributes
  }
  read(tag, true, { onOpen })
  return found
}

function read(html: string, decodeEntities: boolean, { onOpen, onClose, onText, onComment }: TagListener): void {
  let name = ''
  let tagStart = 0
  let attributes: Attributes = {}
  let attribute: keyof Attributes | undefined
  let value = ''
  let isCoded = false
  // In a drawing or a formula, `<title/>` and the like end at once, and hold markup.
  let foreign = 0
  const opened = (end: number) => {
    const span = { start: tagStart, end: end + 1 }
    if (isForeign(name) && html[end - 1] !== '/') foreign++
    // To look for such signs everywhere would take as long as all the rest.
    onOpen(name, isCoded ? attributesOf(html.slice(span.start, span.end)) : attributes, span)
  }
  const ignore = () => {}
  const tokenizer = new Tokenizer(
    { decodeEntities },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase()
        tagStart = start - 1
        attributes = {}
        isCoded = false
      },
      onattribname(start, end) {
        attribute = names.get(html.slice(start, end).toLowerCase())
        value = ''
      },
      onattribdata(start, end) {
        if (!attribute) return
        value += html.slice(start, end)
        isCoded ||= !decodeEntities && value.includes('&')
      },
      onattribentity(codePoint) {
        if (attribute) value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        if (attribute) attributes[attribute] ??= value
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(start, end) {
        const closed = html.slice(start, end).toLowerCase()
        if (isForeign(closed) && foreign > 0) foreign--
        onClose?.(closed, { start: start - 2, end: end + 1 })
      },
      isInForeignContext: () => foreign > 0,
      ontext(start, end) {
        onText?.(html.slice(start, end))
      },
      oncomment(start, end, offset) {
        onComment?.(html.slice(start, end - offset), { start: html.lastIndexOf('<', start - 1), end: end + 1 })
      },
      ...{
        oncdata: ignore,
        ondeclaration: ignore,
        onprocessinginstruction: ignore,
        ontextentity: ignore,
        onend: ignore,
      },
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
