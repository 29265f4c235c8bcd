// Control characters, lone surrogates, the line ends of Unicode, and what turns the direction of the text that follows it.
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** One line that moves no cursor, colours nothing and ends where it ends: what would do so is written as YAML escapes it. */
export const printable = (text: string) => text.replace(unprintable, escapeOf)

/** Several lines of ours, in which something of a writer's may stand. */
export const printableLines = (text: string) => withoutCommands(text.split('\n').map(printable).join('\n'))

/** As many columns as before, with a space for each character that cannot be shown. */
export const printableColumns = (text: string) => text.replace(unprintable, ' ')

/** JSON that says the same; JSON itself leaves some of these characters as they are. */
export const printableJson = (json: string) =>
  json.replace(unprintable, (sign) => (sign === '\n' ? sign : codeOf(sign)))

/**
 * Lines in which a runner of GitHub Actions finds no command: it looks for `::` where a line begins, even after spaces,
 * and for `##[` anywhere. The character that parts them has no width.
 */
export const withoutCommands = (lines: string) => lines.replace(/^(\s*:)(?=:)|##(?=\[)/gm, '$&\u2060')

const short: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const escapeOf = (sign: string) => short[sign] ?? codeOf(sign)

const codeOf = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
