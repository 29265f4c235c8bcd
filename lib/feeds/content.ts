import { decodePercent } from '../percent-encoding'

type Attributes = Record<string, string>
/** What stands in place of an element: its beginning, its end, and whether what it holds is left out. */
type Shape = { open: string; close: string; skipChildren?: boolean }
/** An id of the page, written only if something points at it. */
type Id = { id: string }

// Bodies are written by our own sanitiser, so two simple patterns are a whole tokenizer: a `<` begins a tag wherever it stands
// outside quotes, and every value is quoted. A general one takes six times as long, for each article of each feed.
const tags = /<(\/?)([a-z][a-z0-9]*)((?: [a-z:-]+(?:="[^"]*")?)*)>/gi
const attributes = / ([a-z:-]+)(?:="([^"]*)")?/gi

/**
 * The body of an article for a place that has neither our styles nor our scripts: every address whole, and nothing that only
 * our pages understand. Takes HTML that comes from `lib/markdown` and from nowhere else.
 */
export function contentFor(html: string, address: string): string {
  const parts: (string | Id)[] = []
  const ends: Shape[] = []
  const pointedAt = new Set<string>()
  let skipChildren = 0
  let done = 0
  const write = (part: string | Id) => {
    if (skipChildren === 0 && part !== '') parts.push(part)
  }
  const open = (name: string, written: Attributes) => {
    const shape = shapeOf(name, written, address)
    const { id, href = '' } = written
    if (!isVoid.has(name)) ends.push(shape)
    if (shape.skipChildren) skipChildren++
    if (id === undefined || shape.open === '') write(shape.open)
    else for (const part of [shape.open.slice(0, -1), { id }, '>']) write(part)
    if (href.startsWith('#') && shape.open !== '') pointedAt.add(decodePercent(href.slice(1)))
  }
  const close = () => {
    const shape = ends.pop()
    if (shape?.skipChildren) skipChildren--
    else write(shape?.close ?? '')
  }
  for (const { 0: tag, 1: slash, 2: name = '', 3: written, index } of html.matchAll(tags)) {
    write(html.slice(done, index))
    done = index + tag.length
    if (slash) close()
    else open(name, attributesIn(written))
  }
  write(html.slice(done))
  return parts.map((part) => (typeof part === 'string' ? part : idOf(part, pointedAt))).join('')
}

const isVoid = new Set(['br', 'hr', 'img', 'source'])

const idOf = ({ id }: Id, pointedAt: Set<string>) => (pointedAt.has(id) ? ` id="${id}"` : '')

function attributesIn(written = ''): Attributes {
  const found: Attributes = {}
  if (written) for (const [, name = '', value = ''] of written.matchAll(attributes)) found[name] = value
  return found
}

const nothing: Shape = { open: '', close: '' }

function shapeOf(name: string, written: Attributes, address: string): Shape {
  const has = (word: string) => written.class?.split(' ').includes(word)
  switch (name) {
    case 'span':
      // The boxes of task lists are drawn by our styles.
      return has('task') ? { open: has('done') ? '☑' : '☐', close: '' } : nothing
    case 'div':
    case 'picture':
    case 'source':
      return nothing
    case 'a':
      // A heading's link to itself, and the sign that is one.
      if (has('anchor')) return { ...nothing, skipChildren: true }
      return has('heading-link')
        ? nothing
        : plain(name, { href: whole(written.href, address), ...pick(written, 'title') })
    case 'img':
      return plain(name, {
        src: whole(largestOf(written), address),
        alt: written.alt ?? '',
        ...pick(written, 'width', 'height'),
      })
    case 'aside':
      return plain(has('callout') ? 'blockquote' : name, {})
    case 'p':
      return has('callout-title') ? { open: '<p><strong>', close: '</strong></p>' } : plain(name, {})
    default:
      return plain(name, name.startsWith('m') ? written : pick(written, 'start', 'value', 'scope'))
  }
}

/** An element with these attributes and no others; their values are still escaped. */
function plain(name: string, kept: Attributes): Shape {
  const written = Object.entries(kept).map(([key, value]) => ` ${key}="${value}"`)
  return { open: `<${name}${written.join('')}>`, close: `</${name}>` }
}

const pick = (written: Attributes, ...names: string[]): Attributes =>
  Object.fromEntries(Object.entries(written).filter(([name]) => names.includes(name)))

/** The file that is as wide as the picture is said to be: few readers choose from a `srcset`. */
const largestOf = ({ src, srcset = '' }: Attributes) => srcset.split(', ').at(-1)?.split(' ')[0] || src

/** Addresses of ours begin with a slash, or with a number sign for a place on the same page. */
function whole(link = '', address: string): string {
  if (link.startsWith('#')) return address + link
  return link.startsWith('/') ? new URL(address).origin + link : link
}
