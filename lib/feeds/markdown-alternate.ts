import type { Entry } from '../library/library'
import type { Edit } from '../markdown/rendered'
import { absolute, articlePath } from '../routes'

/** A body as its writer left it, and what has to change where others read it. */
export type WrittenBody = { text: string; edits: Edit[] }

/** An article as Markdown: who, when and where between fences, then the text as written with public addresses. */
export function markdownAlternate(
  { slug, title, authors, date, updated, excerpt, canonicalUrl }: Entry,
  body: WrittenBody,
): string {
  const address = absolute(articlePath(slug))
  const fields = { title, author: authors, date, updated, url: canonicalUrl ?? address, excerpt }
  const lines = Object.entries(fields).map(([name, value]) =>
    value === undefined ? [] : [`${name}: ${quoted(value)}`],
  )
  return ['---', ...lines.flat(), '---', '', publicText(body, address)].join('\n')
}

/** The text with every edit in its place. */
function publicText({ text, edits }: WrittenBody, address: string): string {
  const parts: string[] = []
  let done = 0
  for (const { offset, length, address: written, isSpace } of edits) {
    parts.push(text.slice(done, offset), written ? destination(whole(written, address)) : isSpace ? ' ' : '')
    done = offset + length
  }
  return [...parts, text.slice(done)].join('')
}

function whole(written: string, page: string): string {
  if (written.startsWith('#')) return page + written
  return written.startsWith('/') ? absolute(written) : written
}

// JSON is YAML, but for two characters that end a line there.
const quoted = (value: string | string[]) =>
  JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

/** An address where Markdown expects one, free of whatever would end it, or a cell of a table. */
const destination = (address: string) =>
  address.replace(
    /[\s"()<>[\]\\^`{|}]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  )
