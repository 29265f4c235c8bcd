import { Parser } from 'htmlparser2'

/** A construct that hides all that follows until its end, and that end. */
export type OpenHtml = { opening: string; end: string; index: number }

// The kinds of HTML block that go on over blank lines: https://spec.commonmark.org/0.31.2/#html-blocks
const unbounded = [
  { begins: /^\s*<!\[CDATA\[/, opening: '<![CDATA[', end: ']]>' },
  { begins: /^\s*<\?/, opening: '<?', end: '?>' },
  { begins: /^\s*<![a-z]/i, opening: '<!', end: '>' },
] as const

/** What a piece of HTML opens and does not close. */
export function openHtml(html: string): OpenHtml | undefined {
  const comment = html.indexOf('<!--', html.lastIndexOf('-->') + 1)
  if (comment !== -1) return { opening: '<!--', end: '-->', index: comment }
  const name = /^\s*<(script|pre|style|textarea)(?=[\s>]|$)/i.exec(html)?.[1]?.toLowerCase()
  if (name && !/<\/(?:script|pre|style|textarea)>/i.test(html))
    return { opening: `<${name}>`, end: `</${name}>`, index: html.indexOf('<') }
  const found = unbounded.find(({ begins }) => begins.test(html))
  if (!found || html.includes(found.end)) return undefined
  return { opening: found.opening, end: found.end, index: html.indexOf('<') }
}

/** The first tag, instruction or declaration, as `<div>`; `<!--` where there are only comments. */
export function firstTag(html: string): string {
  const name = /<(?:[/!?]?\s*[a-z][a-z0-9-]*|!\[CDATA\[)/i.exec(html.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[0]
  return name ? `${name.slice(0, 40)}>` : '<!--'
}

const unread = new Set(['script', 'style'])

/** The words that a browser would show of a piece of HTML, in one line. Empty where there are no letters or digits. */
export function wordsShown(html: string): string {
  const texts: string[] = []
  let isRead = true
  const parser = new Parser({
    onopentagname: (name) => {
      if (unread.has(name)) isRead = false
    },
    onclosetag: (name) => {
      if (unread.has(name)) isRead = true
    },
    ontext: (text) => {
      if (isRead) texts.push(text)
    },
  })
  parser.end(html)
  const words = texts
    .join('')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(words) ? words : ''
}

// Elements that stand within a word without parting it.
const inWords = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
)

/** Whether the words on both sides of this tag are two. */
export function partsWords(html: string): boolean {
  const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(html)?.[1]
  return name !== undefined && !inWords.has(name.toLowerCase())
}

export const isLineBreak = (html: string) => /^<\/?br(?=[\s/>])/i.test(html)
