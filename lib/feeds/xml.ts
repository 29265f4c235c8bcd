// Takes every sign of two units for suspicious, in a third of the time.
const suspicious = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/
// Everything else may stand in XML. A formula can make such a character without its writer having typed it.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text as it stands in an element. Never CDATA: a title may hold what ends it. */
export const escapeText = (text: string) =>
  (suspicious.test(text) ? text.replace(forbidden, '') : text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** Text as it stands between quotes. */
export const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;')

type Attributes = Record<string, string | number | undefined>

/** An element with text in it. */
export const textElement = (name: string, text: string, attributes: Attributes = {}) =>
  `<${name}${written(attributes)}>${escapeText(text)}</${name}>`

/** An element with others in it, each on lines of its own. */
export const element = (name: string, children: string[], attributes: Attributes = {}) =>
  [`<${name}${written(attributes)}>`, ...children, `</${name}>`].join('\n')

export const emptyElement = (name: string, attributes: Attributes) => `<${name}${written(attributes)}/>`

export const xmlDocument = (root: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(String(value))}"`))
    .join('')
}
