import type { Schema } from 'hast-util-sanitize'
import { calloutKinds } from '../plugins/callouts'
import { roleNames } from '../plugins/theme'

const scrollable = ['tabIndex', ['role', 'group', 'note', 'img'], 'ariaLabel'] satisfies Attributes

type Attributes = NonNullable<Schema['attributes']>[string]

const size = /^-?[\d.]+(?:em|ex|px|pt|%|mu)?$/
const word = /^[a-z-]+$/
const mathAttributes: Attributes = [
  ...['columnspacing', 'rowspacing', 'height', 'depth', 'voffset', 'width', 'lspace', 'rspace'].map(
    (name): Attributes[number] => [name, /^[-\d.empxt% ]+$/],
  ),
  ...['minsize', 'maxsize', 'linethickness', 'mathsize', 'scriptlevel', 'rowspan', 'columnspan'].map(
    (name): Attributes[number] => [name, size],
  ),
  ...['accent', 'accentunder', 'fence', 'stretchy', 'separator', 'symmetric', 'largeop', 'movablelimits'].map(
    (name): Attributes[number] => [name, word],
  ),
  ...['displaystyle', 'mathvariant', 'form', 'side', 'display'].map((name): Attributes[number] => [name, word]),
  ...['columnalign', 'rowalign', 'columnlines', 'rowlines', 'notation', 'frame'].map((name): Attributes[number] => [
    name,
    /^[a-z -]+$/,
  ]),
  ['mathcolor', /^#?[0-9a-z]+$/i],
  ['mathbackground', /^#?[0-9a-z]+$/i],
]

const mathTags = [
  ...['math', 'mrow', 'mi', 'mo', 'mn', 'ms', 'mtext', 'mspace', 'msup', 'msub', 'msubsup', 'mfrac', 'msqrt', 'mroot'],
  ...['mover', 'munder', 'munderover', 'mtable', 'mtr', 'mtd', 'mstyle', 'mpadded', 'mphantom', 'menclose'],
  ...['mlabeledtr', 'merror', 'mmultiscripts', 'mprescripts', 'none'],
]

const id: Attributes[number] = ['id', /^s-\S+$/]

// A reader's browser fetches nothing from another server, whatever an earlier step lets through.
const ownSource: Attributes[number] = ['src', /^\/(?![/\\])\S*$/]
const ownSources: Attributes[number] = ['srcSet', /^\/(?![/\\])\S* \d+w(?:, \/(?![/\\])\S* \d+w)*$/]

/**
 * All that a body may consist of. It doubles as the list of class names that a stylesheet can rely on.
 * Ids need no further prefix: raw HTML is dropped, and each id of ours begins with `s-`.
 */
export const schema: Schema = {
  tagNames: [
    ...['a', 'aside', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'figcaption', 'figure', 'h2', 'h3', 'h4', 'h5'],
    ...[
      'h6',
      'hr',
      'img',
      'li',
      'ol',
      'p',
      'picture',
      'pre',
      'source',
      'span',
      'strong',
      'sup',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
    ],
    ...['tr', 'ul', ...mathTags],
  ],
  attributes: {
    ...Object.fromEntries(mathTags.map((tag) => [tag, mathAttributes])),
    a: [id, 'href', 'title', 'ariaLabel', ['rel', 'external'], ['className', 'anchor', 'backref', 'heading-link']],
    aside: [['role', 'note'], 'ariaLabel', ['className', 'callout', 'notes', ...calloutKinds]],
    code: [['className', /^language-[a-z0-9+#.-]+$/]],
    div: [...scrollable, ['className', 'math', 'noted', 'table']],
    figcaption: [['className', 'code-title']],
    figure: [['className', 'code', 'figure', 'wide', 'absent']],
    ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, [id]])),
    img: [ownSource, ownSources, 'sizes', 'alt', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    li: [id, 'value'],
    ol: ['start'],
    p: [['className', 'callout-title']],
    pre: [...scrollable, ['className', 'code-block', 'numbers']],
    source: [['type', 'image/avif'], ownSources, 'sizes'],
    span: [
      id,
      ['role', 'img'],
      'ariaLabel',
      ['className', 'line', 'marked', 'task', 'done', 'open', ...roleNames.map((name) => `t-${name}`)],
    ],
    sup: [['className', 'noteref']],
    td: [['className', 'align-left', 'align-right', 'align-center']],
    th: [
      ['scope', 'col'],
      ['className', 'align-left', 'align-right', 'align-center'],
    ],
    ul: [['className', 'task-list']],
    '*': [],
  },
  protocols: { href: ['https', 'http', 'mailto'] },
  clobber: [],
  clobberPrefix: '',
  required: {},
  strip: ['script'],
}
