import type { Page } from './test'

/** The lines of the running text that is set in one font: how many characters each holds, and which is the longest. */
export type TextLines = { font: string; full: number[]; longest: string }

/**
 * Every line of running text on a page, as it is broken now, by the font it is set in. A full line is any but the last of its
 * block. Titles, menus, tables and code are no running text.
 */
export function linesOf(page: Page): Promise<TextLines[]> {
  return page.evaluate(() => {
    const elsewhere =
      'h1, h2, h3, h4, h5, h6, nav, header a, footer nav, table, pre, button, summary, math, .visually-hidden'
    const blockOf = (element: Element): Element =>
      element.parentElement && getComputedStyle(element).display.startsWith('inline')
        ? blockOf(element.parentElement)
        : element

    const blocks = new Map<Element, Text[]>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node as Text
      if (!text.data.trim() || !text.parentElement || text.parentElement.closest(elsewhere)) continue
      const block = blockOf(text.parentElement)
      blocks.set(block, [...(blocks.get(block) ?? []), text])
    }

    /** A line ends where the next character stands further to the left. */
    function linesIn(texts: Text[]): string[] {
      const lines: string[] = []
      let left = Number.POSITIVE_INFINITY
      const range = document.createRange()
      for (const text of texts) {
        for (let at = 0; at < text.length; at++) {
          range.setStart(text, at)
          range.setEnd(text, at + 1)
          const [box] = range.getClientRects()
          if (!box?.width) continue
          if (box.left < left) lines.push('')
          lines.push(`${lines.pop()}${text.data[at]}`)
          left = box.left
        }
      }
      return lines.map((line) => line.trim()).filter(Boolean)
    }

    const fonts = new Map<string, TextLines>()
    for (const [block, texts] of blocks) {
      const isLink = texts.every((text) => text.parentElement?.closest('a'))
      const lines = isLink ? [] : linesIn(texts)
      const { font } = getComputedStyle(block)
      const known = fonts.get(font) ?? { font, full: [], longest: '' }
      known.full.push(...lines.slice(0, -1).map(({ length }) => length))
      known.longest = [known.longest, ...lines].reduce((a, b) => (b.length > a.length ? b : a))
      fonts.set(font, known)
    }
    return [...fonts.values()].filter(({ longest }) => longest)
  })
}
