/** What a piece of code can be, by its TextMate scopes; each is a class, so that a stylesheet holds the colours. */
const roles = {
  comment: ['comment', 'punctuation.definition.comment', 'string.comment'],
  string: [
    'string',
    'punctuation.definition.string',
    'markup.inline.raw',
    'markup.fenced_code',
    'constant.other.symbol',
  ],
  number: ['constant.numeric', 'keyword.other.unit'],
  constant: ['constant', 'support.constant', 'variable.language', 'constant.character.escape'],
  keyword: ['keyword', 'storage', 'keyword.operator.new', 'keyword.operator.expression', 'keyword.control'],
  operator: ['keyword.operator', 'storage.type.function.arrow'],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'variable.function'],
  type: ['entity.name.type', 'entity.name.class', 'support.type', 'support.class', 'entity.other.inherited-class'],
  variable: ['variable.parameter', 'support.variable', 'variable.other.property', 'support.type.property-name'],
  tag: ['entity.name.tag', 'punctuation.definition.tag'],
  attribute: ['entity.other.attribute-name', 'meta.attribute'],
  inserted: ['markup.inserted', 'punctuation.definition.inserted'],
  deleted: ['markup.deleted', 'punctuation.definition.deleted'],
  heading: ['markup.heading', 'entity.name.section', 'meta.diff.header', 'meta.diff.range'],
}

const names = Object.keys(roles)

// Code within a string, as in `${a}`, is no string.
const plain = { scope: ['meta.template.expression', 'meta.embedded'], settings: { foreground: '#000000' } }

/** The colours are places in the list of roles, no colours: `roleOf` reads them back. */
const placeholder = (index: number) => `#0000${(index + 1).toString(16).padStart(2, '0')}`.toUpperCase()

export const theme = {
  name: 'roles',
  type: 'light' as const,
  fg: '#000000',
  bg: '#FFFFFF',
  settings: [
    plain,
    ...Object.values(roles).map((scope, index) => ({ scope, settings: { foreground: placeholder(index) } })),
  ],
}

export const roleNames: readonly string[] = names

const roleByColour = new Map(names.map((name, index) => [placeholder(index), name]))

export const roleOf = (colour: string | undefined) => roleByColour.get(colour?.toUpperCase() ?? '')
