/** A usual slip in the value of one line: where in the value it stands, and the value as it should be written. */
export type Slip = { rule: string; message: string; at: number; length: number; rewritten: string }

const specials: Record<string, string> = {
  '@': 'begins with @, which YAML keeps for itself',
  '`': 'begins with a backtick, which YAML keeps for itself',
  '%': 'begins with %, which YAML keeps for itself',
  '*': 'begins with *, which YAML takes for a reference',
  '&': 'begins with &, which YAML takes for a name',
  '!': 'begins with !, which YAML takes for a type',
  ',': 'begins with a comma',
  ']': 'begins with ]',
  '}': 'begins with }',
}

/** What YAML would refuse or silently change in a value that begins and is meant to end on one line. */
export function slipIn(value: string): Slip | undefined {
  const first = value[0] ?? ''
  if (first === '"' || first === "'") return quoteSlip(value, first)
  if (first === '#') return commentSlip(value, 0)
  if (first === '[' || first === '{') return bracketSlip(value, first)
  const special = specials[first]
  if (special) return whole(value, 'special-character', `The value ${special}.`)
  if (/^[>|]/.test(value)) return blockSlip(value, first)
  if (/^[-?](?:\s|$)/.test(value)) return whole(value, 'special-character', `The value begins with "${first} ".`)
  const comment = value.search(/\s#/)
  if (/:(?:\s|$)/.test(comment === -1 ? value : value.slice(0, comment))) {
    return whole(value, 'colon-in-value', 'A colon and a space inside an unquoted value.')
  }
  return comment === -1 ? undefined : commentSlip(value, comment + 1)
}

/** A value in the quotes that need the fewest changes. */
export function quoted(value: string): string {
  if (value.includes('"') && !value.includes("'") && !value.includes('\\')) return `'${value}'`
  return `"${value.replace(/[\\"]/g, '\\$&')}"`
}

function whole(value: string, rule: string, message: string): Slip {
  return { rule, message, at: 0, length: value.length, rewritten: quoted(value) }
}

function commentSlip(value: string, at: number): Slip {
  const message = 'A # after a space starts a comment, so the rest of the line would be lost.'
  return { rule: 'comment-in-value', message, at, length: value.length - at, rewritten: quoted(value) }
}

// A value that is not closed on its line goes on in the next; YAML itself knows where that ends.
function quoteSlip(value: string, quote: string): Slip | undefined {
  const end = closingQuote(value, quote)
  if (end === -1 || /^\s*$|^\s+#/.test(value.slice(end + 1))) return undefined
  const inner = value.endsWith(quote) && value.length > end + 1 ? value.slice(1, -1) : value.slice(1)
  const message = `This quote ends the value, and more follows.`
  return { rule: 'quote-in-value', message, at: end, length: 1, rewritten: quoted(inner) }
}

function closingQuote(value: string, quote: string): number {
  for (let at = 1; at < value.length; at++) {
    if (quote === '"' && value[at] === '\\') at++
    else if (value[at] === quote && quote === "'" && value[at + 1] === "'") at++
    else if (value[at] === quote) return at
  }
  return -1
}

function bracketSlip(value: string, open: string): Slip | undefined {
  const close = open === '[' ? ']' : '}'
  const rest = !value.includes(close) ? '' : value.slice(value.lastIndexOf(close) + 1)
  // Two braces are a template's, not a group's.
  if (/^\s*$|^\s+#/.test(rest) && !value.startsWith('{{')) return undefined
  return whole(
    value,
    'special-character',
    `The value begins with ${open}, which begins a ${open === '[' ? 'list' : 'group'}.`,
  )
}

function blockSlip(value: string, first: string): Slip | undefined {
  if (/^[>|][-+\d]{0,2}\s*(?:\s#.*)?$/.test(value)) return undefined
  return whole(value, 'special-character', `The value begins with ${first}, which begins a text of several lines.`)
}
